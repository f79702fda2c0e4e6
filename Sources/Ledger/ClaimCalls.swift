import Article
import Diagnostics

/// A `claim("id", part: 2, …)` call found in the text of a block, whether or not it was reached.
///
/// Ids are literals, so the text tells what should have been checked: a call that leaves no record
/// was not reached, and is never taken for success.
struct ClaimCall: Equatable {
  var id: String
  var part: Int?
  /// The runnable that it stands in, and where.
  var runnable: Int
  var place: Place

  /// The calls in the blocks that run, in order.
  static func all(in document: Document) -> [ClaimCall] {
    document.runnables.flatMap { runnable -> [ClaimCall] in
      guard case .block(let block) = runnable, block.kind == .runs || block.kind == .own else {
        return []
      }
      return calls(in: block, document.path)
    }
  }

  private static func calls(in block: SwiftBlock, _ path: String) -> [ClaimCall] {
    let code = block.code.split(separator: "\n", omittingEmptySubsequences: false)
    return code.enumerated().flatMap { index, line -> [ClaimCall] in
      let text = withoutComment(line)
      return text.matches(of: callPattern).map { match in
        let source = block.lines.indices.contains(index) ? block.lines[index] : nil
        let offset = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
        return ClaimCall(
          id: String(match.output.1), part: match.output.2.flatMap { Int($0) },
          runnable: block.number,
          place: Place(
            file: path, line: source?.line ?? block.place.line + 1 + index,
            column: (source?.prefix ?? 0) + offset + 1))
      }
    }
  }

  nonisolated(unsafe) private static let callPattern =
    /\bclaim\(\s*"([^"\\]+)"(?:\s*,\s*part:\s*([0-9]+))?/

  /// The line without a `//` comment (outside of string literals).
  private static func withoutComment(_ line: Substring) -> Substring {
    var inString = false
    var previous: Character = " "
    for index in line.indices {
      let character = line[index]
      if character == "\"" && previous != "\\" { inString.toggle() }
      if !inString && character == "/" && previous == "/" {
        return line[..<line.index(before: index)]
      }
      previous = character
    }
    return line
  }
}
