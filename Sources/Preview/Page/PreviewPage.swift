import Site
import Weave

/// A page of the site with what the preview adds to it: the panel, its style, and the script that
/// follows the next edition.
struct PreviewPage {
  let edition: Edition
  /// The edition's name, for the script to ask what comes after it.
  let name: String

  /// The page of a file of the site.
  func html(of file: String) -> String {
    let text = (edition.draft?.tree[file]).map { String(decoding: $0, as: UTF8.self) } ?? ""
    // Without its templates a page is empty: what is wrong with them is then all there is to show.
    return added(to: text.contains("<body") ? text : bare, file: file)
  }

  private func added(to text: String, file: String) -> String {
    let panel = PreviewPanel(edition: edition, article: article(of: file)).html
    var text = text
    if let body = text.firstRange(of: "<body"),
      let end = text[body.upperBound...].firstIndex(of: ">")
    {
      text.insert(contentsOf: "\n" + panel, at: text.index(after: end))
    }
    if let head = text.firstRange(of: "</head>") {
      text.insert(contentsOf: links, at: head.lowerBound)
    }
    // It is shown at any address, and its own links start at the site's first page.
    if file == "404.html", let head = text.firstRange(of: "<head>") {
      text.insert(contentsOf: "\n<base href=\"/\">", at: head.upperBound)
    }
    return text
  }

  private var links: String {
    let style = HTML.element(
      "link", [.init("rel", "stylesheet"), .url("href", PreviewStyle.path)], [])
    let script = HTML.element(
      "script",
      [
        .url("src", PreviewScript.path), .init("data-edition", name),
        .init("data-assets", String(edition.assets)), .flag("defer"),
      ], [])
    return "\(style)\n\(script)\n"
  }

  /// The article whose page this is.
  private func article(of file: String) -> String? {
    let slug = file.split(separator: "/").first.map(String.init)
    guard file.hasSuffix("/index.html") else { return nil }
    return edition.draft?.verification.documents.first { $0.slug == slug }?.path
  }

  private var bare: String {
    let sentence =
      edition.draft == nil ? "Reading the site …" : "This page cannot be made."
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="color-scheme" content="light dark">
      <title>Preview</title>
      </head>
      <body>
      <main><p>\(sentence)</p></main>
      </body>
      </html>

      """
  }
}
