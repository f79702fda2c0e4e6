import Diagnostics
import Foundation

/// A site to begin with: a site file, this program's own templates and assets, and one article, so
/// that it builds before its author has changed a word.
public struct NewSite: Sendable {
  public let folder: SiteFolder
  /// What will be written: paths relative to the folder, and bytes.
  private let files: [(path: String, bytes: [UInt8])]

  /// Why no site can be started here: a sentence.
  public struct Refusal: Error, Equatable, CustomStringConvertible {
    public var description: String
  }

  /// Reads everything and writes nothing.
  ///
  /// - Parameters:
  ///   - folder: where `site/` and `articles/` will stand; it need not exist.
  ///   - title: the site's; the folder's name if `nil`.
  ///   - date: the first article's, `yyyy-mm-dd`.
  ///   - model: the site whose templates and assets are taken; the one beside this program's
  ///     sources if `nil`.
  public init(
    in folder: URL, title: String?, date: String, like model: SiteFolder? = nil
  ) throws {
    self.folder = SiteFolder(root: folder)
    let model = try model ?? SiteFolder(root: CoreLocation.package())
    let title = title ?? NewSite.title(of: self.folder.root.lastPathComponent)
    var files = [
      (SiteFolder.siteFilePath, NewSite.siteFile(title)), ("site/references.json", "[]\n"),
    ].map { (path: $0.0, bytes: Array($0.1.utf8)) }
    for part in [SiteFolder.templatesPath, SiteFolder.assetsPath] {
      files += try NewSite.copies(of: part, in: model)
    }
    try NewSite.refuse(files.map(\.path), in: self.folder)
    // What somebody has written already is neither replaced nor added to.
    if !FileManager.default.fileExists(atPath: self.folder.articles.path) {
      let article = try NewArticle("A first article", in: self.folder, beside: [], date: date)
      files.append((article.path, Array(article.text.utf8)))
    }
    let ignored = ".gitignore"
    if !FileManager.default.fileExists(atPath: self.folder.url(ignored).path) {
      files.append((ignored, Array(".evident/\n\(SiteFolder.publicPath)/\n".utf8)))
    }
    self.files = files
  }

  /// Writes the files, the site file last: without it there is no site, so one that could not be
  /// written to its end is none. A file that has come to be meanwhile is not overwritten.
  public func write() throws {
    for file in files.dropFirst() + files.prefix(1) {
      let url = folder.url(file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url, options: .withoutOverwriting)
    }
  }

  private static func refuse(_ paths: [String], in folder: SiteFolder) throws(Refusal) {
    for path in paths where FileManager.default.fileExists(atPath: folder.url(path).path) {
      throw Refusal(
        description: path == SiteFolder.siteFilePath
          ? "\(folder.root.path) holds a site already"
          : "\(folder.url(path).path) is there already; nothing was written")
    }
  }

  /// The files below a folder of the model, hidden ones left out.
  private static func copies(
    of part: String, in model: SiteFolder
  ) throws -> [(path: String, bytes: [UInt8])] {
    let base = model.url(part)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted()
    return try paths.compactMap { path in
      let url = base.appending(path: path)
      let values = try url.resourceValues(forKeys: [.isRegularFileKey])
      guard values.isRegularFile == true, !path.split(separator: "/").contains(where: isHidden)
      else { return nil }
      return ("\(part)/\(path)", [UInt8](try Data(contentsOf: url)))
    }
  }

  private static func isHidden(_ name: Substring) -> Bool { name.hasPrefix(".") }

  /// "my-notes" as "My notes".
  private static func title(of name: String) -> String {
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func siteFile(_ title: String) -> String {
    let escaped = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return """
      # What this site is called, and the TeX macros that its formulas may use. There are three more
      # keys: description, author, and the url at which it will stand.
      title: "\(escaped)"
      language: en
      macros:
        \\R: \\mathbb{R}

      """
  }
}
