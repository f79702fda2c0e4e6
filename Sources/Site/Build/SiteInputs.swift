import Article
import Diagnostics
import Foundation

/// Everything that a site is made of, read and parsed: what can be wrong before anything runs.
public struct SiteInputs: Sendable {
  public let folder: SiteFolder
  public let site: SiteFile
  public let documents: [Document]
  public let templates: TemplateFolder
  public private(set) var diagnostics: [Diagnostic] = []
  /// The text of every file that a diagnostic may name, for excerpts.
  public private(set) var sources: [String: String]
  let siteFileBytes: [UInt8]

  public init(in folder: SiteFolder) {
    self.folder = folder
    let (bytes, missing) = SiteInputs.siteFile(in: folder)
    siteFileBytes = bytes
    let read = missing == nil ? SiteFileReader.read(bytes) : (SiteFile(title: ""), [])
    site = read.0
    templates = TemplateFolder(in: folder)
    let articles = ArticleFiles(in: folder)
    documents = Stages.parse(articles.files)
    diagnostics =
      [missing].compactMap { $0 } + read.1 + templates.diagnostics + articles.diagnostics
    sources = templates.sources
    sources[SiteFolder.siteFilePath] = String(decoding: bytes, as: UTF8.self)
    for document in documents { sources[document.path] = document.source }
  }

  /// The ids of all claims, cited statements and folklore.
  public var claimIDs: [String] { documents.flatMap { ClaimIDs.all(in: $0.blocks) } }

  private static func siteFile(in folder: SiteFolder) -> ([UInt8], Diagnostic?) {
    do {
      return ([UInt8](try Data(contentsOf: folder.siteFile)), nil)
    } catch {
      let place = Place(file: SiteFolder.siteFilePath, line: 1, column: 1)
      let message = "the site file cannot be read: \(error.localizedDescription)"
      return ([], Diagnostic("site.missing", at: place, message))
    }
  }
}
