// A displayed formula made ready for KaTeX, which knows neither \label nor \eqref nor multline and
// would number rows by itself: environments lose their automatic numbers, each numbered row gets
// its \tag, \eqref and \ref become the number's text, multline becomes aligned rows.

import Article

/// Rewrites one formula.
struct FormulaRewriter {
  /// The number of an equation by its label; `nil` for an unknown one.
  typealias NumberOfLabel = (String) -> String?

  /// The rewritten formula and the labels that nobody declares, with their offsets.
  struct Outcome: Equatable {
    var tex: MappedTeX
    var unknownLabels: [UnknownLabel] = []
  }

  struct UnknownLabel: Equatable {
    var label: String
    var offset: Int
  }

  /// Environments that number their rows in LaTeX, and what KaTeX is asked for instead.
  private static let unnumbered = [
    "equation": "equation*", "align": "align*", "alignat": "alignat*", "gather": "gather*",
    "flalign": "align*", "flalign*": "align*", "displaymath": "equation*",
    "displaymath*": "equation*",
    "eqnarray": "align*", "eqnarray*": "align*",
  ]

  private let source: [UInt16]
  private let environment: String?
  private var tags: [Int: String]
  private let numberOfLabel: NumberOfLabel
  private var tokens: TeXTokenizer
  private var outcome: Outcome
  private var row = 0
  private var environments: [String] = []
  private var braces = 0
  /// How many `&` the current row of the outermost environment has had.
  private var columns = 0
  /// Has the current row of the outermost environment anything in it?
  private var rowIsBlank = true

  /// An inline formula, or a display without numbers.
  static func rewrite(_ tex: String, numberOfLabel: @escaping NumberOfLabel) -> Outcome {
    var rewriter = FormulaRewriter(tex, nil, [], numberOfLabel)
    return rewriter.run()
  }

  static func rewrite(_ display: Display, numberOfLabel: @escaping NumberOfLabel) -> Outcome {
    var rewriter = FormulaRewriter(
      display.tex, display.environment, display.numbers, numberOfLabel)
    return rewriter.run()
  }

  private init(
    _ tex: String, _ environment: String?, _ numbers: [EquationNumber],
    _ numberOfLabel: @escaping NumberOfLabel
  ) {
    source = Array(tex.utf16)
    self.environment = environment
    tags = Dictionary(numbers.map { ($0.row, $0.text) }, uniquingKeysWith: { first, _ in first })
    self.numberOfLabel = numberOfLabel
    tokens = TeXTokenizer(source)
    outcome = Outcome(tex: MappedTeX(length: source.count))
  }

  private var hasRows: Bool {
    guard let environment else { return false }
    return !["equation", "multline", "displaymath"].contains(environment)
  }

  private mutating func run() -> Outcome {
    while let token = tokens.next() { take(token) }
    if !tags.isEmpty { insertRemainingTags(at: source.count) }
    return outcome
  }

  private mutating func take(_ token: TeXToken) {
    switch token.kind {
    case .command("begin"): takeBegin(token)
    case .command("end"): takeEnd(token)
    case .command("eqref"): takeReference(token, parentheses: true)
    case .command("ref"): takeReference(token, parentheses: false)
    case .command("\\") where environments.count == 1 && braces == 0: takeRowEnd(token)
    default:
      if token.kind == .open { braces += 1 }
      if token.kind == .close { braces -= 1 }
      if token.kind != .space && token.kind != .comment { rowIsBlank = false }
      if isSecondColumnOfEqnarray(token) { return }
      outcome.tex.keep(token.range, of: source)
    }
  }

  /// `a &= b` is what `a &=& b` means where there is no third column.
  private mutating func isSecondColumnOfEqnarray(_ token: TeXToken) -> Bool {
    guard token.kind == .other, source[token.range.lowerBound] == UInt16(UInt8(ascii: "&")),
      environments.count == 1, braces == 0
    else { return false }
    columns += 1
    return columns == 2 && environments[0].hasPrefix("eqnarray")
  }

  private mutating func takeBegin(_ token: TeXToken) {
    guard let name = tokens.readName() else { return keep(token) }
    environments.append(name)
    let range = token.range.lowerBound..<tokens.position
    rowIsBlank = environments.count == 1
    if name.hasPrefix("multline") {
      insert("\\begin{equation*}\\begin{aligned}&", for: range)
    } else if let other = Self.unnumbered[name] {
      insert("\\begin{\(other)}", for: range)
    } else {
      outcome.tex.keep(range, of: source)
    }
  }

  private mutating func takeEnd(_ token: TeXToken) {
    guard let name = tokens.readName() else { return keep(token) }
    let range = token.range.lowerBound..<tokens.position
    if environments.count == 1 {
      if name.hasPrefix("multline") { insert("\\end{aligned}", for: range) }
      if hasRows && !rowIsBlank { insertTag(ofRow: row, at: range.lowerBound) }
      if environment != nil { insertRemainingTags(at: range.lowerBound) }
    }
    if !environments.isEmpty { environments.removeLast() }
    if name.hasPrefix("multline") {
      insert("\\end{equation*}", for: range)
    } else if let other = Self.unnumbered[name] {
      insert("\\end{\(other)}", for: range)
    } else {
      outcome.tex.keep(range, of: source)
    }
  }

  private mutating func takeRowEnd(_ token: TeXToken) {
    if hasRows { insertTag(ofRow: row, at: token.range.lowerBound) }
    row += 1
    columns = 0
    rowIsBlank = true
    outcome.tex.keep(token.range, of: source)
    if environments.first?.hasPrefix("multline") == true {
      insert("&\\qquad ", for: token.range)
    }
  }

  private mutating func takeReference(_ token: TeXToken, parentheses: Bool) {
    guard let label = tokens.readName() else { return keep(token) }
    rowIsBlank = false
    let number = numberOfLabel(label)
    if number == nil {
      outcome.unknownLabels.append(UnknownLabel(label: label, offset: token.range.lowerBound))
    }
    let text = number ?? "?"
    insert("\\text{\(parentheses ? "(\(text))" : text)}", for: token.range)
  }

  private mutating func insertTag(ofRow row: Int, at offset: Int) {
    guard let tag = tags.removeValue(forKey: row) else { return }
    outcome.tex.insert("\\tag{\(tag)}", at: offset)
  }

  /// One number for the whole formula; on a line of its own, because the last line of a `$$` may
  /// end in a comment.
  private mutating func insertRemainingTags(at offset: Int) {
    guard let tag = tags.min(by: { $0.key < $1.key })?.value else { return }
    tags = [:]
    outcome.tex.insert("\n\\tag{\(tag)}", at: offset)
  }

  private mutating func keep(_ token: TeXToken) {
    rowIsBlank = false
    outcome.tex.keep(token.range, of: source)
  }

  private mutating func insert(_ text: String, for range: Range<Int>) {
    outcome.tex.insert(text, at: range.lowerBound)
  }
}
