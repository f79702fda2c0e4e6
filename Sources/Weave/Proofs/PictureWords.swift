// What a drawing of a proof says in words: how much is drawn, what the marks mean, and what was
// left out.

import Ledger
import Records

extension Plot.Edge {
  init(_ axis: ProofPicture.Axis) {
    self.init(
      low: MarginScale.text(axis.lower, significant: 4), name: "$\(axis.name)$",
      high: MarginScale.text(axis.upper, significant: 4))
  }
}

extension ProofPicture {
  /// "every one of its 37 boxes".
  var cellWords: String {
    let boxes = cells.filter { !$0.isPoint }.reduce(into: 0) { total, cell in
      total = total.addingReportingOverflow(cell.count).partialValue
    }
    return boxes == 1 ? "its one box" : "all of its \(boxes.grouped) boxes"
  }

  /// The marks that need a word, in the order of what they say.
  func legend(shades: MarginScale?) -> [Plot.Key] {
    var keys: [Plot.Key] = []
    if let shades {
      let used = Set(margins.map(shades.shade)).sorted(by: >)
      keys += used.map { shade in
        guard shade > 0 else { return Plot.Key(mark: "shade-0", text: "margin 0") }
        let (lower, upper) = shades.bounds(ofShade: shade)
        let range =
          lower == upper
          ? MarginScale.text(lower) : "\(MarginScale.text(lower)) to \(MarginScale.text(upper))"
        return Plot.Key(mark: "shade-\(shade)", text: "margin \(range)")
      }
    }
    let words: [(Kind, String)] = [
      (.contact, "both sides meet"), (.enclosure, "holds exactly one zero"),
      (.excluded, form == .points ? "outside of the hypotheses" : "excluded"),
      (.open, "not decided"), (.failed, "the law fails"),
    ]
    return keys
      + words.filter { kind, _ in cells.contains { $0.kind == kind } }
      .map { Plot.Key(mark: $0.rawValue, text: $1) }
  }

  /// What a reader would not see by looking.
  var notes: [String] {
    var notes: [String] = []
    let contacts = cells.count { $0.kind == .contact }
    if contacts == 1 { notes.append("At one point both sides meet, shown by exact arithmetic.") }
    if contacts > 1 {
      notes.append("At \(contacts) points both sides meet, shown by exact arithmetic.")
    }
    if let smallest = margins.min() {
      notes.append("The smallest margin is \(MarginScale.text(smallest, significant: 3)).")
    }
    let open = count(.open)
    if open > 0 {
      notes.append(open == 1 ? "One box stayed open." : "\(open.grouped) boxes stayed open.")
    }
    if isMerged {
      notes.append("Neighbours are drawn as one, with the weakest of what was found on them.")
    }
    return notes
  }
}
