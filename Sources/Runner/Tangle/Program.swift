/// A Swift program made of pieces of an article: top-level code, one module for each article.
///
/// It has two texts. `content` is what the program means: the pieces' own text between calls of the
/// runtime, without a line number or padding, so that it stays the same when prose moves a block.
/// `placed` is what the compiler gets: the same with `#sourceLocation` and spaces, so that every
/// line and column the compiler or a trap reports is the article's.
struct Program {
  /// The name that `#sourceLocation` gives to the article.
  let file: String
  let content: String
  let placed: String
  /// For each line of `placed`, the line of the article that it stands for; `nil` for our own.
  let articleLines: [Int?]

  /// - Parameter leaf: a piece to put at the end, at top level and without an end of its own: code
  ///   that is expected to go wrong.
  init(file: String, pieces: [Piece], leaf: Piece? = nil) {
    var writer = Writer(file: Program.nameable(file))
    writer.own("import Evident")
    writer.own("_evidentStart()")
    for piece in pieces { writer.write(piece) }
    if let leaf { writer.write(leaf: leaf) } else { writer.own("_evidentFinish()") }
    self.file = writer.file
    content = writer.content.joined(separator: "\n") + "\n"
    placed = writer.placed.joined(separator: "\n") + "\n"
    articleLines = writer.articleLines
  }

  /// What stands before the expression of an inline value: it fits between the line's start and
  /// the earliest column that an expression can have.
  static let valueOpening = "_val(try("

  /// A path as the compiler can repeat it unchanged, and a reader of `file:line:column` can split.
  static func nameable(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.properties.generalCategory != .control && !"\\\":#".unicodeScalars.contains(scalar)
    }
    return isPlain && !path.isEmpty ? path : "article.md"
  }

  private struct Writer {
    let file: String
    var content: [String] = []
    var placed: [String] = []
    var articleLines: [Int?] = []
    private var isPlaced = false

    init(file: String) { self.file = file }

    /// A line of ours, in both texts.
    mutating func own(_ text: String) {
      if isPlaced { place("#sourceLocation()") }
      isPlaced = false
      content.append(text)
      place(text)
    }

    mutating func write(_ piece: Piece) {
      own("_began(\(piece.number))")
      switch piece.kind {
      case .value:
        begin(at: piece.lines)
        authors(piece.lines, opening: Program.valueOpening)
        // On a line of its own, in case the expression ends in a comment.
        content.append("))")
        place("))")
      case .block(.own):
        own("do {")
        begin(at: piece.lines)
        authors(piece.lines)
        own("}")
      case .block:
        begin(at: piece.lines)
        authors(piece.lines)
      }
      own("_ended(\(piece.number))")
    }

    mutating func write(leaf: Piece) {
      own("_began(\(leaf.number))")
      begin(at: leaf.lines)
      authors(leaf.lines)
    }

    private mutating func begin(at lines: [Piece.Line]) {
      guard let first = lines.first else { return }
      place("#sourceLocation(file: \"\(file)\", line: \(first.line))")
      isPlaced = true
    }

    /// The author's lines, each at its column, `opening` in the room before the first.
    private mutating func authors(_ lines: [Piece.Line], opening: String = "") {
      var expected = lines.first?.line ?? 0
      for (index, line) in lines.enumerated() {
        while expected < line.line {
          place("", at: expected)
          expected += 1
        }
        let prefix = index == 0 ? opening : ""
        let padding = String(repeating: " ", count: max(0, line.padding - prefix.utf8.count))
        content.append(prefix + line.text)
        let text = padding + prefix + line.text
        place(line.text.isEmpty && prefix.isEmpty ? "" : text, at: line.line)
        expected = line.line + 1
      }
    }

    private mutating func place(_ text: String, at line: Int? = nil) {
      placed.append(text)
      articleLines.append(line)
    }
  }
}
