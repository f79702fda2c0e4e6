import CCmarkGFM

/// What our syntax extension finds while cmark parses: cmark's nodes have no room for it, and give
/// the nodes of an extension no positions.
///
/// Nodes of ours carry the number of their finding, from 1, as user data.
final class SyntaxFindings {
  let source: SourceText
  let syntax: ArticleSyntax
  /// The number of the source's line before the first that cmark sees.
  let linesBefore: Int
  /// Lines on which a display opens that nothing closes: known from an earlier pass.
  let unclosedLines: Set<Int>

  var displays: [DisplayFinding] = []
  var inlines: [InlineFinding] = []
  var markers: [MarkerFinding] = []
  /// Markers that stand on a later line of a quote.
  var strayMarkers: [(line: Int, offset: Int)] = []
  /// Dollars and environments that open nothing, by the block whose text they are in.
  var loose: [OpaquePointer: [LooseFinding]] = [:]

  private var scanners: [OpaquePointer: DollarScanner] = [:]
  private var missingEnds: [OpaquePointer: Set<String>] = [:]

  init(source: SourceText, syntax: ArticleSyntax, linesBefore: Int, unclosedLines: Set<Int>) {
    self.source = source
    self.syntax = syntax
    self.linesBefore = linesBefore
    self.unclosedLines = unclosedLines
  }

  /// The scanner of a block's text, made when the text is first asked for.
  func withScanner<Result>(
    of parent: OpaquePointer, _ body: (inout DollarScanner) -> Result
  ) -> Result {
    var scanner = scanners[parent] ?? DollarScanner(CMark.content(of: parent))
    scanners[parent] = nil
    defer { scanners[parent] = scanner }
    return body(&scanner)
  }

  /// Whether `\end{name}` was looked for in the rest of this block's text, and not found.
  func isEndMissing(_ name: String, in parent: OpaquePointer) -> Bool {
    missingEnds[parent]?.contains(name) ?? false
  }

  func noteMissingEnd(_ name: String, in parent: OpaquePointer) {
    missingEnds[parent, default: []].insert(name)
  }
}

/// A display that claims lines of its own.
struct DisplayFinding {
  enum Opening: Equatable {
    case dollars
    /// The environment's name, star included.
    case environment(String)
  }
  var opening: Opening
  /// Line in the file, and where in it the opening stands.
  var line: Int
  var offset: Int
  /// Claimed lines and how many bytes of container prefix each has; the first is the opening line.
  var lines: [SourceLine]
  /// Whether the last claimed line ends the display.
  var isClosed = false
  /// No end was found in its container, or its end is followed by more text.
  var isUnclosed = false
  /// Where text begins that follows the end on its line.
  var trailing: Int?
}

/// A formula or reference within a block's text, by offsets into that text.
struct InlineFinding {
  enum Kind {
    case math(Range<Int>)
    case display(Range<Int>)
    case environment(String)
    case equationReference(String)
    case bareReference(String)
  }
  var kind: Kind
  var range: Range<Int>
}

/// `[!WORD id]` or `[!WORD id expect=VERDICT]` at the start of a quote.
struct MarkerFinding {
  var word: String
  var id: String?
  var line: Int
  /// Where `[`, the id and the title stand in the line.
  var offset: Int
  var idOffset: Int
  /// The word behind `expect=`, and where it stands.
  var expected: String?
  var expectedOffset: Int
  var titleOffset: Int
  /// What follows the `]` would have made the marker a link or a definition.
  var isLinkLike: Bool
}

/// A dollar or an environment that the text does not close.
enum LooseFinding {
  case dollar(Int, canOpen: Bool, canClose: Bool)
  case unclosedEnvironment(String, Int)
  case bareEnvironment(String, Int)
}
