import Foundation

/// A Swift toolchain: where its tools are, and what it is.
public struct Toolchain: Sendable, Equatable, Codable {
  /// The folder that holds `bin` and `lib`.
  public var root: String
  /// "Swift version 6.3.1 (swift-6.3.1-RELEASE)".
  public var version: String
  /// "x86_64-unknown-linux-gnu".
  public var target: String
  /// Where the runtime's libraries are.
  public var runtime: String
  /// The platform's SDK, where there is such a thing.
  public var sdk: String?

  public struct NotFound: Error, CustomStringConvertible {
    public var description: String
  }

  /// The toolchain of the `swiftc` that the shell would find, as that compiler itself describes it:
  /// `swiftc` may be a link or the shim of a version manager.
  ///
  /// - Parameter scratch: a folder that may be written.
  public static func find(scratch: String) throws -> Toolchain {
    guard let swiftc = search("swiftc") else {
      throw NotFound(description: "there is no `swiftc` in $PATH: install Swift 6.3")
    }
    return try RunFolder.with(in: scratch) { try toolchain(of: swiftc, folder: $0) }
  }

  /// What `swiftc -print-target-info` says.
  private struct Information: Decodable {
    struct Target: Decodable { var triple: String }
    struct Paths: Decodable {
      var runtimeLibraryPaths: [String]
      var runtimeResourcePath: String
    }
    var compilerVersion: String
    var target: Target
    var paths: Paths
  }

  private static func toolchain(of swiftc: String, folder: String) throws -> Toolchain {
    let result: Tool.Result
    do {
      result = try Tool.run([swiftc, "-print-target-info"], scratch: folder)
    } catch {
      throw NotFound(description: error.message)
    }
    guard result.succeeded,
      let information = try? JSONDecoder().decode(
        Information.self, from: Data(result.output.utf8)),
      let runtime = information.paths.runtimeLibraryPaths.first
    else {
      throw NotFound(description: "`\(swiftc) -print-target-info` failed: \(result.errors)")
    }
    let resources = URL(fileURLWithPath: information.paths.runtimeResourcePath)
    let root = resources.deletingLastPathComponent().deletingLastPathComponent().path
    return Toolchain(
      root: root, version: information.compilerVersion, target: information.target.triple,
      runtime: runtime, sdk: sdkPath(scratch: folder))
  }

  var frontend: String { root + "/bin/swift-frontend" }
  var autolinkExtract: String { root + "/bin/swift-autolink-extract" }
  var clang: String { root + "/bin/clang" }
  var symbolGraphExtract: String { root + "/bin/swift-symbolgraph-extract" }
  var symbolizer: String { root + "/bin/llvm-symbolizer" }
  var helpers: String { root + "/libexec" }
  var indexStoreLibrary: String {
    #if os(macOS)
      root + "/lib/libIndexStore.dylib"
    #else
      root + "/lib/libIndexStore.so"
    #endif
  }
  var backtracer: String { helpers + "/swift/linux/swift-backtrace" }
  var architecture: String { String(target.prefix { $0 != "-" }) }

  static func search(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func sdkPath(scratch: String) -> String? {
    #if os(macOS)
      let result = try? Tool.run(["/usr/bin/xcrun", "--show-sdk-path"], scratch: scratch)
      return result?.output.trimmingCharacters(in: .whitespacesAndNewlines)
    #else
      return nil
    #endif
  }
}
