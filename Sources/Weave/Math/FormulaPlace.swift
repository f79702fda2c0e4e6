// Where a character of a formula stands in the Markdown. The parser takes formulas out of quotes
// and lists, and labels out of formulas, and columns from cmark can be off; so the formula is found
// again in the source, character by character.

import Article
import Diagnostics

/// Finds places of formulas in one article's source.
struct FormulaLocator: Sendable {
  private let file: String
  private let source: [UInt8]
  private let lineStarts: [Int]

  init(_ document: Document) {
    file = document.path
    source = Array(document.source.utf8)
    var starts = [0]
    for (index, byte) in source.enumerated() where byte == 10 { starts.append(index + 1) }
    lineStarts = starts
  }

  /// The place of the character at `offset`, in UTF-16 units, of the formula that starts at or soon
  /// after `place`. Where the formula cannot be found again, `place` itself.
  func place(of offset: Int, in tex: String, at place: Place) -> Place {
    guard place.line >= 1, place.line <= lineStarts.count else { return place }
    let line = lineStarts[place.line - 1]
    let named = min(line + max(0, place.column - 1), source.count)
    let lineEnd = place.line < lineStarts.count ? lineStarts[place.line] : source.count
    let candidates = Array(named..<max(named, lineEnd)) + Array(line..<named)
    let formula = Array(tex.utf8)
    let wanted = byteOffset(of: offset, in: tex)
    for start in candidates {
      if let found = Alignment(formula, source).sourceOffset(of: wanted, from: start) {
        return self.place(at: found)
      }
    }
    return place
  }

  /// The same for a display, whose parser has noted where each of its lines stands: the line is
  /// certain, and labels that were taken out are looked for within it only.
  func place(of offset: Int, in display: Display) -> Place {
    let before = display.tex.utf16.prefix(max(0, offset))
    let row = before.count { $0 == 10 }
    guard display.lines.indices.contains(row) else {
      return place(of: offset, in: display.tex, at: display.place)
    }
    let origin = Place(
      file: file, line: display.lines[row].line, column: display.lines[row].prefix + 1)
    let lineStart = before.lastIndex(of: 10).map {
      before.distance(from: before.startIndex, to: $0)
    }
    let text = display.tex.split(separator: "\n", omittingEmptySubsequences: false)[row]
    return place(of: offset - (lineStart.map { $0 + 1 } ?? 0), in: String(text), at: origin)
  }

  private func place(at offset: Int) -> Place {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return Place(file: file, line: low + 1, column: offset - lineStarts[low] + 1)
  }

  private func byteOffset(of offset: Int, in tex: String) -> Int {
    let units = tex.utf16
    let index = units.index(
      units.startIndex, offsetBy: max(0, offset), limitedBy: units.endIndex)
    return tex.utf8.distance(from: tex.utf8.startIndex, to: index ?? units.endIndex)
  }
}

/// A formula laid over the source: equal bytes, but for what the parser leaves out.
private struct Alignment {
  private let formula: [UInt8]
  private let source: [UInt8]

  init(_ formula: [UInt8], _ source: [UInt8]) {
    self.formula = formula
    self.source = source
  }

  /// The source offset of the formula's byte `wanted`, if the whole formula can be laid over the
  /// source from `start`. The formula's end counts as a byte.
  func sourceOffset(of wanted: Int, from start: Int) -> Int? {
    var at = start
    var found: Int?
    var isAtLineStart = false
    for (index, byte) in formula.enumerated() {
      guard let next = advance(to: byte, at: index, from: at, isAtLineStart) else { return nil }
      if index == wanted { found = min(next, source.count - 1) }
      isAtLineStart = byte == 10 || isAtLineStart && Self.isPrefix(byte)
      at = next < source.count && source[next] == byte ? next + 1 : next
    }
    return found ?? (wanted >= formula.count ? at : nil)
  }

  /// Where the source goes on with `byte`, labels, tags and prefixes of lines skipped.
  private func advance(to byte: UInt8, at index: Int, from start: Int, _ lineStart: Bool) -> Int? {
    var at = start
    var isInPrefix = lineStart
    while at < source.count {
      if let end = endOfLeftOut(at: at, formulaIndex: index) {
        at = end
      } else if source[at] == byte {
        return at
      } else if Self.isSpace(source[at]) || isInPrefix && Self.isPrefix(source[at]) {
        isInPrefix = isInPrefix || source[at] == 10
        at += 1
      } else {
        return Self.isSpace(byte) ? at : nil
      }
    }
    return Self.isSpace(byte) ? at : nil
  }

  /// The end of a `\label{…}` or `\tag{…}` in the source that the formula does not have.
  private func endOfLeftOut(at start: Int, formulaIndex: Int) -> Int? {
    for command in ["\\label{", "\\tag{", "\\tag*{"].map({ Array($0.utf8) })
    where source[start...].starts(with: command)
      && !formula[formulaIndex...].starts(with: command)
    {
      var depth = 1
      var at = start + command.count
      while at < source.count, depth > 0 {
        if source[at] == UInt8(ascii: "{") { depth += 1 }
        if source[at] == UInt8(ascii: "}") { depth -= 1 }
        at += 1
      }
      return depth == 0 ? at : nil
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
  private static func isPrefix(_ byte: UInt8) -> Bool { isSpace(byte) || byte == 62 }
}
