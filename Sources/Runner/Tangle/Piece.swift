import Article
import Diagnostics

/// One runnable of an article on its way into a program: the author's text, and where it stands.
struct Piece: Equatable {
  enum Kind: Equatable {
    case block(SwiftBlock.Kind)
    case value
  }

  /// A line of the author's text and its place: `padding` bytes stand before it in the article.
  struct Line: Equatable {
    var text: String
    var line: Int
    var padding: Int
  }

  var number: Int
  var kind: Kind
  var lines: [Line]
  /// How long it may run, in seconds, if the author said so.
  var timeout: Double?
  /// Left out of a run that does not wait.
  var isSlow = false
  /// `false`: its fence never ends, so what is prose of it and what is code cannot be told.
  var isClosed = true
  var place: Place

  /// Whether it belongs to the article's own program.
  var isOrdinary: Bool {
    kind == .value || kind == .block(.runs) || kind == .block(.own)
  }

  /// The author's text alone.
  var code: String { lines.map(\.text).joined(separator: "\n") }

  init(_ runnable: Runnable) {
    switch runnable {
    case .block(let block):
      number = block.number
      kind = .block(block.kind)
      timeout = block.timeout
      isSlow = block.isSlow
      isClosed = block.isClosed
      place = block.place
      lines = Piece.lines(of: block)
    case .value(let value):
      number = value.number
      kind = .value
      timeout = nil
      place = value.place
      // An expression of several lines shares its first line's column: cmark has joined them.
      let texts = value.expression.split(separator: "\n", omittingEmptySubsequences: false)
      lines = texts.enumerated().map { index, text in
        Line(
          text: String(text), line: value.place.line + index,
          padding: index == 0 ? value.place.column - 1 : 0)
      }
    }
  }

  private static func lines(of block: SwiftBlock) -> [Line] {
    var texts = block.code.split(separator: "\n", omittingEmptySubsequences: false)
    if texts.last?.isEmpty == true { texts.removeLast() }
    var lines: [Line] = []
    for (text, place) in zip(texts, block.lines) {
      lines.append(Line(text: String(text), line: place.line, padding: place.prefix))
    }
    // Swift wants every line of a `"""` literal indented like its closing quotes. Where a quote's
    // lines differ in their prefix, columns give way to that.
    let padded = lines.filter { !$0.text.isEmpty }
    let least = padded.map(\.padding).min() ?? 0
    if block.code.contains("\"\"\"") && padded.contains(where: { $0.padding != least }) {
      for index in lines.indices { lines[index].padding = least }
    }
    return lines
  }
}
