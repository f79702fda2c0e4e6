// One check behind a claim's disclosure: what was checked, its margins, and how it was attacked.

import Article
import Ledger
import Records

struct CheckRenderer: Sendable {
  let formulas: FormulaSetter
  let listing: CodeRenderer
  /// Of the claim whose checks these are.
  var certificatePath: String?

  /// The one honest sentence, for the face of the card.
  func summary(_ check: CheckEntry) -> HTML {
    .line(
      "li", class: "claim__check claim__check--\(check.verdict.rawValue)",
      [
        .element(
          "span", [.class("claim__symbol"), .init("title", check.verdict.word)],
          [.text(check.verdict.symbol)]),
        .text(" "), part(check),
        .element("span", class: "claim__kind", [.text(check.record.evidence.word)]), .text(" "),
        formulas.sentence(check.sentence, at: check.place), stated(check),
      ])
  }

  /// Whether the words above say what was checked, and what that was if they may not.
  private func stated(_ check: CheckEntry) -> HTML {
    switch check.stated {
    case .fromLaw: note([.text("The formula is the very law that was checked.")])
    case .shown: note([.text("The formula shown is the formula checked.")])
    case .amongOthers: checked(check, before: "Of what is stated, this was checked")
    case .byHand: checked(check, before: "Stated by hand; checked")
    case .code(let call): code(call)
    }
  }

  private func checked(_ check: CheckEntry, before words: String) -> HTML {
    guard let tex = check.record.statement else { return .nothing }
    let formula = { formulas.computed(tex, display: $0, at: check.place) }
    guard tex.utf8.count > Self.longestLine else {
      return note([.text("\(words): "), formula(false)])
    }
    return .details(class: "claim__checked", summary: words, [.line("div", [], [formula(true)])])
  }

  private func code(_ call: String) -> HTML {
    guard !call.isEmpty else { return .nothing }
    guard call.count > Self.longestLine || call.contains(where: \.isNewline) else {
      let code = HTML.element("code", [], [.text(call)])
      return note([.text("Stated by hand; checked by code: "), code])
    }
    return .details(
      class: "claim__checked", summary: "Stated by hand; checked by code", [listing.html(call)])
  }

  private func note(_ children: [HTML]) -> HTML {
    .element("span", class: "claim__checked", children)
  }

  /// Longer ones are folded.
  private static let longestLine = 72

  func details(_ check: CheckEntry, headingLevel: Int) -> HTML {
    let record = check.record
    let title = [record.part.map { "Part \($0): " }, record.evidence.word + ", " + record.method]
      .compactMap { $0 }.joined()
    let children = [
      .line("h\(min(6, headingLevel))", class: "check__title", [.text(title)]),
      statement(check), margins(check), strata(check), drawing(check),
      witnesses(check), certificate(check), attempts(check),
    ]
    return .block("section", class: "check", children)
  }

  private func part(_ check: CheckEntry) -> HTML {
    guard let part = check.record.part else { return .nothing }
    return .sequence([
      .element("span", class: "claim__part", [.text("Part \(part)")]), .text(" "),
    ])
  }

  /// What was checked, generated from the check itself, not from the author's words, unless the
  /// face of the card says it already.
  private func statement(_ check: CheckEntry) -> HTML {
    guard let tex = check.record.statement, [.fromLaw, .shown].contains(check.stated) else {
      return .nothing
    }
    let formula = formulas.computed(tex, display: true, at: check.place)
    return .line("div", class: "check__statement", [.text("What was checked: "), formula])
  }

  private func margins(_ check: CheckEntry) -> HTML {
    let rows = check.margins.map { margin in
      HTML.line(
        "div", [],
        [
          .element("dt", [], [.text(margin.name)]),
          .element("dd", [], [formulas.sentence(margin.value, at: check.place)]),
        ])
    }
    return .block("dl", class: "check__margins", rows)
  }

  /// Where the samples came from, family by family, and which families none came from.
  private func strata(_ check: CheckEntry) -> HTML {
    let drawn = check.record.trial.strata.map { stratum in
      let isFull = stratum.accepted == stratum.drawn
      let count = isFull ? "" : (stratum.accepted == 0 ? "none" : stratum.accepted.grouped) + " of "
      return row(
        stratum.name, count + stratum.drawn.grouped, isEmpty: stratum.accepted == 0)
    }
    let missing = check.record.missing.map { row($0, "not reached", isEmpty: true) }
    guard !drawn.isEmpty || !missing.isEmpty else { return .nothing }
    return .sequence([
      .line("p", class: "check__label", [.text("Cases judged, by stratum")]),
      .block("dl", class: "check__strata", drawn + missing),
    ])
  }

  private func row(_ name: String, _ count: String, isEmpty: Bool) -> HTML {
    .line(
      "div", isEmpty ? [.class("check__stratum--empty")] : [],
      [.element("dt", [], [.text(name)]), .element("dd", [], [.text(count)])])
  }

  private func drawing(_ check: CheckEntry) -> HTML {
    guard let picture = check.record.proof else { return .nothing }
    return ProofDrawing.html(
      picture, id: "\(check.record.claim).proof-\(check.record.check)", formulas: formulas,
      at: check.place)
  }

  private func witnesses(_ check: CheckEntry) -> HTML {
    let isWitness = check.record.evidence == .witness
    let nearest = check.record.refutes ? nil : check.record.trial.worst
    let lines = [
      check.refutation.map { (isWitness ? "Witness" : "Counterexample", $0.failureText) },
      nearest.map {
        (check.record.worstName, $0.relationText + $0.gapText)
      },
    ].compactMap { $0 }
    return .sequence(
      lines.map { label, text in
        .line(
          "p", class: "check__witness",
          [.text(label + ": "), formulas.sentence(text.withShortLists + ".", at: check.place)])
      })
  }

  /// Where the proof is as data, and the program that checks it without us.
  private func certificate(_ check: CheckEntry) -> HTML {
    if let reason = check.record.uncertified {
      return .line(
        "p", class: "check__certificate", [.text("Certificate: not published, \(reason).")])
    }
    guard check.offersCertificates, let path = certificatePath else { return .nothing }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return .line(
      "p", class: "check__certificate",
      [
        .element("a", [.url("href", "../" + path)], [.text("Certificate (JSON)")]),
        .text(", checked again here. Check it yourself: "),
        .element(
          "a", [.url("href", "../assets/check_certificates.py"), .init("download", "")],
          [.text("check_certificates.py")]),
        .text(", then "),
        .element("code", [], [.text("python3 check_certificates.py \(file)")]), .text("."),
      ])
  }

  private func attempts(_ check: CheckEntry) -> HTML {
    let items = never(check) + check.mutants.map { mutant($0, at: check) } + spared(check)
    let title = HTML.line("p", class: "check__attempts-title", [.text("How we tried to break it")])
    let content: HTML =
      items.isEmpty
      ? .line("p", [], [.text("Nothing was tried against this check.")]) : .block("ul", [], items)
    return .block("div", class: "check__attempts", [title, content])
  }

  /// The conclusion replaced by false must be refuted, or the check cannot fail.
  private func never(_ check: CheckEntry) -> [HTML] {
    guard let never = check.record.never else { return [] }
    let isKilled = never.violated > 0
    let text = isKilled ? "in \(never.violated) of \(never.cases) cases" : "the check cannot fail"
    return [
      item(isKilled ? .killed : .survived, .text("conclusion replaced by “false”: \(text)"))
    ]
  }

  /// What the author kept the engine from trying.
  private func spared(_ check: CheckEntry) -> [HTML] {
    guard let reason = check.record.undamaged else { return [] }
    return [.line("li", class: "mutant", [.text("the function was not damaged: \(reason)")])]
  }

  private func mutant(_ mutant: MutantEntry, at check: CheckEntry) -> HTML {
    item(mutant.end, formulas.sentence(mutant.sentence.withShortLists, at: check.place))
  }

  private func item(_ end: MutantEntry.End, _ sentence: HTML) -> HTML {
    .line(
      "li", class: "mutant mutant--\(end.rawValue)",
      [
        .element("span", class: "mutant__end", [.text(end.word)]), .text(" "),
        .element("span", class: "mutant__sentence", [sentence]),
      ])
  }
}
