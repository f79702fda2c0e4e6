import Article

/// The code that a check is about, as text: its call without the mutants, and the declarations of
/// the article that the call names. Comments and spaces do not count.
struct CheckedCode {
  /// The verb with what it is given, as written: `exact(sparsemax, over: grid(3, -2, 2, step: 1))`.
  let call: String
  /// The call with all that it names, for a digest.
  let text: String

  /// `nil` when no call stands on this line of the block.
  init?(
    _ verb: String, line: Int, runnable: Int, in document: Document, _ declared: Declarations
  ) {
    guard document.runnables.indices.contains(runnable),
      case .block(let block) = document.runnables[runnable],
      let first = block.lines.firstIndex(where: { $0.line == line })
    else { return nil }
    let lines = block.code.split(separator: "\n", omittingEmptySubsequences: false)
    let rest = lines.dropFirst(first).joined(separator: "\n")
    let code = BlankedSource.code(rest, keepingTexts: true)
    guard let start = code.firstRange(of: "claim(") else { return nil }
    let chain = CodeChain(code[start.lowerBound...])
    let links = chain.links.filter { !$0.hasPrefix("mutant") }
    let own = links.filter { $0.hasPrefix(verb + "(") }
    call = (own.isEmpty ? Array(links.dropFirst()) : own).map(\.dedented).joined(separator: ".")
    text =
      ([links.map(\.onOneLine).joined(separator: ".")]
      + declared.reached(from: links.joined(separator: " "))).joined(separator: "\n")
  }
}

/// A call and the calls behind its points: `claim("id")`, `exact(…)`, `mutant(…)`.
private struct CodeChain {
  private(set) var links: [Substring] = []

  init(_ code: Substring) {
    var rest = code
    while let end = rest.statementEnd(stopsAtPoint: true) {
      links.append(rest[..<end])
      let next = rest[end...].drop(while: \.isWhitespace)
      guard next.first == "." else { return }
      rest = next.dropFirst()
    }
  }
}

extension Substring {
  /// Where the call that begins here ends: behind its last bracket.
  ///
  /// - Parameter stopsAtPoint: whether a point outside of all brackets ends it.
  fileprivate func statementEnd(stopsAtPoint: Bool) -> Index? {
    var depth = 0
    var isInText = false
    var isEscaped = false
    var last = startIndex
    for index in indices {
      let character = self[index]
      if isInText {
        if character == "\"" && !isEscaped { isInText = false }
        isEscaped = character == "\\" && !isEscaped
        continue
      }
      switch character {
      case "\"": isInText = true
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth < 0 { return index }
      case "." where depth == 0 && stopsAtPoint: return index
      case _ where character.isNewline && depth == 0:
        // A trailing closure or the next link may stand on the next line.
        let next = self[index...].drop(while: \.isWhitespace).first
        if next != "." && next != "{" && next != "?" && next != ":" { return index }
      default: break
      }
      last = index
    }
    return isEmpty ? nil : self.index(after: last)
  }

  /// Without the spaces that the lines after the first have in common.
  fileprivate var dedented: String {
    let text = self[..<(lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex)]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let margin =
      lines.dropFirst().filter { !$0.allSatisfy(\.isWhitespace) }
      .map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return (lines.prefix(1) + lines.dropFirst().map { $0.dropFirst(margin) })
      .joined(separator: "\n")
  }

  fileprivate var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// What the blocks of an article declare at the beginning of a line, by name.
struct Declarations {
  private var byName: [String: [String]] = [:]

  init(_ document: Document) {
    for case .block(let block) in document.runnables where [.runs, .own].contains(block.kind) {
      let code = BlankedSource.code(block.code, keepingTexts: true)
      for match in code.matches(of: Self.pattern) {
        let rest = code[match.range.lowerBound...]
        let end = rest.statementEnd(stopsAtPoint: false) ?? rest.endIndex
        byName[String(match.output.1), default: []].append(rest[..<end].onOneLine)
      }
    }
  }

  /// The declarations of the names in `code`, and of the names in those, sorted.
  func reached(from code: String) -> [String] {
    var found: Set<String> = []
    var open = [code]
    var seen: Set<String> = []
    while let text = open.popLast() {
      for match in text.matches(of: /[\p{L}_][\p{L}\p{N}_]*/) {
        guard seen.insert(String(match.output)).inserted else { continue }
        let texts = byName[String(match.output)] ?? []
        found.formUnion(texts)
        open += texts
      }
    }
    return found.sorted()
  }

  nonisolated(unsafe) private static let pattern =
    /(?m)^(?:@[A-Za-z]+ +)*(?:func|let|var|struct|enum|typealias) +([\p{L}_][\p{L}\p{N}_]*)/
}
