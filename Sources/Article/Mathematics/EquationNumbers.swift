import Diagnostics

/// Counts the equations of an article.
struct EquationNumbers {
  private var last = 0

  mutating func next() -> String {
    last += 1
    return String(last)
  }
}

/// The rows of a display and what its commands say about their numbers.
struct DisplayRows {
  struct Row {
    var isEmpty = true
    var isUnnumbered = false
    /// The text of `\tag{…}`, and where its command stands.
    var tag: String?
    var label: String?
    var labelOffset = 0
  }

  private(set) var rows = [Row()]
  /// The TeX with `\label`, `\tag`, `\notag` and `\nonumber` replaced by as many spaces, so that
  /// columns stay.
  private(set) var tex: [UInt8]
  private var depth = 0

  /// - Parameter body: the part of `tex` between `\begin{…}` and `\end{…}`.
  init(_ tex: [UInt8], body: Range<Int>) {
    self.tex = tex
    var index = body.lowerBound
    while index < body.upperBound {
      index = read(at: index, in: body)
    }
    if rows.count > 1, rows.last?.isEmpty == true { rows.removeLast() }
  }

  private mutating func read(at index: Int, in body: Range<Int>) -> Int {
    switch tex[index] {
    case UInt8(ascii: "%"):
      // A comment reaches to the end of its line.
      return tex[index..<body.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? body.upperBound
    case UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "}"): depth -= 1
    case UInt8(ascii: "\\"): return readCommand(at: index, in: body)
    case _ where tex[index].isSpace: return index + 1
    default: break
    }
    rows[rows.count - 1].isEmpty = false
    return index + 1
  }

  private mutating func readCommand(at index: Int, in body: Range<Int>) -> Int {
    let name = tex[(index + 1)..<body.upperBound].prefix { $0.isLetter }
    let end = max(name.endIndex, min(index + 2, body.upperBound))
    switch name.text {
    case "" where tex[index..<body.upperBound].starts(with: "\\\\".utf8) && depth == 0:
      rows.append(Row())
    case "begin": depth += 1
    case "end": depth -= 1
    case "notag", "nonumber":
      rows[rows.count - 1].isUnnumbered = true
      blank(index..<end)
    case "tag", "label": return readArgument(of: name.text, at: index, in: body)
    default: rows[rows.count - 1].isEmpty = false
    }
    return end
  }

  private mutating func readArgument(of name: String, at index: Int, in body: Range<Int>) -> Int {
    var start = index + 1 + name.utf8.count
    if start < body.upperBound, tex[start] == UInt8(ascii: "*") { start += 1 }
    guard start < body.upperBound, tex[start] == UInt8(ascii: "{"),
      let end = endOfGroup(at: start, in: body)
    else { return start }
    let argument = tex[(start + 1)..<(end - 1)]
    if name == "tag" {
      rows[rows.count - 1].tag = argument.trimmed.text
    } else {
      rows[rows.count - 1].label = argument.trimmed.text
      rows[rows.count - 1].labelOffset = argument.trimmed.startIndex
    }
    blank(index..<end)
    return end
  }

  private func endOfGroup(at start: Int, in body: Range<Int>) -> Int? {
    var depth = 0
    for index in start..<body.upperBound {
      if tex[index] == UInt8(ascii: "{") { depth += 1 }
      if tex[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return nil
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range where tex[index] != UInt8(ascii: "\n") { tex[index] = UInt8(ascii: " ") }
  }
}
