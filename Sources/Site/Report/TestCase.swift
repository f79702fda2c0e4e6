import Diagnostics
import Ledger

/// One test case of the JUnit report.
struct TestCase {
  struct Result {
    enum Kind: String { case failure, error, skipped }
    var kind: Kind
    /// The id of what is wrong; nothing for what was skipped.
    var type: String
    /// One sentence.
    var message: String
    /// More of it, with places.
    var details = ""
  }

  var suite: String
  var name: String
  var file: String?
  var line: Int?
  var seconds = 0.0
  var result: Result?
  /// What was established, a sentence a line.
  var output = ""

  /// Whatever is not a claim: it passes unless an error was found.
  init(suite: String, name: String, _ found: [Diagnostic]) {
    self.suite = suite
    self.name = name
    result = TestCase.failure(found)
    output = TestCase.lines(found.filter { $0.severity != .error })
  }

  init(_ claim: LedgerRecord.Claim, _ found: [Diagnostic]) {
    suite = claim.article
    name = claim.id
    file = claim.source.file
    line = claim.source.line
    seconds = claim.checks.reduce(0) { $0 + $1.seconds }
    let checks = claim.checks.map { check in
      let part = check.part.map { "part \($0), " } ?? ""
      return "line \(check.line): \(part)\(check.evidence.rawValue): \(check.summary)"
    }
    let end = claim.demonstration ? "\(claim.why) (as its box expects)" : claim.why
    output = (["\(claim.title): \(end)"] + checks).joined(separator: "\n")
    result = claim.demonstration ? TestCase.failure(found) : TestCase.result(claim, found)
  }

  private static func result(_ claim: LedgerRecord.Claim, _ found: [Diagnostic]) -> Result? {
    switch claim.verdict {
    case .refuted:
      return Result(
        kind: .failure, type: "claim.refuted", message: claim.why, details: lines(found))
    case .failed:
      return Result(kind: .error, type: "claim.failed", message: claim.why, details: lines(found))
    case .inconclusive, .vacuous, .notRun, .stale, .cited, .holds, .supported:
      if let failure = failure(found) { return failure }
      guard claim.verdict.isUndecided || claim.verdict == .cited else { return nil }
      return Result(kind: .skipped, type: "", message: claim.why)
    }
  }

  private static func failure(_ found: [Diagnostic]) -> Result? {
    found.first { $0.severity == .error }.map {
      Result(kind: .failure, type: $0.id, message: $0.message, details: lines(found))
    }
  }

  private static func lines(_ found: [Diagnostic]) -> String {
    found.map { diagnostic in
      let place = diagnostic.place.map { "\($0.file):\($0.line): " } ?? ""
      return "\(place)\(diagnostic.severity.rawValue): \(diagnostic.paragraph) [\(diagnostic.id)]"
    }.joined(separator: "\n")
  }

  /// Seconds to the microsecond, without an exponent, which readers of JUnit do not expect.
  static func time(_ seconds: Double) -> String {
    let micros = String(Int((seconds.isFinite ? max(0, min(seconds, 1e9)) : 0) * 1e6))
    let padded = String(repeating: "0", count: max(0, 7 - micros.count)) + micros
    return padded.dropLast(6) + "." + padded.suffix(6)
  }

  var xml: XML {
    var attributes: [(name: String, value: String)] = [
      ("classname", TestCase.classname(suite)), ("name", name),
    ]
    if let file { attributes.append(("file", file)) }
    if let line { attributes.append(("line", String(line))) }
    attributes.append(("time", TestCase.time(seconds)))
    let children = [resultXML, output.isEmpty ? nil : .element("system-out", [], [.text(output)])]
    return .element("testcase", attributes, children.compactMap { $0 })
  }

  private var resultXML: XML? {
    guard let result else { return nil }
    let type = result.type.isEmpty ? [] : [(name: "type", value: result.type)]
    return .element(
      result.kind.rawValue, [("message", result.message)] + type,
      result.details.isEmpty ? [] : [.text(result.details)])
  }

  /// The article's path without its ending, because tools split a class name at its last dot.
  private static func classname(_ article: String) -> String {
    article.hasSuffix(".md") ? String(article.dropLast(3)) : article
  }
}
