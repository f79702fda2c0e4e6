import Article
import Diagnostics
import Foundation
import Records

@testable import Runner

/// A runner with the package's own core library, made once for all tests.
///
/// `swift test` builds the dynamic library and its modules beside the test program, since it builds
/// every product of the package. Where they are not (tests started by other means), the library is
/// built once into a folder of its own. `EVIDENT_CORE_BUILD` names another build to test with.
enum TestRunner {
  static let shared = Result { try make() }

  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static func make() throws -> Runner {
    let scratch = NSTemporaryDirectory() + "/evident-runner-tests"
    let toolchain = try Toolchain.find(scratch: scratch)
    return try Runner(core: try core(), toolchain: toolchain, scratch: scratch, jobs: 2)
  }

  private static func core() throws -> CoreLibrary {
    let environment = ProcessInfo.processInfo.environment
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    for build in [environment["EVIDENT_CORE_BUILD"], beside, package + "/.build/debug"] {
      guard let build else { continue }
      let core = CoreLibrary(package: package, build: build)
      if core.defect == nil { return core }
    }
    let build = package + "/.build/core-for-tests"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swift", "build", "--package-path", package, "--scratch-path", build, "--product",
      "EvidentKit",
    ]
    try process.run()
    process.waitUntilExit()
    return CoreLibrary(package: package, build: build + "/debug")
  }
}

/// Runs one article written as text.
func run(
  _ text: String, path: String = "articles/x.md", limits: RunLimits = RunLimits(),
  sandbox: Sandbox? = nil, leavesOutSlow: Bool = false
) throws -> ArticleRun {
  var runner = try TestRunner.shared.get()
  runner.limits = limits
  runner.sandbox = sandbox ?? runner.sandbox
  let document = Sketch.document(text, path: path)
  return try runner.run([document], leavesOutSlow: leavesOutSlow)[0]
}

extension ArticleRun {
  /// "line:column id message", as a reader of a report sees it.
  var findings: [String] { diagnostics.map(\.line) }

  /// What a runnable printed.
  func printed(_ number: Int) -> String {
    (output[number] ?? []).map { if case .printed(let text) = $0 { text } else { "" } }.joined()
  }
}

extension Diagnostic {
  var line: String {
    "\(place?.line ?? 0):\(place?.column ?? 0) \(id) \(message)"
  }
}
