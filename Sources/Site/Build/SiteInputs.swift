import Article
import Diagnostics
import Foundation
import Runner

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
  /// What a person has read of the claims.
  public let reviewed: ReviewedFile
  /// The articles' bytes by path.
  private let read: [String: [UInt8]]

  /// - Parameter earlier: what the site was made of before: an article that has not changed since
  ///   is not parsed again.
  public init(in folder: SiteFolder, after earlier: SiteInputs? = nil) {
    self.folder = folder
    let (bytes, missing) = SiteInputs.siteFile(in: folder)
    siteFileBytes = bytes
    let siteFile = missing == nil ? SiteFileReader.read(bytes) : (SiteFile(title: ""), [])
    site = siteFile.0
    templates = TemplateFolder(in: folder)
    let articles = ArticleFiles(in: folder)
    self.read = Dictionary(
      articles.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    documents = SiteInputs.parse(articles.files, after: earlier)
    let (reviewed, unread) = ReviewedFile.read(in: folder)
    self.reviewed = reviewed
    diagnostics =
      [missing, unread].compactMap { $0 } + siteFile.1 + templates.diagnostics
      + articles.diagnostics
    sources = templates.sources
    sources[SiteFolder.siteFilePath] = String(decoding: bytes, as: UTF8.self)
    for document in documents { sources[document.path] = document.source }
  }

  /// What random draws are made from.
  public var seed: RunSeed { site.seed }

  /// The ids of all claims, cited statements and folklore.
  public var claimIDs: [String] { documents.flatMap { ClaimIDs.all(in: $0.blocks) } }

  private static func parse(_ files: [ArticleFiles.File], after earlier: SiteInputs?) -> [Document]
  {
    guard let earlier else { return Stages.parse(files) }
    let known = Dictionary(
      earlier.documents.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return files.flatMap { file in
      if let document = known[file.path], earlier.read[file.path] == file.bytes {
        return [document]
      }
      return Stages.parse([file])
    }
  }

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
