import Diagnostics

@testable import Article

/// Just enough of Markdown to write articles into tests: fences of Swift, also within list items
/// and quotes, and inline values. The real parser has tests of its own; what matters here is that
/// every position is the text's.
enum Sketch {
  static func document(_ text: String, path: String = "articles/x.md") -> Document {
    var runnables: [Runnable] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < lines.count {
      if let fence = lines[index].firstRange(of: "```swift") {
        let prefix = String(lines[index][..<fence.lowerBound])
        var end = index + 1
        while !lines[end].hasSuffix("```") { end += 1 }
        let block = block(
          words: lines[index][fence.upperBound...].split(separator: " "), prefix: prefix,
          lines: Array(lines[index + 1..<end]), firstLine: index + 2, number: runnables.count,
          path: path)
        runnables.append(.block(block))
        index = end
      } else {
        runnables += values(lines[index], line: index + 1, from: runnables.count, path: path)
          .map(Runnable.value)
      }
      index += 1
    }
    return Document(
      path: path, slug: "x", frontMatter: FrontMatter(), blocks: [], footnotes: [],
      runnables: runnables, diagnostics: [], source: text)
  }

  private static func block(
    words: [Substring], prefix: String, lines: [String], firstLine: Int, number: Int, path: String
  ) -> SwiftBlock {
    var block = SwiftBlock(
      number: number, id: nil, kind: .runs, display: .shown, timeout: nil, code: "", lines: [],
      place: Place(file: path, line: firstLine - 1, column: prefix.utf8.count + 1))
    for word in words {
      switch word {
      case "own": block.kind = .own
      case "static": block.kind = .isStatic
      case "fails": block.kind = .fails
      case "traps": block.kind = .traps
      case "slow": block.isSlow = true
      case "hide": block.display = .hidden
      case "fold": block.display = .folded
      default:
        if word.hasPrefix("timeout=") { block.timeout = Double(word.dropFirst(8)) }
      }
    }
    for (index, line) in lines.enumerated() {
      let removed = min(prefix.utf8.count, line.utf8.count)
      block.code += line.dropFirst(prefix.count) + "\n"
      block.lines.append(SourceLine(line: firstLine + index, prefix: removed))
    }
    return block
  }

  private static func values(
    _ text: String, line: Int, from number: Int, path: String
  ) -> [InlineValue] {
    text.ranges(of: "`{swift} ").enumerated().map { index, range in
      let column = text[..<range.upperBound].utf8.count + 1
      let expression = text[range.upperBound...].prefix { $0 != "`" }
      return InlineValue(
        number: number + index, expression: String(expression),
        place: Place(file: path, line: line, column: column), claimed: nil)
    }
  }
}
