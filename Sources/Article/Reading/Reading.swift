import CCmarkGFM
import Diagnostics

/// What one reading of a document gathers while its tree is walked, in document order.
final class Reading {
  let source: SourceText
  let findings: SyntaxFindings
  let syntax: ArticleSyntax
  var diagnostics: [Diagnostic] = []
  var runnables: [Runnable] = []
  var ids = IDRegistry()
  var slugs = Slugs()
  var equations = EquationNumbers()
  var boxNumbers = BoxNumbers()
  var footnotes = FootnoteIndex()
  /// Bare decimals and checked literals of the claim that is being read.
  var decimals = ClaimDecimals()
  /// Dollars that open or close nothing, in document order.
  var looseDollars: [LooseDollar] = []
  private var saidTooDeep = false
  private var saidInlineEnvironment = false

  init(source: SourceText, findings: SyntaxFindings) {
    self.source = source
    self.findings = findings
    self.syntax = findings.syntax
  }

  /// Deeper than any document a person writes, shallow enough for every walk over the tree.
  static let maximalDepth = 100

  func report(
    _ id: String, _ severity: Diagnostic.Severity = .error, line: Int, offset: Int,
    _ message: String, notes: [Diagnostic.Note] = [], fix: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        id, severity, at: source.place(line: line, offset: offset), message, notes: notes, fix: fix)
    )
  }

  func report(
    _ id: String, _ severity: Diagnostic.Severity = .error, at place: Place, _ message: String,
    notes: [Diagnostic.Note] = [], fix: String? = nil
  ) {
    diagnostics.append(Diagnostic(id, severity, at: place, message, notes: notes, fix: fix))
  }

  /// Declares an id for the whole article; a second one with the same name is an error.
  func declare(_ id: String, at place: Place) {
    guard let first = ids.declare(id, at: place) else { return }
    report(
      "id.duplicate", at: place, "the id `\(id)` is used twice",
      notes: [Diagnostic.Note(place: first, message: "first used here")],
      fix: "Give one of them another id.")
  }

  /// Says once that something is nested too deeply.
  func reportTooDeep(line: Int, offset: Int) {
    guard !saidTooDeep else { return }
    saidTooDeep = true
    report(
      "nesting.too-deep", line: line, offset: offset,
      "nested more than \(Self.maximalDepth) deep; what is inside is left out",
      fix: "Take some of the containers away.")
  }

  /// Says once that environments belong on lines of their own.
  func reportInlineEnvironment(line: Int, offset: Int) {
    guard !saidInlineEnvironment else { return }
    saidInlineEnvironment = true
    report(
      "math.inline-environment", .warning, line: line, offset: offset,
      "an environment in the middle of a paragraph",
      fix: "Put it on lines of its own.")
  }

  // MARK: cmark's nodes

  func line(_ node: OpaquePointer) -> Int {
    findings.linesBefore + max(1, Int(cmark_node_get_start_line(node)))
  }

  func endLine(_ node: OpaquePointer) -> Int {
    max(line(node), findings.linesBefore + Int(cmark_node_get_end_line(node)))
  }

  func offset(_ node: OpaquePointer) -> Int { max(0, Int(cmark_node_get_start_column(node)) - 1) }

  func place(_ node: OpaquePointer) -> Place {
    source.place(line: line(node), offset: offset(node))
  }

  static func children(of node: OpaquePointer) -> [OpaquePointer] {
    Array(
      sequence(first: cmark_node_first_child(node)) { $0.flatMap { cmark_node_next($0) } }
        .prefix { $0 != nil }.compactMap { $0 })
  }

  static func type(_ node: OpaquePointer) -> String {
    CMark.string(cmark_node_get_type_string(node))
  }
}

/// What stands around a block.
struct Surroundings {
  var depth = 0
  /// How many `>` each line needs.
  var quotes = 0
  /// The box that the block stands in.
  var box: Box.Kind?

  func deeper(quotes more: Int = 0, box newBox: Box.Kind? = nil) -> Surroundings {
    Surroundings(depth: depth + 1, quotes: quotes + more, box: newBox ?? box)
  }
}
