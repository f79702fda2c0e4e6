// Formulas of one article on their way to the page: numbers and references put in, typeset, and
// what does not typeset reported at the author's own character.

import Article
import Diagnostics

struct FormulaSetter: Sendable {
  private let typesetter: MathTypesetter
  private let index: SiteIndex
  private let slug: String
  private let locator: FormulaLocator
  private let findings: Findings

  init(_ document: Document, typesetter: MathTypesetter, index: SiteIndex, findings: Findings) {
    self.typesetter = typesetter
    self.index = index
    self.slug = document.slug
    self.findings = findings
    locator = FormulaLocator(document)
  }

  /// A formula in the article's text.
  func inline(_ tex: String, display: Bool, at place: Place) -> HTML {
    let rewritten = FormulaRewriter.rewrite(tex, numberOfLabel: number)
    return set(rewritten, of: tex, display: display) {
      locator.place(of: $0, in: tex, at: place)
    }
  }

  /// A displayed formula with its numbers and anchors.
  func display(_ display: Display) -> HTML {
    let rewritten = FormulaRewriter.rewrite(display, numberOfLabel: number)
    let formula = set(rewritten, of: display.tex, display: true) {
      locator.place(of: $0, in: display)
    }.withNumbersInMathML(display.numbers.sorted { $0.row < $1.row }.map(\.text))
    let labels = display.numbers.compactMap(\.label)
    let id = labels.first.map { [HTML.Attribute("id", $0)] } ?? []
    let anchors = labels.dropFirst().map {
      HTML.element("span", [.class("equation__anchor"), .init("id", $0)], [])
    }
    return .line("div", [.class("equation")] + id, anchors + [formula])
  }

  /// TeX that a run computed; `place` is where the article asked for it.
  func computed(_ tex: String, display: Bool, at place: Place) -> HTML {
    switch typesetter.typeset(tex, display: display) {
    case .success(let html): return .raw(html)
    case .failure(let error):
      findings.add(
        Diagnostic(
          "tex.invalid", at: place, "the computed formula does not typeset: \(error.message)",
          notes: [.init(message: "the formula is: \(tex)")]))
      return source(of: tex)
    }
  }

  /// `place` gives the place of an offset in the author's TeX.
  private func set(
    _ formula: FormulaRewriter.Outcome, of tex: String, display: Bool, place: (Int) -> Place
  ) -> HTML {
    for unknown in formula.unknownLabels { report(unknown, at: place(unknown.offset)) }
    switch typesetter.typeset(formula.tex.text, display: display) {
    case .success(let html): return .raw(html)
    case .failure(let error):
      report(error, in: formula.tex, place: place)
      return source(of: tex)
    }
  }

  private func source(of tex: String) -> HTML {
    .element("span", class: "math-error", [.element("code", [], [.text(tex)])])
  }

  private func report(_ error: TeXError, in formula: MappedTeX, place: (Int) -> Place) {
    let forbidden = error.message.wholeMatch(of: #/forbidden (\\[A-Za-z]+)/#)?.1
    let offset = error.offset ?? forbidden.flatMap { formula.offset(of: String($0)) }
    var notes: [Diagnostic.Note] = []
    if error.isInMacro {
      notes.append(.init(message: "the error is in the body of a macro that the formula uses"))
    }
    findings.add(
      Diagnostic(
        "tex.invalid", at: place(offset.map(formula.origin) ?? 0),
        "this formula does not typeset: \(error.message)", notes: notes,
        fix: fix(for: error, forbidden: forbidden.map(String.init))))
  }

  private func fix(for error: TeXError, forbidden: String?) -> String? {
    if let forbidden { return "leave \(forbidden) out; links and images are Markdown's" }
    guard let match = error.message.wholeMatch(of: #/Undefined control sequence: (.+)/#) else {
      return nil
    }
    return "correct the name, or define \(match.1) under `macros` in the site file"
  }

  private func report(_ unknown: FormulaRewriter.UnknownLabel, at place: Place) {
    var fix: String?
    if case .unknown(let near?) = index.find(unknown.label, from: slug) {
      fix = "did you mean `\(near)`?"
    }
    findings.add(
      Diagnostic(
        "reference.dangling", at: place, "there is no equation `\(unknown.label)`", fix: fix))
  }

  private func number(ofLabel label: String) -> String? {
    guard case .found(let target) = index.find(label, from: slug) else { return nil }
    return target.number
  }
}

extension MappedTeX {
  /// Where `command` stands in the text.
  fileprivate func offset(of command: String) -> Int? {
    let text = text
    guard let range = text.firstRange(of: command) else { return nil }
    return text.utf16.distance(from: text.utf16.startIndex, to: range.lowerBound)
  }
}

extension HTML {
  /// KaTeX leaves the numbers of rows out of its MathML and lets the stylesheet count there, which
  /// a screen reader would read and which would count wrong: here they are, as text.
  fileprivate func withNumbersInMathML(_ numbers: [String]) -> HTML {
    guard case .raw(let html) = self else { return self }
    let parts = html.split(
      separator: "<mtd class =\"mml-eqn-num\"></mtd>", omittingEmptySubsequences: false)
    guard parts.count == numbers.count + 1 else { return self }
    var result = String(parts[0])
    for (number, part) in zip(numbers, parts.dropFirst()) {
      let cell = HTML.element("mtd", [], [.element("mtext", [], [.text("(\(number))")])])
      result += cell.description + part
    }
    return .raw(result)
  }
}
