import Diagnostics
import Foundation
import Ledger
import Site
import Weave

/// What the preview says at the top of a page: what is wrong with the article it shows, what is
/// running, which verdicts the last edit has changed. All text of an article is escaped.
struct PreviewPanel {
  let edition: Edition
  /// The article that the page shows; `nil` on pages that are about none, which show everything.
  let article: String?

  static let identifier = "evident-preview"

  var html: String {
    HTML.sequence(rows.isEmpty ? [badge] : [panel, badge]).description
  }

  private var panel: HTML {
    .element(
      "aside",
      [
        .init("class", "evident-preview"), .init("id", Self.identifier),
        .init("aria-label", "Preview"),
      ], rows)
  }

  private var rows: [HTML] {
    var rows: [HTML] = []
    if !edition.running.isEmpty {
      rows.append(.paragraph([.text("Running \(edition.running.joined(separator: ", ")) …")]))
    }
    for change in edition.changes where article == nil || change.article == article {
      rows.append(.paragraph([.text(PreviewPanel.sentence(change))]))
    }
    rows += waiting
    if !own.isEmpty { rows.append(.element("ol", [], own.map(item))) }
    rows += others
    return rows
  }

  /// A button for each article whose slow blocks wait: this page's own, or all of them.
  private var waiting: [HTML] {
    edition.waiting.sorted { $0.key < $1.key }.compactMap { path, count in
      guard article == nil || article == path else { return nil }
      let sentence = PreviewPanel.count(count, "slow block") + " of \(path) not run. "
      return .element(
        "form",
        [
          .init("method", "post"), .init("class", "evident-preview-slow"),
          .url("action", PreviewServer.runPath + "?article=" + PreviewPanel.queryValue(path)),
        ],
        [.text(sentence), .element("button", [], [.text("Run")])])
    }
  }

  private static func queryValue(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }

  private static let plain = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")

  static func sentence(_ change: VerdictChange) -> String {
    let before = change.before.map { "\($0.word.lowercased()) → " } ?? "new: "
    return "Claim \(change.claim): \(before)\(change.after.word.lowercased())"
  }

  // MARK: Diagnostics

  private var all: [Diagnostic] { edition.draft?.verification.diagnostics ?? [] }

  private func isArticle(_ file: String) -> Bool {
    edition.draft?.verification.documents.contains { $0.path == file } ?? false
  }

  /// Of this article, and of what all pages share.
  private var own: [Diagnostic] {
    all.filter { found in
      guard let article, let file = found.place?.file else { return true }
      return file == article || !isArticle(file)
    }
  }

  /// One line for each other article with errors, with a link to it.
  private var others: [HTML] {
    guard let article, let documents = edition.draft?.verification.documents else { return [] }
    return documents.filter { $0.path != article }.compactMap { document in
      let errors = all.count { $0.severity == .error && $0.place?.file == document.path }
      guard errors > 0 else { return nil }
      return .paragraph([
        .text(PreviewPanel.count(errors, "error") + " in "),
        .element("a", [.url("href", "/\(document.slug)/")], [.text(document.path)]),
      ])
    }
  }

  private func item(_ found: Diagnostic) -> HTML {
    var head: [HTML] = []
    if found.severity == .error { head.append(.element("strong", [], [.text("error: ")])) }
    head.append(.text(found.message))
    var children: [HTML] = [.paragraph(head)]
    if let place = found.place { children.append(line(of: place)) }
    for note in found.notes {
      let place = note.place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
      children.append(.paragraph([.text(place + note.message)]))
    }
    if let fix = found.fix { children.append(.paragraph([.text(fix)])) }
    return .element("li", [.init("class", found.severity.rawValue)], children)
  }

  /// The place, and the line that stands there.
  private func line(of place: Place) -> HTML {
    var text = "\(place.file):\(place.line):\(place.column)"
    let lines = edition.sources[place.file]?
      .split(separator: "\n", maxSplits: place.line, omittingEmptySubsequences: false)
    if let lines, place.line >= 1, lines.count >= place.line {
      text += "\n" + lines[place.line - 1].prefix(300)
    }
    return .element("pre", [], [.text(text)])
  }

  // MARK: The badge

  private var badge: HTML {
    let errors = own.count { $0.severity == .error }
    var words: [String] = []
    if edition.draft == nil {
      words = ["Reading the site …"]
    } else {
      if !edition.running.isEmpty { words.append("running …") }
      if errors > 0 { words.append(PreviewPanel.count(errors, "error")) }
      words += verdicts
    }
    var name = "evident-preview-badge"
    if errors > 0 {
      name += " evident-preview-badge--wrong"
    } else if !edition.running.isEmpty || edition.draft == nil {
      name += " evident-preview-badge--running"
    }
    return .element(
      "a", [.init("class", name), .url("href", "#" + (rows.isEmpty ? "" : Self.identifier))],
      [.text(words.isEmpty ? "Preview" : words.joined(separator: " · "))])
  }

  /// "30 holds", "1 refuted": of the page's claims.
  private var verdicts: [String] {
    let claims = (edition.draft?.verification.ledger.countedClaims ?? [])
      .filter { article == nil || $0.article == article }
    return Verdict.allCases.compactMap { verdict in
      let count = claims.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(verdict.word.lowercased())"
    }
  }

  private static func count(_ count: Int, _ word: String) -> String {
    count == 1 ? "1 \(word)" : "\(count) \(word)s"
  }
}

extension HTML {
  fileprivate static func paragraph(_ children: [HTML]) -> HTML { .element("p", [], children) }
}
