import Foundation

/// Where everything of a site stands on the disk. The root is the folder that holds
/// `site/site.yml`; every path that a diagnostic names is relative to it.
public struct SiteFolder: Sendable, Equatable {
  public var root: URL

  public init(root: URL) { self.root = root.standardizedFileURL }

  public static let siteFilePath = "site/site.yml"
  public static let articlesPath = "articles"
  public static let templatesPath = "site/templates"
  public static let assetsPath = "site/assets"
  public static let publicPath = "site/public"
  public static let reviewedPath = "site/reviewed.json"

  public var siteFile: URL { url(Self.siteFilePath) }
  public var articles: URL { url(Self.articlesPath) }
  public var templates: URL { url(Self.templatesPath) }
  public var assets: URL { url(Self.assetsPath) }
  public var output: URL { url(Self.publicPath) }
  public var reviewed: URL { url(Self.reviewedPath) }

  public func url(_ path: String) -> URL { root.appending(path: path) }

  /// The nearest folder at or above `start` that holds a site file.
  public static func find(from start: URL) -> SiteFolder? {
    var folder = start.standardizedFileURL
    while true {
      let candidate = SiteFolder(root: folder)
      if FileManager.default.fileExists(atPath: candidate.siteFile.path) { return candidate }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      if parent.path == folder.path { return nil }
      folder = parent
    }
  }
}
