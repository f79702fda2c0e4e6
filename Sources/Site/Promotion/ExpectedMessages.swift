import Article
import Diagnostics

/// What `fails` and `traps` blocks should have said that they expect. The messages come from the
/// findings about these blocks (`block.unexpected-message`), the lines from the article.
struct ExpectedMessages {
  private(set) var edits: [SourceEdit] = []
  /// What cannot be written down, as a sentence with its place.
  private(set) var left: [Diagnostic] = []

  /// What came instead of what, by line.
  private var surprises: [Int: [(message: String, finding: Diagnostic)]] = [:]
  private var unmet: [Int: (message: String, finding: Diagnostic)] = [:]
  private let lines: SourceLines
  private let path: String

  init(_ document: Document, _ findings: [Diagnostic], _ lines: SourceLines) {
    self.lines = lines
    path = document.path
    for finding in findings
    where finding.id == "block.unexpected-message" && finding.place?.file == path {
      sort(finding)
    }
    for case .block(let block) in document.runnables {
      switch block.kind {
      case .fails: rewrite(block, word: "error")
      case .traps: rewrite(block, word: "trap")
      default: continue
      }
    }
    // What is about no line of a block (a trap in a function of an earlier one) stays for the
    // author.
    left += surprises.values.flatMap { $0.map(\.finding) } + unmet.values.map(\.finding)
  }

  private mutating func sort(_ finding: Diagnostic) {
    guard let line = finding.place?.line else { return }
    let halves = finding.message.split(separator: ": ", maxSplits: 1)
    guard halves.count == 2 else { return }
    let message = String(halves[1])
    if halves[0] == "the expected error does not occur on this line" {
      unmet[line] = (message, finding)
    } else {
      let oneLine = message.split(whereSeparator: \.isNewline).joined(separator: " ")
      surprises[line, default: []].append((oneLine, finding))
    }
    let expected = "expected here: "
    for note in finding.notes where note.message.hasPrefix(expected) {
      guard let line = note.place?.line else { continue }
      unmet[line] = (String(note.message.dropFirst(expected.count)), finding)
    }
  }

  private mutating func rewrite(_ block: SwiftBlock, word: String) {
    let numbers = block.lines.map(\.line)
    let wrong = numbers.filter { unmet[$0] != nil }
    let came = numbers.filter { surprises[$0] != nil }
    // A trap is expected anywhere in its block: it takes the place of the one that did not come.
    if word == "trap", let new = came.first, let old = wrong.first, new != old {
      surprises[old] = surprises.removeValue(forKey: new)
    }
    for number in numbers {
      guard let line = lines.line(number) else { continue }
      let new = surprises.removeValue(forKey: number)
      let old = unmet.removeValue(forKey: number)
      switch (old, new) {
      case (nil, nil): continue
      case (let old?, nil): remove(old.message, word, from: line, number, or: old.finding)
      case (let old?, let new?) where new.count == 1:
        replace(old.message, by: new[0].message, in: line, number, or: new[0].finding)
      case (nil, let new?) where new.count == 1 && !line.contains("// \(word):"):
        append(new[0].message, word, to: line, number)
      case (_, let new?): left += new.map(\.finding)
      }
    }
  }

  private mutating func replace(
    _ old: String, by new: String, in line: String, _ number: Int, or finding: Diagnostic
  ) {
    let tail = line.trimmedEnd
    guard tail.hasSuffix(old) else {
      left.append(finding)
      return
    }
    edits.append(edit(number, column: tail.utf8.count - old.utf8.count, old, new))
  }

  private mutating func append(_ new: String, _ word: String, to line: String, _ number: Int) {
    let tail = line.trimmedEnd
    let space = tail.isEmpty ? "" : "  "
    edits.append(
      edit(
        number, column: tail.utf8.count, String(line.dropFirst(tail.count)),
        "\(space)// \(word): \(new)"))
  }

  private mutating func remove(
    _ old: String, _ word: String, from line: String, _ number: Int, or finding: Diagnostic
  ) {
    let tail = line.trimmedEnd
    guard tail.hasSuffix(old), let marker = tail.dropLast(old.count).lastRange(of: "//"),
      tail[marker.upperBound...].drop(while: { $0 == " " }).hasPrefix(word + ":")
    else {
      left.append(finding)
      return
    }
    let kept = String(tail[..<marker.lowerBound]).trimmedEnd
    edits.append(edit(number, column: kept.utf8.count, String(line.dropFirst(kept.count)), ""))
  }

  private func edit(_ line: Int, column: Int, _ old: String, _ new: String) -> SourceEdit {
    SourceEdit(place: Place(file: path, line: line, column: column + 1), old: old, new: new)
  }
}

extension String {
  /// Without white space at the end.
  fileprivate var trimmedEnd: String {
    String(self[..<(lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex)])
  }
}

extension Substring {
  fileprivate func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
