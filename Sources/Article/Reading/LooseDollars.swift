import Diagnostics

/// A `$` that is no delimiter where it stands.
struct LooseDollar {
  var line: Int
  var offset: Int
  var canOpen: Bool
  var canClose: Bool
  /// The block whose text it is in: numbers that differ mean other blocks.
  var block: OpaquePointer
}

/// Finds formulas that a line's block marker has cut apart: an opening `$` in one block, its
/// closing one in the next, and no blank line between them. Block structure comes first in Markdown, so no
/// extension can put such a formula together again.
enum LooseDollars {
  static func report(_ reading: Reading) {
    let dollars = reading.looseDollars.sorted { ($0.line, $0.offset) < ($1.line, $1.offset) }
    for (first, second) in zip(dollars, dollars.dropFirst()) {
      guard first.block != second.block, first.canOpen, second.canClose,
        second.line > first.line, second.line - first.line < 50,
        !(first.line...second.line).contains(where: reading.source.isBlank)
      else { continue }
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
  }
}
