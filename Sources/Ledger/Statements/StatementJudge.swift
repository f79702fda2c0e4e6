import Article
import Diagnostics
import Records
import Runner

/// Holds the words of an article's claims against what was checked.
struct StatementJudge {
  let document: Document
  let run: ArticleRun
  /// What was read before, by `ReviewedPart.key`.
  let reviewed: [String: Review]
  private lazy var declarations = Declarations(document)

  init(_ document: Document, _ run: ArticleRun, reviewed: [String: Review]) {
    self.document = document
    self.run = run
    self.reviewed = reviewed
  }

  mutating func stated(_ check: CheckEntry, in box: Box) -> StatedAs {
    if let statement = check.record.statement {
      let part = StatedPart(box, part: check.record.part)
      let stated = StatedAs(
        law: statement, for: check.record.coverage.map(\.phrase), in: part, values: run.values)
      // A formula that is denied is not what was checked.
      let whole = StatedPart(box, part: check.record.part, hasContext: true)
      let isDenied =
        !check.record.refutes && stated.showsLaw && DenyingWords.denyLaw(in: whole.text)
      return isDenied ? .byHand : stated
    }
    return .code(code(check)?.call ?? "")
  }

  /// The parts of a claim that have a check.
  mutating func parts(of box: Box, _ checks: [CheckEntry]) -> [ReviewedPart] {
    guard let id = box.id else { return [] }
    let byPart = Dictionary(grouping: checks, by: \.record.part)
    return byPart.sorted { ($0.key ?? 0) < ($1.key ?? 0) }.map { part, checks in
      let key = ReviewedPart.key(id, part)
      let laws = checks.sorted { $0.record.check < $1.record.check }.flatMap { law($0) }
      let words = box.words(part: part, in: document.source)
      let now = Review(statement: digest([words]), law: digest(laws))
      return ReviewedPart(
        key: key, part: part, words: words, laws: laws, now: now,
        drift: reviewed[key]?.drift(to: now))
    }
  }

  /// What was checked and for what, but not how.
  private mutating func law(_ check: CheckEntry) -> [String] {
    [check.record.statement ?? code(check)?.text ?? ""] + check.record.coverage.map(\.phrase)
  }

  private mutating func code(_ check: CheckEntry) -> CheckedCode? {
    CheckedCode(
      check.record.evidence.verb, line: check.record.line, runnable: check.record.runnable,
      in: document, declarations)
  }

  /// 64 bits are enough to notice a change; nobody gains by forging one.
  private func digest(_ parts: [String]) -> String {
    String(SHA256.hexDigest(ofParts: parts).prefix(16))
  }
}
