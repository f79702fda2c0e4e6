import Article
import Records
import Runner

/// What a page is made of, as one hash in its footer: who has the same inputs gets the same page.
struct PageInputs {
  /// Everything that all pages share: the site file and the templates, by path.
  private let shared: String

  init(siteFile: [UInt8], templates: [String: String]) {
    let parts = templates.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    shared = SHA256.hexDigest(ofParts: [String(decoding: siteFile, as: UTF8.self)] + parts)
  }

  func hash(of document: Document, provenance: [String: String]) -> String {
    let made = provenance.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    return SHA256.hexDigest(ofParts: [shared, document.path, document.source] + made)
  }
}
