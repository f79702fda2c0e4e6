import Article
import Ledger
import Records
import Weave

/// What the templates `ledger` and `folklore` see: every claim of the site, by article.
struct LedgerPage {
  /// An article with its claims, as both pages list it.
  struct Section {
    var document: Document
    var woven: WovenArticle
    var entries: [ClaimEntry]
  }

  let sections: [Section]

  /// - Parameter order: the articles as the index lists them; those without a claim are left out.
  init(_ order: [Document], _ woven: [WovenArticle], _ ledger: SiteLedger) {
    let wovenByPath = Dictionary(
      woven.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = Dictionary(grouping: ledger.claims, by: \.article)
    sections = order.compactMap { document in
      guard let woven = wovenByPath[document.path], let claims = entries[document.path] else {
        return nil
      }
      return Section(
        document: document, woven: woven, entries: claims.sorted { $0.place < $1.place })
    }
  }

  /// The ledger: a group of rows for each article.
  var groups: [[String: Any]] {
    sections.map { section in
      [
        "title": section.document.frontMatter.title,
        "href": section.document.slug + "/index.html",
        "rows": LedgerPage.pairs(section).map { entry, summary in row(entry, summary) },
      ]
    }
  }

  /// The folklore page: only articles that have some.
  var folklore: [[String: Any]] {
    sections.compactMap { section in
      let sayings = LedgerPage.pairs(section).compactMap { entry, summary in
        summary.folklore.map { saying(entry, summary, $0) }
      }
      guard !sayings.isEmpty else { return nil }
      return [
        "title": section.document.frontMatter.title,
        "href": section.document.slug + "/index.html", "sayings": sayings,
      ]
    }
  }

  private static func pairs(_ section: Section) -> [(ClaimEntry, ClaimSummary)] {
    let summaries = Dictionary(
      section.woven.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return section.entries.compactMap { entry in summaries[entry.id].map { (entry, $0) } }
  }

  private func row(_ entry: ClaimEntry, _ summary: ClaimSummary) -> [String: Any] {
    let kind = entry.kind == .claim ? "Claim" : entry.kind == .cited ? "Cited" : "Folklore"
    var values = badge(entry)
    values.merge(
      [
        "id": entry.id, "claimTitle": summary.title, "number": "\(kind) \(entry.number)",
        "anchor": entry.page + "#" + entry.anchor,
        "order": Verdict.allCases.firstIndex(of: entry.verdict).map(String.init) ?? "",
        "weakest": LedgerPage.weakest(entry).map { "\($0.order)" } ?? "",
        "slackOrder": LedgerPage.number(entry.checks.compactMap(\.slack).max()),
        "checks": summary.checks.map(check),
      ]) { _, new in new }
    if entry.isDemonstration { values["note"] = "demonstration" }
    if summary.checks.isEmpty { values["reason"] = entry.reason ?? LedgerPage.without(entry) }
    return values
  }

  private func check(_ check: ClaimSummary.Check) -> [String: Any] {
    var values: [String: Any] = [
      "verdict": check.verdict.rawValue, "symbol": check.verdict.symbol,
      "word": check.verdict.word, "evidence": check.evidence.rawValue,
      "sentence": check.sentence, "coverage": check.coverage, "subject": check.subject,
      "margins": check.margins.map { ["name": $0.name, "value": $0.value] },
    ]
    values["part"] = check.part.map(String.init)
    return values
  }

  /// Folklore whose refutation holds is false, and its badge says so, as on its card.
  private func badge(_ entry: ClaimEntry) -> [String: Any] {
    let isExploded = entry.kind == .folklore && [.holds, .refuted].contains(entry.verdict)
    let shown = isExploded ? Verdict.refuted : entry.verdict
    return [
      "verdict": shown.rawValue, "symbol": shown.symbol,
      "word": isExploded ? "False" : entry.verdict.word,
    ]
  }

  private func saying(
    _ entry: ClaimEntry, _ summary: ClaimSummary, _ folklore: ClaimSummary.Folklore
  ) -> [String: Any] {
    var values = badge(entry)
    values.merge(
      [
        "id": entry.id, "claimTitle": summary.title, "number": "Folklore \(entry.number)",
        "anchor": entry.page + "#" + entry.anchor, "said": folklore.said,
        "witnesses": folklore.witnesses, "rescue": folklore.rescue,
      ]) { _, new in new }
    return values
  }

  private static func without(_ entry: ClaimEntry) -> String {
    entry.kind == .cited ? "Taken from the source; not verified here." : "Nothing was checked."
  }

  private static func weakest(_ entry: ClaimEntry) -> Evidence? {
    entry.checks.map(\.record.evidence).max { $0.order < $1.order }
  }

  private static func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}
