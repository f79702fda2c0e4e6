import Diagnostics

/// The words after `swift` on a fence, read with a diagnostic at the column of each wrong one.
struct FenceWords {
  private(set) var id: String?
  private(set) var kind = SwiftBlock.Kind.runs
  private(set) var display = SwiftBlock.Display.shown
  private(set) var timeout: Double?
  private(set) var isSlow = false

  static let known = [
    "id=", "hide", "fold", "own", "static", "fails", "traps", "slow", "timeout=",
  ]

  init(_ fence: Fence, _ reading: Reading) {
    var slowPlace: Place?
    for word in fence.words.dropFirst() {
      let place = Place(file: fence.place.file, line: fence.place.line, column: word.offset + 1)
      read(word.text, at: place, reading)
      if word.text == "slow" { slowPlace = place }
    }
    guard let slowPlace else { return }
    isSlow = kind != .isStatic && kind != .fails
    if !isSlow {
      reading.report(
        "swift.word-conflict", at: slowPlace,
        "`slow` is about running, and this block does not run", fix: "Leave out `slow`.")
    }
  }

  private mutating func read(_ word: String, at place: Place, _ reading: Reading) {
    switch word {
    case "hide": setDisplay(.hidden, word, at: place, reading)
    case "fold": setDisplay(.folded, word, at: place, reading)
    case "own": setKind(.own, word, at: place, reading)
    case "static": setKind(.isStatic, word, at: place, reading)
    case "fails": setKind(.fails, word, at: place, reading)
    case "traps": setKind(.traps, word, at: place, reading)
    case "slow": break
    case _ where word.hasPrefix("id="): readID(String(word.dropFirst(3)), at: place, reading)
    case _ where word.hasPrefix("timeout="):
      readTimeout(String(word.dropFirst(8)), at: place, reading)
    default: reportUnknown(word, at: place, reading)
    }
  }

  private mutating func setKind(
    _ new: SwiftBlock.Kind, _ word: String, at place: Place, _ reading: Reading
  ) {
    if kind != .runs {
      reading.report(
        "swift.word-conflict", at: place, "`\(word)` contradicts an earlier word of this block",
        fix: "Use only one of `own`, `static`, `fails` and `traps`.")
    } else {
      kind = new
    }
  }

  private mutating func setDisplay(
    _ new: SwiftBlock.Display, _ word: String, at place: Place, _ reading: Reading
  ) {
    if display != .shown {
      reading.report(
        "swift.word-conflict", at: place, "`\(word)` contradicts an earlier word of this block",
        fix: "Use only one of `hide` and `fold`.")
    } else {
      display = new
    }
  }

  private mutating func readID(_ value: String, at place: Place, _ reading: Reading) {
    guard IDRegistry.isWellFormed(value) else {
      reading.report(
        "id.malformed", at: place, "`\(value)` is not an id", fix: IDRegistry.alphabet + ".")
      return
    }
    if id != nil {
      reading.report(
        "swift.word-conflict", at: place, "this block has an id already", fix: "Give it one id.")
      return
    }
    id = value
    reading.declare(value, at: place)
  }

  private mutating func readTimeout(_ value: String, at place: Place, _ reading: Reading) {
    guard value.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }),
      let seconds = Double(value), seconds > 0, seconds <= 86_400
    else {
      reading.report(
        "swift.timeout", at: place, "`\(value)` is not a number of seconds",
        fix: "Write, for example, `timeout=30`.")
      return
    }
    timeout = seconds
  }

  private func reportUnknown(_ word: String, at place: Place, _ reading: Reading) {
    let name = word.firstIndex(of: "=").map { String(word[...$0]) } ?? word
    let suggestion = Suggestion.sentence(for: name, among: Self.known)
    reading.report(
      "swift.unknown-word", at: place,
      "unknown word `\(word)` on a Swift block" + (suggestion.map { "; \($0)" } ?? ""),
      fix: "The words are `id=NAME`, `hide`, `fold`, `own`, `static`, `fails`, `traps`, "
        + "`slow` and `timeout=SECONDS`.")
  }
}
