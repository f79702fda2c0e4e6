import Foundation

/// Calls the compiler's frontend and the linker. One call, one program: the driver in front of the
/// frontend costs more than the compile itself.
struct Frontend: Sendable {
  var toolchain: Toolchain
  var core: CoreLibrary
  /// Where the compiler keeps the modules it has built, shared by all articles.
  var moduleCache: String

  struct Output {
    var messages: [CompilerMessage]
    /// The compiler ended as it should; when not and there is no message, `failure` says more.
    var succeeded: Bool
    var failure: String
  }

  /// How articles are compiled. Optimised code would lose places and messages of traps; Swift 6
  /// mode would ask authors for annotations.
  static let options = [
    "-swift-version", "5", "-Onone", "-gline-tables-only", "-diagnostic-style", "llvm",
    "-solver-expression-time-threshold=20",
  ]

  private var common: [String] {
    var arguments = [toolchain.frontend, "-frontend", "-target", toolchain.target]
    arguments += Frontend.options + ["-module-cache-path", moduleCache, "-I", core.modules]
    if let sdk = toolchain.sdk { arguments += ["-sdk", sdk] }
    for map in core.moduleMaps { arguments += ["-Xcc", "-fmodule-map-file=" + map] }
    return arguments
  }

  /// Compiles a program to an object file, with its index.
  func compile(
    _ source: String, module: String, object: String, index: String, scratch: String
  ) throws(ChildProcess.Failure) -> Output {
    try run(
      common + [
        "-c", "-primary-file", source, "-module-name", module, "-index-store-path", index,
        "-index-ignore-stdlib", "-index-ignore-clang-modules", "-o", object,
      ], scratch: scratch)
  }

  /// Goes as far as the compiler can report errors, type checking and the passes after it, and
  /// writes nothing.
  func check(
    _ source: String, module: String, scratch: String
  ) throws(ChildProcess.Failure) -> Output {
    try run(
      common + [
        "-emit-sil", "-primary-file", source, "-module-name", module, "-o", "/dev/null",
      ], scratch: scratch)
  }

  /// Parses files, each for itself.
  func parse(
    _ sources: [String], scratch: String
  ) throws(ChildProcess.Failure) -> Output {
    try run(common + ["-parse", "-module-name", "Blocks"] + sources, scratch: scratch)
  }

  /// Links one program with the core library.
  func link(
    object: String, program: String, scratch: String
  ) throws(ChildProcess.Failure) -> Output {
    #if os(macOS)
      var arguments = [toolchain.root + "/bin/swiftc", object, "-target", toolchain.target]
      if let sdk = toolchain.sdk { arguments += ["-sdk", sdk] }
      arguments += ["-L", core.libraries, "-l" + CoreLibrary.name]
      arguments += ["-Xlinker", "-rpath", "-Xlinker", core.libraries, "-o", program]
      return try run(arguments, scratch: scratch)
    #else
      let libraries = object + ".autolink"
      let extracted = try run(
        [toolchain.autolinkExtract, object, "-o", libraries], scratch: scratch)
      guard extracted.succeeded else { return extracted }
      return try run(
        [
          toolchain.clang, "--target=" + toolchain.target, "-pie",
          "-Wl,--wrap=swift_errorInMain", "-Wl,-rpath,\(toolchain.runtime)",
          "-Wl,-rpath,\(core.libraries)",
          "\(toolchain.runtime)/\(toolchain.architecture)/swiftrt.o", object, "@" + libraries,
          "-L", toolchain.runtime, "-L", core.libraries, "-l" + CoreLibrary.name, "-lswiftCore",
          "-lm", "-o", program,
        ], scratch: scratch)
    #endif
  }

  private func run(
    _ arguments: [String], scratch: String
  ) throws(ChildProcess.Failure) -> Output {
    let result = try Tool.run(arguments, scratch: scratch)
    let failure =
      switch result.end {
      case .exited: String(result.errors.prefix(4000))
      case .signalled(let signal): "the compiler was ended by signal \(signal)"
      }
    return Output(
      messages: CompilerMessage.all(in: result.errors), succeeded: result.succeeded,
      failure: failure)
  }
}
