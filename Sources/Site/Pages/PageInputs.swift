import Article
import Records

/// What a page is made of, as one hash in its footer: who has the same inputs gets the same page.
struct PageInputs {
  /// Everything that all pages share: the site file and the templates, by path.
  private let shared: String

  init(siteFile: [UInt8], templates: [String: String]) {
    let parts = templates.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    shared = PageInputs.digest([String(decoding: siteFile, as: UTF8.self)] + parts)
  }

  func hash(of document: Document, provenance: [String: String]) -> String {
    let made = provenance.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    return PageInputs.digest([shared, document.path, document.source] + made)
  }

  /// Each part goes in with its length, so that no two lists of parts read the same.
  private static func digest(_ parts: [String]) -> String {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += "\(part.utf8.count)\n".utf8
      bytes += part.utf8
    }
    return SHA256.hexDigest(of: bytes)
  }
}
