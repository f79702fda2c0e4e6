import Foundation

/// The library that articles import: where a build of the package left it.
public struct CoreLibrary: Sendable, Equatable {
  /// The folder of `Evident.swiftmodule` and the modules behind it.
  public var modules: String
  /// The folder of `libEvidentKit`.
  public var libraries: String
  /// The module maps of the C libraries behind it.
  public var moduleMaps: [String]

  public init(modules: String, libraries: String, moduleMaps: [String]) {
    self.modules = modules
    self.libraries = libraries
    self.moduleMaps = moduleMaps
  }

  /// What `swift build --product EvidentKit` leaves.
  ///
  /// - Parameters:
  ///   - package: the folder of `Package.swift`.
  ///   - build: the folder of the configuration, `.build/release` say.
  public init(package: String, build: String) {
    self.init(
      modules: build + "/Modules", libraries: build,
      moduleMaps: ["CFLINT", "CFLINT2", "CLAPACKE"].map {
        "\(package)/Sources/\($0)/module.modulemap"
      })
  }

  static let name = "EvidentKit"

  /// Everything that an article is compiled and linked with.
  var files: [String] {
    #if os(macOS)
      let suffix = "dylib"
    #else
      let suffix = "so"
    #endif
    return CoreNames.modules.map { "\(modules)/\($0).swiftmodule" }
      + ["\(libraries)/lib\(CoreLibrary.name).\(suffix)"] + moduleMaps
  }

  /// What is missing, as a sentence, or `nil` when it can be used.
  public var defect: String? {
    let missing = files.first { !FileManager.default.fileExists(atPath: $0) }
    return missing.map { "the core library is not built: there is no \($0)" }
  }
}
