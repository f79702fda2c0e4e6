// A claim as a reader meets it: number and title, statement, what was established in one sentence
// for each check, and behind a disclosure everything that lets a reader doubt it.

import Article
import Ledger

struct ClaimCardRenderer: Sendable {
  let document: Document
  let entries: [String: ClaimEntry]
  let checks: CheckRenderer
  let formulas: FormulaSetter
  let references: ReferenceResolver
  let outline: Outline
  let listing: CodeRenderer

  func html(_ box: Box, _ prose: ProseRenderer) -> HTML {
    let entry = box.id.flatMap { entries[$0] }
    let verdict = entry?.verdict ?? .notRun
    let body: [HTML] =
      switch box.kind {
      case .folklore: [folklore(box, entry, prose)]
      case .cited: [statement(box.blocks, prose), citedNote]
      default: [statement(box.blocks, prose)]
      }
    let children =
      [header(box, verdict, prose)] + body
      + [
        reason(box, entry), demonstration(entry), drift(entry), summaries(entry),
        details(box, entry),
      ]
    let id = box.id.map { [HTML.Attribute("id", $0)] } ?? []
    return .block(
      "section",
      [.class(classNames(box, verdict))] + id
        + [.init("aria-labelledby", titleID(box))], children)
  }

  // MARK: - The face of the card

  private func classNames(_ box: Box, _ verdict: Verdict) -> String {
    let kind: String =
      switch box.kind {
      case .folklore:
        " folklore folklore--" + (isExploded(verdict) ? "refuted" : "other")
      case .cited: " cited"
      default: ""
      }
    return "claim claim--\(verdict.rawValue)" + kind
  }

  private func titleID(_ box: Box) -> String {
    (box.id ?? "box-\(box.place.line)") + ".title"
  }

  private func header(_ box: Box, _ verdict: Verdict, _ prose: ProseRenderer) -> HTML {
    let number = box.number > 0 ? " \(box.number)" : ""
    let title = HTML.line(
      "h\(outline.level(of: box))", [.class("claim__title"), .init("id", titleID(box))],
      [
        .element("span", class: "claim__number", [.text(box.kind.word + number)]), .text(" "),
        .element("span", class: "claim__name", [prose.render(box.title)]),
      ])
    let permalink = box.id.map { id in
      HTML.line(
        "a",
        [.class("permalink"), .url("href", "#" + id), .init("aria-label", "Link to this claim")],
        [.text("#")])
    }
    let badge: HTML =
      box.kind == .folklore && isExploded(verdict)
      ? verdict.badge(words: "False", symbol: "✗") : verdict.badge()
    return .block(
      "header", class: "claim__header", [title, permalink ?? .nothing, badge])
  }

  private func statement(_ blocks: [Block], _ prose: ProseRenderer) -> HTML {
    .block("div", class: "claim__statement", [prose.render(blocks)])
  }

  private var citedNote: HTML {
    .line("p", class: "cited__note", [.text("Taken from the source; not verified here.")])
  }

  /// The first block of a folklore box is what is commonly said; the rest is what rescues it.
  private func folklore(_ box: Box, _ entry: ClaimEntry?, _ prose: ProseRenderer) -> HTML {
    let said = HTML.block(
      "div", class: "folklore__statement",
      [
        .line("p", class: "folklore__label", [.text("Often said")]),
        .block("del", [], [prose.render(Array(box.blocks.prefix(1)))]),
      ])
    let shown = (entry?.checks ?? []).compactMap { check in
      check.refutation.map {
        HTML.line("p", [], [formulas.sentence("False \($0.failureText).", at: check.place)])
      }
    }
    let but = HTML.block(
      "div", class: "folklore__witness",
      [.line("p", class: "folklore__label", [.text("But")])]
        + (shown.isEmpty ? [.line("p", [], [.text("No witness was found.")])] : shown))
    let rescue = box.blocks.dropFirst()
    let pair = HTML.block("div", class: "folklore__pair", [said, but])
    return rescue.isEmpty
      ? pair : .sequence([pair, statement(Array(rescue), prose)])
  }

  /// What one hopes for: the folklore is known to be false.
  private func isExploded(_ verdict: Verdict) -> Bool { verdict == .holds || verdict == .refuted }

  private func reason(_ box: Box, _ entry: ClaimEntry?) -> HTML {
    guard let entry else {
      return .line("p", class: "claim__reason", [.text("There is no result for this claim.")])
    }
    // A check's own sentence stands below already.
    guard let reason = entry.reason, !entry.checks.contains(where: { $0.sentence == reason })
    else { return .nothing }
    return .line("p", class: "claim__reason", [formulas.sentence(reason, at: box.place)])
  }

  private func demonstration(_ entry: ClaimEntry?) -> HTML {
    guard let entry, entry.isDemonstration else { return .nothing }
    return .line(
      "p", class: "claim__note",
      [.text("Written to show this verdict; it is not counted among the site’s claims.")])
  }

  /// Words and check that have not been read together since one of them changed.
  private func drift(_ entry: ClaimEntry?) -> HTML {
    let sentences = (entry?.reviews ?? []).compactMap { review in
      review.drift.map { drift in
        let name = review.part.map { "part \($0)" } ?? "the statement"
        return switch drift {
        case .statement: "Changed since last read: \(name), but not what is checked."
        case .law: "Changed since last read: what is checked, but not \(name)."
        }
      }
    }
    return .sequence(
      sentences.map { .line("p", class: "claim__drift", [.text($0)]) })
  }

  private func summaries(_ entry: ClaimEntry?) -> HTML {
    guard let entry, !entry.checks.isEmpty else { return .nothing }
    return .block("ul", class: "claim__evidence", entry.checks.map(checks.summary))
  }

  // MARK: - Behind the disclosure

  private func details(_ box: Box, _ entry: ClaimEntry?) -> HTML {
    guard let entry, !entry.checks.isEmpty else { return .nothing }
    let level = outline.level(of: box) + 1
    var checks = checks
    checks.certificatePath = entry.certificatePath
    return .details(
      class: "claim__details", summary: "Evidence",
      entry.checks.map { checks.details($0, headingLevel: level) }
        + [code(entry), assumptions(entry), reproduce(entry)])
  }

  /// Each block of code once, although several checks may stand in it.
  private func code(_ entry: ClaimEntry) -> HTML {
    var seen: Set<String> = []
    let codes = entry.checks.map(\.code).filter { !$0.isEmpty && seen.insert($0).inserted }
    guard !codes.isEmpty else { return .nothing }
    return .details(class: "check__code", summary: "Code", codes.map(listing.html))
  }

  /// Claims first, those that are not established said so; then libraries and theorems.
  private func assumptions(_ entry: ClaimEntry) -> HTML {
    var seen: Set<String> = []
    let grounds = entry.checks.flatMap(\.record.restsOn).filter { seen.insert($0).inserted }
    let items =
      entry.assumptions.map { id in
        let note: HTML = entry.givens.contains(id) ? .text(", not established here") : .nothing
        return HTML.line("li", [], [assumption(id), note])
      } + grounds.map { HTML.line("li", [], [.text($0)]) }
    guard !items.isEmpty else { return .nothing }
    return .block(
      "div", class: "claim__assumptions",
      [.line("p", [], [.text("Rests on")]), .block("ul", [], items)])
  }

  private func assumption(_ text: String) -> HTML {
    guard case .found(let target) = references.index.find(text, from: references.slug) else {
      return .text(text)
    }
    let address = SiteIndex.address(of: target, from: references.slug)
    return .element("a", [.class("reference"), .url("href", address)], [.text(text)])
  }

  private func reproduce(_ entry: ClaimEntry) -> HTML {
    .line(
      "p", class: "claim__reproduce",
      [.text("Reproduce: "), .element("code", [], [.text("./evident check \(entry.id)")])])
  }
}
