import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads what the compiler's index says of a file: which symbol stands at which place.
///
/// The reader is the toolchain's own `libIndexStore`, loaded when it is first needed; the compiler
/// writes the index beside the object file at no measurable cost.
final class IndexStore: Sendable {
  /// One mention of a symbol. Lines and columns are those of the file that was compiled.
  struct Occurrence: Equatable {
    var name: String
    var usr: String
    var kind: UInt32
    var roles: UInt64
    var line: Int
    var column: Int
    /// The USRs of the functions and closures' variables whose bodies it lies in; none at top
    /// level.
    var containers: [String]
    /// The name of the type that it is declared in, be it in an extension.
    var parent: String?

    static let variable: UInt32 = 13

    /// An enumeration, structure, class, protocol or type alias.
    var isType: Bool { [5, 6, 7, 8, 11].contains(kind) }

    var isDefinition: Bool { roles & 0b11 != 0 }
    var isReference: Bool { roles & 0b100 != 0 }
    var isImplicit: Bool { roles & 0x100 != 0 }
  }

  private typealias Handle = UnsafeMutableRawPointer
  /// `iovec` has the layout of `indexstore_string_ref_t`: an address and a length.
  private typealias Text = @convention(c) (Handle?) -> iovec
  private typealias Create =
    @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<Handle?>?) -> Handle?
  private typealias CreateReader =
    @convention(c) (Handle, UnsafePointer<CChar>, UnsafeMutablePointer<Handle?>?) -> Handle?
  private typealias Dispose = @convention(c) (Handle?) -> Void
  private typealias Visit = @convention(c) (Handle?, Handle?) -> Bool
  private typealias Apply = @convention(c) (Handle, Handle?, Visit) -> Bool
  private typealias Place =
    @convention(c) (Handle?, UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>) -> Void

  private struct Functions {
    var createStore: Create
    var disposeStore: Dispose
    var createReader: CreateReader
    var disposeReader: Dispose
    var applyOccurrences: Apply
    var applyRelations: Apply
    var symbol: @convention(c) (Handle?) -> Handle?
    var roles: @convention(c) (Handle?) -> UInt64
    var relationRoles: @convention(c) (Handle?) -> UInt64
    var relationSymbol: @convention(c) (Handle?) -> Handle?
    var place: Place
    var kind: @convention(c) (Handle?) -> UInt32
    var name: Text
    var usr: Text
  }
  private let functions: Functions

  /// - Returns: `nil` when the toolchain has no such library or it lacks a function.
  init?(library: String) {
    guard let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL) else { return nil }
    func function<T>(_ name: String, as type: T.Type) -> T? {
      dlsym(handle, "indexstore_" + name).map { unsafeBitCast($0, to: type) }
    }
    guard let createStore = function("store_create", as: Create.self),
      let disposeStore = function("store_dispose", as: Dispose.self),
      let createReader = function("record_reader_create", as: CreateReader.self),
      let disposeReader = function("record_reader_dispose", as: Dispose.self),
      let occurrences = function("record_reader_occurrences_apply_f", as: Apply.self),
      let relations = function("occurrence_relations_apply_f", as: Apply.self),
      let symbol = function(
        "occurrence_get_symbol", as: (@convention(c) (Handle?) -> Handle?).self),
      let roles = function(
        "occurrence_get_roles", as: (@convention(c) (Handle?) -> UInt64).self),
      let relationRoles = function(
        "symbol_relation_get_roles", as: (@convention(c) (Handle?) -> UInt64).self),
      let relationSymbol = function(
        "symbol_relation_get_symbol", as: (@convention(c) (Handle?) -> Handle?).self),
      let place = function("occurrence_get_line_col", as: Place.self),
      let kind = function("symbol_get_kind", as: (@convention(c) (Handle?) -> UInt32).self),
      let name = function("symbol_get_name", as: Text.self),
      let usr = function("symbol_get_usr", as: Text.self)
    else { return nil }
    functions = Functions(
      createStore: createStore, disposeStore: disposeStore, createReader: createReader,
      disposeReader: disposeReader, applyOccurrences: occurrences, applyRelations: relations,
      symbol: symbol, roles: roles, relationRoles: relationRoles,
      relationSymbol: relationSymbol, place: place, kind: kind,
      name: name, usr: usr)
  }

  /// Every occurrence in the one file that was compiled with this index folder.
  func occurrences(in folder: String, ofFile file: String) -> [Occurrence] {
    guard let store = functions.createStore(folder, nil) else { return [] }
    defer { functions.disposeStore(store) }
    guard let record = recordName(in: folder, ofFile: file),
      let reader = functions.createReader(store, record, nil)
    else { return [] }
    defer { functions.disposeReader(reader) }
    let visit = Visitor(functions)
    withExtendedLifetime(visit) {
      let context = Unmanaged.passUnretained(visit).toOpaque()
      _ = functions.applyOccurrences(reader, context) { context, occurrence in
        guard let context else { return false }
        Unmanaged<Visitor>.fromOpaque(context).takeUnretainedValue().visit(occurrence)
        return true
      }
    }
    return visit.found
  }

  /// Records lie in folders by hash, under the file's name and a hash.
  private func recordName(in folder: String, ofFile file: String) -> String? {
    let prefix = (file as NSString).lastPathComponent + "-"
    let files = FileManager.default.enumerator(atPath: folder)
    while let path = files?.nextObject() as? String {
      let name = (path as NSString).lastPathComponent
      if path.contains("records/") && name.hasPrefix(prefix) { return name }
    }
    return nil
  }

  private final class Visitor {
    let functions: Functions
    var found: [Occurrence] = []
    private var containers: [String] = []
    private var parent: String?

    init(_ functions: Functions) { self.functions = functions }

    func visit(_ occurrence: Handle?) {
      guard let occurrence, let symbol = functions.symbol(occurrence) else { return }
      var line: UInt32 = 0
      var column: UInt32 = 0
      functions.place(occurrence, &line, &column)
      containers = []
      parent = nil
      let context = Unmanaged.passUnretained(self).toOpaque()
      _ = functions.applyRelations(occurrence, context) { context, relation in
        guard let context else { return false }
        Unmanaged<Visitor>.fromOpaque(context).takeUnretainedValue().relate(relation)
        return true
      }
      found.append(
        Occurrence(
          name: text(functions.name(symbol)), usr: text(functions.usr(symbol)),
          kind: functions.kind(symbol), roles: functions.roles(occurrence), line: Int(line),
          column: Int(column), containers: containers, parent: parent))
    }

    private func relate(_ relation: Handle?) {
      let containedBy: UInt64 = 1 << 16
      let calledBy: UInt64 = 1 << 13
      let childOf: UInt64 = 1 << 9
      let roles = functions.relationRoles(relation)
      let symbol = functions.relationSymbol(relation)
      if roles & childOf != 0 { parent = text(functions.name(symbol)) }
      guard roles & (containedBy | calledBy) != 0 else { return }
      containers.append(text(functions.usr(symbol)))
    }

    private func text(_ reference: iovec) -> String {
      let bytes = UnsafeRawBufferPointer(start: reference.iov_base, count: reference.iov_len)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
