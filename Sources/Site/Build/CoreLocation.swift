import Diagnostics
import Foundation
import Runner

/// Where the library that articles import was built: beside this program, because one build makes
/// both. `EVIDENT_CORE` names another build folder (`…/.build/release`).
enum CoreLocation {
  static let variable = "EVIDENT_CORE"

  static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: URL? = Bundle.main.executableURL
  ) throws(StageFailure) -> CoreLibrary {
    let (build, package) = try folders(environment, executable)
    let core = CoreLibrary(package: package.path, build: build.path)
    if let defect = core.defect { throw failure(defect) }
    return core
  }

  /// The folder of the package that this program was built from: it holds the templates and assets
  /// that a new site begins with.
  static func package(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: URL? = Bundle.main.executableURL
  ) throws(StageFailure) -> URL {
    try folders(environment, executable).package
  }

  private static func folders(
    _ environment: [String: String], _ executable: URL?
  ) throws(StageFailure) -> (build: URL, package: URL) {
    let named = environment[variable].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
    guard let build = named ?? executable?.resolvingSymlinksInPath().deletingLastPathComponent()
    else {
      throw failure("this program does not know where it stands")
    }
    guard let package = package(of: build) else {
      throw failure("no Package.swift stands above \(build.path)")
    }
    return (build, package)
  }

  /// The nearest folder above the build folder that holds the package: its module maps are needed.
  private static func package(of build: URL) -> URL? {
    var folder = build.standardizedFileURL
    while folder.path != "/" {
      let manifest = folder.appending(path: "Package.swift")
      if FileManager.default.fileExists(atPath: manifest.path) { return folder }
      folder = folder.deletingLastPathComponent().standardizedFileURL
    }
    return nil
  }

  private static func failure(_ reason: String) -> StageFailure {
    StageFailure(
      Diagnostic(
        "core.missing", at: nil, "the library that articles import was not found: \(reason)",
        fix: "build it with `swift build -c release`, or name the build's folder in \(variable)"))
  }
}
