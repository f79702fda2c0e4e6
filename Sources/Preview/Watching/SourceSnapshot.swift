import Foundation
import Runner
import Site

/// Everything that a site is made from, as it lies on the disk at one moment: which files there
/// are, and the stamp of each. What a build or an editor puts beside them is not looked at, so that
/// it cannot make the site build again.
struct SourceSnapshot: Equatable, Sendable {
  private(set) var files: [String: FileStamp] = [:]
  /// The folders that hold sources, or could: where news can come from.
  private(set) var folders: Set<String> = []

  init(of site: SiteFolder) {
    let base = site.url("site").path
    walk(site.articles.path) { $0.hasSuffix(".md") }
    walk(site.templates.path) { $0.hasSuffix(".mustache") }
    walk(site.assets.path) { _ in true }
    folders.formUnion([site.root.path, base])
    for file in [site.siteFile.path, base + "/references.json"] { take(file) }
  }

  /// Files that vanish while we look are not there.
  private mutating func take(_ path: String) { files[path] = FileStamp(path: path) }

  private mutating func walk(_ folder: String, accepts: (String) -> Bool) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    folders.insert(folder)
    for name in names where !name.hasPrefix(".") {
      let path = folder + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        // A link could lead back up.
        if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil {
          walk(path, accepts: accepts)
        }
      } else if accepts(name) {
        take(path)
      }
    }
  }
}
