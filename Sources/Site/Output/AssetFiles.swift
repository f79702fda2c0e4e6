import Diagnostics
import Foundation

/// The site's own assets: every file under `site/assets`, hidden ones left out, as it is.
struct AssetFiles {
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(in folder: SiteFolder) {
    for path in AssetFiles.paths(in: folder) {
      let source = "\(SiteFolder.assetsPath)/\(path)"
      if let data = FileManager.default.contents(atPath: folder.url(source).path) {
        files.append(("assets/" + path, [UInt8](data)))
      } else {
        diagnostics.append(Diagnostic("site.asset", at: nil, "\(source) cannot be read"))
      }
    }
  }

  /// The paths of all assets, below the folder of assets.
  static func paths(in folder: SiteFolder) -> [String] {
    let walk = FileManager.default.enumerator(
      at: folder.assets, includingPropertiesForKeys: [.isRegularFileKey],
      options: [.skipsHiddenFiles])
    let base = folder.assets.path + "/"
    var paths: [String] = []
    while let url = walk?.nextObject() as? URL {
      let path = url.standardizedFileURL.path
      let isFile = try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
      if isFile == true && path.hasPrefix(base) { paths.append(String(path.dropFirst(base.count))) }
    }
    return paths.sorted()
  }
}
