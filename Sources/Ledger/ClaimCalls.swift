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

  /// The calls in the blocks that run, those that are to trap included, in order.
  static func all(in document: Document) -> [ClaimCall] {
    document.runnables.flatMap { runnable -> [ClaimCall] in
      guard case .block(let block) = runnable, [.runs, .own, .traps].contains(block.kind) else {
        return []
      }
      return calls(in: block, document.path)
    }
  }

  private static func calls(in block: SwiftBlock, _ path: String) -> [ClaimCall] {
    let code = BlankedSource.code(block.code, keepingTexts: true)
    return code.matches(of: callPattern).map { match in
      let before = code[..<match.range.lowerBound]
      let index = before.count { $0 == "\n" }
      let offset = before.utf8.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
      let source = block.lines.indices.contains(index) ? block.lines[index] : nil
      return ClaimCall(
        id: String(match.output.1), part: match.output.2.flatMap { Int($0) },
        runnable: block.number,
        place: Place(
          file: path, line: source?.line ?? block.place.line + 1 + index,
          column: (source?.prefix ?? 0) + offset + 1))
    }
  }

  nonisolated(unsafe) private static let callPattern =
    /\bclaim\(\s*"([^"\\]+)"(?:\s*,\s*part:\s*([0-9]+))?/
}
