import Foundation
import Testing

/// The launcher is run in a folder of its own, with stand-ins for Swift, dpkg and apt that write
/// down how they were called.
@Suite("The launcher")
struct LauncherTests {
  private let folder: TemporaryFolder
  private var root: URL { folder.url.appending(path: "a project") }

  init() throws {
    folder = try TemporaryFolder()
    let launcher = Repository.folder.root.appending(path: "evident")
    try folder.write(String(decoding: Data(contentsOf: launcher), as: UTF8.self), at: project)
    try folder.write("// package", at: "a project/Package.swift")
    try folder.write("let x = 1", at: "a project/Sources/A/A.swift")
    try tool("swift", LauncherTests.swift)
    try tool("dpkg-query", "grep -q \"^$4$\" \"$HERE/installed\" && echo 'install ok installed'")
    try tool("apt-get", "log apt-get \"$@\"; exit \"${APT_FAILS:-0}\"")
    try tool("apt-cache", "exit 0")
    try tool("sudo", "exit 1")
    try tool("python3", "exit 0")
    try makeExecutable(project)
    try folder.write(LauncherTests.packages.joined(separator: "\n") + "\n", at: "installed")
  }

  private let project = "a project/evident"

  private static let packages = [
    "libcmark-gfm-dev", "libcmark-gfm-extensions-dev", "libjs-katex", "fonts-katex",
    "libjavascriptcoregtk-4.1-dev", "libflint-dev", "libflint-arb-dev", "liblapacke-dev",
    "libopenblas-dev", "bubblewrap", "pkg-config",
  ]

  /// Says its version, and "builds" a program that repeats its arguments and exits with the first.
  private static let swift = """
    log swift "$1"
    case $1 in
      --version) echo "Swift version ${SWIFT_IS:-6.3.1} (swift-RELEASE)" ;;
      build)
        [[ -z ${BUILD_FAILS-} ]] || exit 1
        mkdir -p "$3/.build/release"
        printf '#!/bin/bash\\necho "ran: $*"\\nexit "${1:-0}"\\n' >"$3/.build/release/evident"
        chmod +x "$3/.build/release/evident"
        ;;
      test) echo "tests with $EVIDENT_CORE" ;;
    esac
    """

  private func tool(_ name: String, _ body: String) throws {
    let head = "#!/bin/bash\nHERE=\(folder.url.path)\nlog() { echo \"$*\" >>\"$HERE/log\"; }\n"
    try folder.write(head + body + "\n", at: "bin/\(name)")
    try makeExecutable("bin/\(name)")
  }

  private func makeExecutable(_ path: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: path).path)
  }

  private struct Run: Equatable {
    var code: Int32
    var output: String
    var errors: String
    /// How the tools were called.
    var log: [String]
  }

  private func launch(
    _ arguments: [String], through path: String? = nil, _ environment: [String: String] = [:]
  ) throws -> Run {
    try? folder.remove("log")
    let process = Process()
    process.executableURL = folder.url.appending(path: path ?? project)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    let paths = "\(folder.url.path)/bin:/usr/bin:/bin"
    process.environment = ["PATH": paths].merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    let errors = folder.url.appending(path: "errors")
    try folder.write("", at: "errors")
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      errors: folder.text("errors") ?? "",
      log: (folder.text("log") ?? "").split(separator: "\n").map(String.init))
  }

  @Test("builds once, passes arguments and exit codes on, and starts no Swift the second time")
  func twice() throws {
    let first = try launch(["0", "a b"])
    #expect(first.log == ["swift --version", "swift build"])
    #expect(first.output == "ran: 0 a b\n")
    let second = try launch(["2"])
    #expect(second == Run(code: 2, output: "ran: 2\n", errors: "", log: []))
  }

  @Test("builds again when a source changed, appeared or vanished")
  func changes() throws {
    _ = try launch(["0"])
    try folder.write("let xyz = 1", at: "a project/Sources/A/A.swift")
    #expect(try launch(["0"]).log == ["swift --version", "swift build"])
    try folder.write("", at: "a project/Sources/A/B.swift")
    #expect(try launch(["0"]).log == ["swift --version", "swift build"])
    try folder.remove("a project/Sources/A/B.swift")
    #expect(try launch(["0"]).log == ["swift --version", "swift build"])
    #expect(try launch(["0"]).log == [])
  }

  @Test("works through a symbolic link")
  func link() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "linked").path, withDestinationPath: project)
    #expect(try launch(["0"], through: "linked").output == "ran: 0\n")
  }

  @Test("a build that fails is no build: the next call tries again")
  func failure() throws {
    let failed = try launch(["0"], ["BUILD_FAILS": "1"])
    #expect(failed.code == 1)
    #expect(failed.errors.hasSuffix("evident: the generator could not be built\n"))
    #expect(try launch(["0"]).log == ["swift --version", "swift build"])
  }

  @Test("test hands over to swift test, with the core library beside it")
  func tests() throws {
    let run = try launch(["test", "--filter", "X"])
    #expect(run.log == ["swift --version", "swift build", "swift test"])
    #expect(run.output == "tests with \(root.path)/.build/release\n")
  }

  @Test("an old Swift is told in a sentence")
  func oldSwift() throws {
    let old = try launch(["0"], ["SWIFT_IS": "6.2"])
    #expect(old.code == 1)
    #expect(old.errors.contains("Evident needs Swift 6.3 or newer"))
  }

  @Test(
    "no Swift is told in a sentence",
    .enabled(if: !FileManager.default.fileExists(atPath: "/usr/bin/swift"), "Swift is in /usr/bin"))
  func noSwift() throws {
    try folder.remove("bin/swift")
    let none = try launch(["0"])
    #expect(none.code == 1)
    #expect(none.errors.contains("Swift was not found"))
  }

  @Test("missing packages are installed without a question, or named when that is not possible")
  func packages() throws {
    try folder.write("libjs-katex\n", at: "installed")
    let run = try launch(["0"])
    let missing = Self.packages.filter {
      $0 != "libjs-katex" && !($0 == "pkg-config" && hasPkgConfig)
        && !($0 == "libflint-arb-dev" && hasFLINT3)
    }.joined(separator: " ")
    if getuid() == 0 {
      #expect(run.log.last { $0.hasPrefix("apt-get") }?.hasSuffix("-y \(missing)") == true)
      #expect(run.errors.contains("installing with apt-get: \(missing)"))
      #expect(run.output == "ran: 0\n")
      try folder.remove("a project/.build")
      let failed = try launch(["0"], ["APT_FAILS": "100"])
      #expect(failed.code == 1)
      #expect(failed.errors.contains("apt-get install \(missing)"))
    } else {
      #expect(run.code == 1)
      #expect(run.errors.contains("apt-get install \(missing)"))
    }
  }

  private var hasPkgConfig: Bool {
    ["/usr/bin/pkg-config", "/bin/pkg-config"].contains {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  private var hasFLINT3: Bool {
    FileManager.default.fileExists(atPath: "/usr/include/flint/arb.h")
  }

  @Test("calls at once build once")
  func together() async throws {
    let launcher = folder.url.appending(path: project)
    let path = "\(folder.url.path)/bin:/usr/bin:/bin"
    let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<6 {
        group.addTask {
          let process = Process()
          process.executableURL = launcher
          process.arguments = ["0"]
          process.environment = ["PATH": path]
          process.standardOutput = FileHandle.nullDevice
          process.standardError = FileHandle.nullDevice
          try process.run()
          process.waitUntilExit()
          return process.terminationStatus
        }
      }
      return try await group.reduce(into: [Int32]()) { $0.append($1) }
    }
    #expect(codes == [0, 0, 0, 0, 0, 0])
    let builds = (folder.text("log") ?? "").split(separator: "\n").count { $0 == "swift build" }
    #expect(builds == 1)
  }
}
