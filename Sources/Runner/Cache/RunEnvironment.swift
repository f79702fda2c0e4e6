import Foundation

/// What stands around an article's program and decides, with its code, what comes out of it.
struct RunEnvironment: Codable, Equatable {
  /// "Swift version 6.3.1 (swift-6.3.1-RELEASE)".
  var compiler: String
  /// "x86_64-unknown-linux-gnu": the architecture is part of it.
  var target: String
  /// The sandbox's name.
  var sandbox: String

  init(_ toolchain: Toolchain, sandbox: String) {
    compiler = toolchain.version
    target = toolchain.target
    self.sandbox = sandbox
  }

  init(_ runner: Runner) { self.init(runner.toolchain, sandbox: runner.sandbox.name) }
}

extension Toolchain {
  /// The toolchain of the shell's `swiftc`, as an earlier run in this folder has found it; found
  /// now where there was none, or the compiler has changed since.
  public static func known(scratch: String) throws -> Toolchain {
    let remembered = RememberedEnvironment(folder: scratch + "/cache").toolchain
    return try remembered ?? find(scratch: scratch)
  }
}

/// The environment of the last run here, so that a run of which everything is known needs to ask
/// no compiler for its version.
struct RememberedEnvironment {
  private let file: String

  /// - Parameter folder: the cache's.
  init(folder: String) { file = folder + "/environment.json" }

  private struct Memory: Codable {
    var compiler: String
    var stamp: FileStamp
    var toolchain: Toolchain
    var sandbox: String
  }

  /// `nil` when nothing is remembered, or not surely of the compiler that is found today.
  var environment: RunEnvironment? {
    recall().map { RunEnvironment($0.toolchain, sandbox: $0.sandbox) }
  }

  var toolchain: Toolchain? { recall()?.toolchain }

  private func recall() -> Memory? {
    guard let compiler = RememberedEnvironment.compiler(),
      let data = FileManager.default.contents(atPath: file),
      let memory = try? JSONDecoder().decode(Memory.self, from: data),
      memory.compiler == compiler.path, memory.stamp == compiler.stamp
    else { return nil }
    return memory
  }

  func remember(_ runner: Runner) {
    guard let compiler = RememberedEnvironment.compiler() else { return }
    let memory = Memory(
      compiler: compiler.path, stamp: compiler.stamp, toolchain: runner.toolchain,
      sandbox: runner.sandbox.name)
    // Without it the next run asks again; nothing else depends on it.
    try? JSONEncoder().encode(memory).write(to: URL(fileURLWithPath: file), options: .atomic)
  }

  /// The `swiftc` of the shell, if it is a toolchain's own. The shim of a version manager stays the
  /// same when the version behind it changes, so it tells nothing.
  private static func compiler() -> (path: String, stamp: FileStamp)? {
    guard let swiftc = Toolchain.search("swiftc") else { return nil }
    let path = URL(fileURLWithPath: swiftc).resolvingSymlinksInPath().path
    guard (path as NSString).lastPathComponent.hasPrefix("swift-"),
      let stamp = FileStamp(path: path)
    else { return nil }
    return (path, stamp)
  }
}
