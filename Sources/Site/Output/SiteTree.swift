/// The whole site in memory, before anything is written: every file by its path below
/// `site/public`.
public struct SiteTree: Sendable, Equatable {
  public private(set) var files: [String: [UInt8]] = [:]

  public init() {}

  /// First components of paths that articles may not take.
  static let reservedNames: Set<String> = [
    "assets", "404.html", "index.html", "ledger.json", "ledger", "folklore",
    "certificates",
  ]

  /// What a link may lead to besides the articles' pages: the assets, by path, and whatever the
  /// site makes of itself, by the first component.
  static func targets(of folder: SiteFolder) -> Set<String> {
    reservedNames.subtracting(["assets"])
      .union(AssetFiles.paths(in: folder).map { "assets/" + $0 })
  }

  public subscript(path: String) -> [UInt8]? {
    get { files[path] }
    set { files[path] = newValue }
  }

  public mutating func add(_ text: String, at path: String) { files[path] = Array(text.utf8) }

  /// In the order of their bytes, so that writing is the same everywhere.
  public var paths: [String] {
    files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
