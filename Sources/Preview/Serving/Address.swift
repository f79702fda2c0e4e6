import Foundation
import Site

/// What an address of the preview leads to. Only what the site is made of can be reached: addresses
/// are looked up among the files in memory, and never become a path on the disk.
enum Address: Equatable {
  case file(String)
  /// A folder without its slash: relative links on its page would go wrong.
  case folder(String)
  case nothing

  /// - Parameter path: as it stands in the request, percent-encoded.
  init(_ path: some StringProtocol, in tree: SiteTree) {
    guard path.hasPrefix("/"), let decoded = path.removingPercentEncoding else {
      self = .nothing
      return
    }
    let file = String(decoded.dropFirst())
    if file.isEmpty || file.hasSuffix("/") {
      self = tree[file + "index.html"] == nil ? .nothing : .file(file + "index.html")
    } else if tree[file] != nil {
      self = .file(file)
    } else {
      self = tree[file + "/index.html"] == nil ? .nothing : .folder(String(path) + "/")
    }
  }

  /// The type that a browser is told.
  static func contentType(of file: String) -> String {
    switch file.split(separator: ".").last?.lowercased() {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "json": "application/json; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "webp": "image/webp"
    case "gif": "image/gif"
    case "woff2": "font/woff2"
    case "xml": "application/xml; charset=utf-8"
    case "txt", "py": "text/plain; charset=utf-8"
    case "pdf": "application/pdf"
    default: "application/octet-stream"
    }
  }
}
