import Foundation

/// Names an execution by everything that its result depends on: two articles with one key give the
/// same records, up to where their blocks stand.
///
/// Lines and columns are not part of it, so prose may move a block; code that asks for its own line
/// is the exception.
struct ExecutionKey: Equatable {
  /// Digests by what they are of, so that it can be told which part has changed.
  let parts: [String: String]
  let digest: String

  /// Raised when the same parts must no longer mean the same result.
  private static let version = "1"

  init(_ tangle: Tangle, in setting: Setting, seed: RunSeed = RunSeed()) {
    var parts = setting.parts
    parts["article"] = tangle.path
    parts["code"] = SHA256.hexDigest(ofParts: ExecutionKey.code(tangle))
    // Only what draws by chance depends on the seed: a new salt runs nothing else again.
    if tangle.drawsByChance { parts["seed"] = seed.digest }
    parts["version"] = ExecutionKey.version
    self.parts = parts
    let sorted = parts.sorted { $0.key < $1.key }
    digest = SHA256.hexDigest(ofParts: sorted.flatMap { [$0.key, $0.value] })
  }

  /// What all articles of a run have in common.
  struct Setting {
    fileprivate let parts: [String: String]

    /// - Returns: `nil` when the core library cannot be read.
    init?(
      environment: RunEnvironment, core: CoreLibrary, limits: RunLimits, digests: FileDigests
    ) {
      var files: [String] = []
      for file in core.files {
        guard let digest = digests.digest(of: file) else { return nil }
        files += [(file as NSString).lastPathComponent, digest]
      }
      parts = [
        "compiler": environment.compiler, "target": environment.target,
        "sandbox": environment.sandbox, "flags": Frontend.options.joined(separator: " "),
        "limits": "\(limits)", "library": SHA256.hexDigest(ofParts: files),
        "numerics": SystemLibraries.stamps(of: SystemLibraries.numerics),
        "generator": ExecutionKey.generator,
      ]
    }
  }

  /// This program: it decides what is refused before it runs.
  private static let generator: String = {
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath().path else { return "" }
    return FileStamp(path: program).map { "\($0)" } ?? ""
  }()

  /// The program of all ordinary blocks, and each block that is none of them.
  private static func code(_ tangle: Tangle) -> [String] {
    let ordinary = tangle.pieces.filter(\.isOrdinary).map(\.number)
    var texts = [tangle.program(of: ordinary).content]
    for piece in tangle.pieces {
      if !piece.isOrdinary { texts.append("\(piece.number) \(piece.kind)\n\(piece.code)") }
      if let timeout = piece.timeout { texts.append("\(piece.number) timeout \(timeout)") }
      if asksForItsPlace(piece) {
        texts += piece.lines.map { "\(piece.number) at \($0.line):\($0.padding)" }
      }
    }
    return texts
  }

  private static func asksForItsPlace(_ piece: Piece) -> Bool {
    ["#line", "#column", "#sourceLocation"].contains { piece.code.contains($0) }
  }
}

extension Tangle {
  /// Whether any of its code can make statistical checks: the verb stands in the author's text, as
  /// there is no other way to it.
  var drawsByChance: Bool { pieces.contains { $0.code.contains("statistical") } }
}

/// The libraries of the system that stand behind the core library, as this process has loaded them.
enum SystemLibraries {
  static let numerics = [
    "libflint", "libarb", "libgmp", "libmpfr", "liblapacke", "liblapack", "libblas", "libopenblas",
    "libopenblasp", "libm",
  ]

  /// The paths and stamps of the loaded libraries with these names, as one text.
  static func stamps(of names: [String]) -> String {
    guard let maps = FileManager.default.contents(atPath: "/proc/self/maps") else { return "" }
    var paths: Set<String> = []
    for line in String(decoding: maps, as: UTF8.self).split(separator: "\n") {
      guard let start = line.firstIndex(of: "/") else { continue }
      let path = String(line[start...])
      let file = (path as NSString).lastPathComponent
      if names.contains(where: { isLibrary(file, $0) }) { paths.insert(path) }
    }
    return paths.sorted().map { path in
      "\(path) \(FileStamp(path: path).map { "\($0)" } ?? "gone")"
    }.joined(separator: "\n")
  }

  /// `libgmp.so.10`, `libflint-2.9.so.17`, but not `libgmpxx.so`.
  private static func isLibrary(_ file: String, _ name: String) -> Bool {
    file.hasPrefix(name)
      && (file.dropFirst(name.count).first.map { $0 == "." || $0 == "-" } ?? false)
  }
}
