import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The one way out of an article's process: records on a descriptor of their own.
///
/// Closed until `open(descriptor:)`: a library that is used outside an article (in a test, in
/// somebody's program) writes nowhere. Every record goes out whole, whichever thread writes it.
public final class RecordChannel: Sendable {
  public static let shared = RecordChannel()

  /// The descriptor that the generator hands to an article's process.
  public static let descriptor: Int32 = 3

  private struct State {
    var descriptor: Int32?
    var runnable = -1
    var checks = 0
  }
  private let state = Mutex(State())

  /// Where `collecting` gathers records instead.
  @TaskLocal private static var collection: RecordCollection?

  /// From here on records go to this descriptor.
  public func open(descriptor: Int32 = RecordChannel.descriptor) {
    state.withLock { $0.descriptor = descriptor }
  }

  /// The block or inline value that runs now: its number in the article; -1 before the first.
  public var currentRunnable: Int {
    get { state.withLock { $0.runnable } }
    set { state.withLock { $0.runnable = newValue } }
  }

  /// The number of a new check: 0, 1, 2, … over the run.
  public func nextCheck() -> Int {
    if let collection = RecordChannel.collection { return collection.nextCheck() }
    return state.withLock { state in
      defer { state.checks += 1 }
      return state.checks
    }
  }

  /// Writes one record. A channel that is closed, or that the other side has closed, drops it.
  public func write(_ record: Record) {
    if let collection = RecordChannel.collection { return collection.append(record) }
    guard let line = try? RecordWriter.line(record) else { return }
    let bytes = Array((line + "\n").utf8)
    state.withLock { state in
      guard let descriptor = state.descriptor else { return }
      RecordChannel.write(bytes, to: descriptor)
    }
  }

  /// Runs `body` and returns the records that it wrote, its checks numbered from 0, instead of
  /// sending them. What other tasks write is not among them.
  public static func collecting(_ body: () throws -> Void) rethrows -> [Record] {
    let collection = RecordCollection()
    try $collection.withValue(collection) { try body() }
    return collection.records
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, start, rest.count)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, start, rest.count)
        #else
          let count = Glibc.write(descriptor, start, rest.count)
        #endif
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          return
        }
      }
    }
  }
}

/// Records gathered in memory.
private final class RecordCollection: Sendable {
  private struct State {
    var records: [Record] = []
    var checks = 0
  }
  private let state = Mutex(State())

  var records: [Record] { state.withLock { $0.records } }

  func append(_ record: Record) { state.withLock { $0.records.append(record) } }

  func nextCheck() -> Int {
    state.withLock { state in
      defer { state.checks += 1 }
      return state.checks
    }
  }
}
