import Diagnostics

/// A `$` that is no delimiter where it stands.
struct LooseDollar {
  var line: Int
  var offset: Int
  var canOpen: Bool
  var canClose: Bool
  /// Whether what follows looks like a formula rather than like a sum of money.
  var isFormula: Bool
  /// The block whose text it is in: numbers that differ mean other blocks.
  var block: OpaquePointer

  /// Whether a dollar stands before a letter, a command or a bar and behind no word, or begins a
  /// lone `$$`: neither a price, nor the dollar of "US$".
  static func opensFormula(_ index: Int, in text: [UInt8]) -> Bool {
    if index > 0, text[index - 1].isWord { return false }
    let run = text[index...].prefix { $0 == UInt8(ascii: "$") }.count
    if index > 0, text[index - 1] == UInt8(ascii: "$") { return false }
    guard run == 1, index + 1 < text.count else { return run == 2 }
    let next = text[index + 1]
    return next.isLetter || "\\{|(".utf8.contains(next)
  }
}

/// Finds formulas that have no end.
///
/// Some were cut apart by a line's block marker: an opening `$` in one block, its closing one in
/// the next, and no blank line between them. Block structure comes first in Markdown, so no
/// extension can put such a formula together again. Others have lost their closing dollar, and
/// would be shown as they were written.
enum LooseDollars {
  static func report(_ reading: Reading) {
    let cut = reportCut(reading)
    var blocks: Set<OpaquePointer> = []
    for dollar in reading.looseDollars where dollar.isFormula {
      // In one block the dollars after the first may only follow from it.
      guard blocks.insert(dollar.block).inserted else { continue }
      if cut.contains(where: { $0.line == dollar.line && $0.offset == dollar.offset }) { continue }
      reading.report(
        "math.unclosed-dollar", .warning, line: dollar.line, offset: dollar.offset,
        "no dollar closes this one: what follows is shown as text",
        fix:
          "Close the formula with a `$` that has no space before it, or write `\\$` for a dollar.")
    }
  }

  /// - Returns: the opening dollars of the formulas that were cut.
  private static func reportCut(_ reading: Reading) -> [(line: Int, offset: Int)] {
    var cut: [(line: Int, offset: Int)] = []
    let dollars = reading.looseDollars.sorted { ($0.line, $0.offset) < ($1.line, $1.offset) }
    for (first, second) in zip(dollars, dollars.dropFirst()) {
      guard first.block != second.block, first.canOpen, second.canClose,
        second.line > first.line, second.line - first.line < 50,
        !(first.line...second.line).contains(where: reading.source.isBlank)
      else { continue }
      cut.append((first.line, first.offset))
      reading.report(
        "math.cut", line: first.line, offset: first.offset,
        "a line that starts a block of its own cuts this formula apart",
        notes: [
          Diagnostic.Note(
            place: reading.source.place(line: second.line, offset: second.offset),
            message: "its closing `$` is in another block")
        ],
        fix: "Keep the formula on one line, or begin the line with something other than a marker "
          + "(`-`, `+`, `#`, `>`).")
    }
    return cut
  }
}
