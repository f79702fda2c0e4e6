import Diagnostics

/// A claim's code means the library's functions by the library's names. An article that declares
/// `softmax` itself would have a claim about `softmax` that is about something else.
struct ShadowCheck {
  var tangle: Tangle
  var names: CoreNames

  /// Errors by the block whose claim uses a shadowed name, itself or by way of other blocks.
  func errors(
    _ index: ArticleIndex, _ included: [Int]
  ) throws(ChildProcess.Failure) -> [Int: [Diagnostic]] {
    var errors: [Int: [Diagnostic]] = [:]
    for number in included where holdsClaim(tangle.pieces[number]) {
      let names = try names.all()
      // Once for each name, at its first use.
      var seen: Set<String> = []
      for piece in cone(of: number, index) {
        let locals = LocalNames(in: tangle.pieces[piece]).declared.filter {
          names.contains($0.name)
        }
        for local in locals where seen.insert(local.name).inserted {
          errors[number, default: []].append(diagnostic(local.name, at: local.place(tangle.path)))
        }
        guard let lines = lines(of: piece) else { continue }
        for mention in index.mentions(ofNames: names, in: lines)
        where seen.insert(mention.name).inserted {
          errors[number, default: []].append(diagnostic(mention))
        }
      }
    }
    return errors
  }

  private func holdsClaim(_ piece: Piece) -> Bool {
    piece.kind != .value && SwiftScanner.tokens(piece.code).contains { $0.text == "claim" }
  }

  /// The block and those in which something is declared that it uses, directly or not.
  private func cone(of number: Int, _ index: ArticleIndex) -> [Int] {
    var reached = [number]
    var next = 0
    while next < reached.count {
      if let lines = lines(of: reached[next]) {
        let pieces = index.linesOfDeclarations(mentionedIn: lines).sorted().compactMap {
          tangle.runnable(atLine: $0, column: 1)
        }
        for piece in pieces where !reached.contains(piece) { reached.append(piece) }
      }
      next += 1
    }
    return reached
  }

  private func lines(of number: Int) -> ClosedRange<Int>? {
    let lines = tangle.pieces[number].lines
    guard let first = lines.first, let last = lines.last else { return nil }
    return first.line...last.line
  }

  private func diagnostic(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "swift.shadowed-name", at: place,
      "`\(name)` is a name of the core library, and this block has a claim: the declaration may "
        + "change what the claim is about", fix: "Give the article's own `\(name)` another name.")
  }

  private func diagnostic(_ mention: ArticleIndex.Mention) -> Diagnostic {
    Diagnostic(
      "swift.shadowed-name",
      at: Place(file: tangle.path, line: mention.declaredLine, column: mention.declaredColumn),
      "`\(mention.name)` is a name of the core library, and a claim uses it: this declaration "
        + "changes what the claim is about",
      notes: [
        .init(
          place: Place(file: tangle.path, line: mention.line, column: mention.column),
          message: "the claim's code uses `\(mention.name)` here")
      ], fix: "Give the article's own `\(mention.name)` another name.")
  }
}
