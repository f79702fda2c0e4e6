import Article
import Diagnostics

/// What a claim, or one part of it, states: its formulas, its inline values and its words.
struct StatedPart {
  /// TeX of every formula, in order.
  private(set) var formulas: [String] = []
  /// Numbers of the inline values.
  private(set) var values: [Int] = []
  /// The words, with one character of `formulaMarks` for each formula: a pattern over words does
  /// not look into TeX. Blocks end with a new line.
  private(set) var text = ""

  /// - Parameters:
  ///   - part: an item of the claim's list, from 1; `nil` for the whole claim.
  ///   - hasContext: whether what stands around the list is read too.
  init(_ box: Box, part: Int?, hasContext: Bool = false) {
    guard let part else {
      read(box.blocks)
      return
    }
    let list = box.partList
    let item = list.flatMap { $0.items.indices.contains(part - 1) ? $0.items[part - 1] : nil }
    guard hasContext else {
      read(item?.blocks ?? [])
      return
    }
    for block in box.blocks {
      if case .list(let other) = block, other.place == list?.place {
        read(item?.blocks ?? [])
      } else {
        read([block])
      }
    }
  }

  /// - Parameter words: text with formulas between dollars.
  init(_ words: String) {
    for (index, piece) in words.split(separator: "$", omittingEmptySubsequences: false).enumerated()
    {
      if index.isMultiple(of: 2) { text += piece } else { append(formula: String(piece)) }
    }
  }

  /// The author's words again, for a quotation.
  func words(_ text: Substring) -> String {
    text.map { formula($0).map { "$\($0)$" } ?? String($0) }.joined()
  }

  /// The formula that a character of the text stands for.
  func formula(_ mark: Character) -> String? {
    guard let scalar = mark.unicodeScalars.first, Self.formulaMarks.contains(scalar) else {
      return nil
    }
    let index = Int(scalar.value - Self.formulaMarks.lowerBound.value)
    return formulas.indices.contains(index) ? formulas[index] : nil
  }

  /// Unicode's private use area.
  private static let formulaMarks: ClosedRange<Unicode.Scalar> = "\u{E000}"..."\u{F8FE}"
  /// Stands for an inline value.
  private static let valueMark = "\u{F8FF}"

  private mutating func append(formula tex: String) {
    let mark = Self.formulaMarks.lowerBound.value + UInt32(formulas.count)
    text += Unicode.Scalar(mark).map { String($0) } ?? ""
    formulas.append(tex)
  }

  private mutating func read(_ blocks: [Block]) {
    for block in blocks {
      if !text.isEmpty { text += "\n" }
      switch block {
      case .paragraph(let paragraph): read(paragraph.inlines)
      case .heading(let heading): read(heading.inlines)
      case .list(let list): for item in list.items { read(item.blocks) }
      case .quote(let blocks, _): read(blocks)
      case .box(let box): read(box.blocks)
      case .display(let display): append(formula: display.tex)
      case .table(let table): for cell in table.header + table.rows.joined() { read(cell) }
      case .code, .swift, .html, .thematicBreak: break
      }
    }
  }

  private mutating func read(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .math(let tex, _, _): append(formula: tex)
      case .value(let number):
        values.append(number)
        text += Self.valueMark
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner, _):
        read(inner)
      case .text(let words), .code(let words): text += words
      case .softBreak, .lineBreak: text += " "
      // What is struck through is not stated.
      case .strikethrough, .image, .html, .reference, .citation, .footnote: break
      }
    }
  }
}

extension Box {
  /// The ordered list whose items are the claim's parts.
  var partList: List? {
    guard parts > 0 else { return nil }
    for case .list(let list) in blocks where list.start != nil { return list }
    return nil
  }

  /// The author's words for the claim or one of its parts, without what only lays them out: marks
  /// of the quote, line breaks, spaces. The title does not count, and neither do the other parts.
  func words(part: Int?, in source: String) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let quote = lines.dropFirst(place.line).prefix {
      $0.drop { $0.isWhitespace }.hasPrefix(">")
    }
    let own = quote.indices.filter { index in
      part.map { part in !others(than: part).contains { $0.contains(index + 1) } } ?? true
    }
    return own.flatMap { index in
      lines[index].drop { $0 == ">" || $0.isWhitespace }.split(whereSeparator: \.isWhitespace)
    }.joined(separator: " ")
  }

  /// The lines of the other items of the list.
  private func others(than part: Int) -> [Range<Int>] {
    guard let list = partList else { return [] }
    let starts = list.items.map(\.place.line)
    let after = blocks.map(\.line).filter { $0 > list.place.line }.min() ?? Int.max
    return starts.indices.filter { $0 != part - 1 }.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : after)
    }
  }
}

extension Block {
  /// Where it starts.
  fileprivate var line: Int {
    switch self {
    case .heading(let heading): heading.place.line
    case .paragraph(let paragraph): paragraph.place.line
    case .list(let list): list.place.line
    case .quote(_, let place), .html(_, let place), .thematicBreak(let place): place.line
    case .code(let listing): listing.place.line
    case .swift: 0
    case .table(let table): table.place.line
    case .display(let display): display.place.line
    case .box(let box): box.place.line
    }
  }
}
