import Article

/// What a run leaves out that does not wait for `slow` blocks: these blocks, and everything that
/// could see what they would have done. Nothing else may be left out, and nothing that stays may
/// give another result than it does in a full run.
///
/// A later runnable is left out when it mentions a name that a left-out block declares at its top
/// level. When a left-out block touches anything that can change (a variable of the article, an
/// object, a function that may reach one), whatever mentions something changeable is left out too.
/// An extension may change the meaning of code that does not name it: nothing after it stays.
struct SlowBlocks {
  /// Why, by runnable.
  private(set) var reasons: [Int: String] = [:]

  /// Names of earlier blocks that are, or reach, something that can change.
  private var changeable: Set<String> = []
  /// Names that left-out blocks declare, and the slow block behind each.
  private var missing: [String: Int] = [:]
  /// The slow block that may have changed something, by its line.
  private var changed: Int?
  /// The slow block with an extension, by its line.
  private var extended: Int?

  init(_ tangle: Tangle) {
    guard tangle.pieces.contains(where: \.isSlow) else { return }
    for piece in tangle.pieces { read(piece) }
  }

  private mutating func read(_ piece: Piece) {
    let names = Names(of: piece)
    let canChange = !names.mentioned.isDisjoint(with: changeable)
    guard let (cause, reason) = cause(of: piece, names, canChange) else {
      if names.holdsState || canChange { changeable.formUnion(names.declared) }
      return
    }
    reasons[piece.number] = reason
    // Leaves and scopes of their own declare nothing that others could see.
    if piece.kind == .block(.runs) {
      for name in names.declared where missing[name] == nil { missing[name] = cause }
      if names.extends { extended = extended ?? cause }
    }
    if piece.isOrdinary, canChange { changed = changed ?? cause }
  }

  /// The line of the slow block on whose account a runnable is left out, and a sentence.
  private func cause(
    of piece: Piece, _ names: Names, _ canChange: Bool
  ) -> (line: Int, reason: String)? {
    // These are not run anyhow; whether they compile is another matter.
    if piece.kind == .block(.isStatic) || piece.kind == .block(.fails) { return nil }
    if piece.isSlow { return (piece.place.line, SlowBlocks.reason) }
    if let extended { return (extended, "it may use what the \(slow(extended)) extends") }
    for name in names.mentioned.sorted() {
      if let line = missing[name] {
        return (line, "it uses `\(name)`, which waits for the \(slow(line))")
      }
    }
    if canChange, let changed { return (changed, "it may see what the \(slow(changed)) changes") }
    return nil
  }

  private func slow(_ line: Int) -> String { "slow block at line \(line)" }

  static let reason = "it is slow, and waits until it is asked for"
}

/// What a piece of Swift mentions and declares, by its text alone.
private struct Names {
  var mentioned: Set<String> = []
  /// At its top level, where other blocks can see it.
  var declared: Set<String> = []
  /// It declares a variable at its top level, or something that is changed through a reference.
  var holdsState = false
  var extends = false

  init(of piece: Piece) {
    let tokens = SwiftScanner.tokens(piece.code).filter { $0.kind != .lineComment }
    var depth = 0
    var last = ""
    for token in tokens {
      switch token.text {
      case "{": depth += 1
      case "}": depth -= 1
      case "var" where depth == 0 || last == "static", "class", "actor": holdsState = true
      case "extension" where depth == 0: extends = true
      default: break
      }
      last = token.text
      guard token.kind == .identifier else { continue }
      mentioned.insert(token.text)
      if token.text.hasPrefix("Unsafe") { holdsState = true }
    }
    declared = DeclaredNames.all(in: Names.topLevel(of: piece.code, tokens))
  }

  /// The code with everything between braces left out.
  private static func topLevel(of code: String, _ tokens: [SwiftScanner.Token]) -> String {
    var text = ""
    var depth = 0
    var line = 0
    for token in tokens {
      if token.text == "}" { depth -= 1 }
      if depth == 0 {
        text += token.line > line ? "\n" : " "
        text += token.text
        line = token.line
      }
      if token.text == "{" { depth += 1 }
    }
    return text
  }
}
