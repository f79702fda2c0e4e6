import Foundation

/// What stands around an article's program and decides, with its code, what comes out of it.
struct RunEnvironment: Codable, Equatable {
  /// "Swift version 6.3.1 (swift-6.3.1-RELEASE)".
  var compiler: String
  /// "x86_64-unknown-linux-gnu": the architecture is part of it.
  var target: String
  /// The sandbox's name.
  var sandbox: String

  init(_ runner: Runner) {
    compiler = runner.toolchain.version
    target = runner.toolchain.target
    sandbox = runner.sandbox.name
  }
}

/// The environment of the last run here, so that a run of which everything is known needs to ask
/// no compiler for its version.
struct RememberedEnvironment {
  var file: String

  private struct Memory: Codable {
    var compiler: String
    var stamp: FileStamp
    var environment: RunEnvironment
  }

  /// `nil` when nothing is remembered, or not surely of the compiler that is found today.
  func recall() -> RunEnvironment? {
    guard let compiler = RememberedEnvironment.compiler(),
      let data = FileManager.default.contents(atPath: file),
      let memory = try? JSONDecoder().decode(Memory.self, from: data),
      memory.compiler == compiler.path, memory.stamp == compiler.stamp
    else { return nil }
    return memory.environment
  }

  func remember(_ environment: RunEnvironment) {
    guard let compiler = RememberedEnvironment.compiler() else { return }
    let memory = Memory(
      compiler: compiler.path, stamp: compiler.stamp, environment: environment)
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
