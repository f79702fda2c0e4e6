import Diagnostics

/// A claim's code means the library's functions by the library's names. An article that declares
/// `softmax` itself would have a claim about `softmax` that is about something else.
struct ShadowCheck {
  var tangle: Tangle
  var names: CoreNames

  /// Errors by the block whose claim uses a shadowed name.
  func errors(
    _ index: ArticleIndex, _ included: [Int]
  ) throws(ChildProcess.Failure) -> [Int: [Diagnostic]] {
    var errors: [Int: [Diagnostic]] = [:]
    for number in included {
      let piece = tangle.pieces[number]
      guard let first = piece.lines.first, let last = piece.lines.last, piece.kind != .value,
        SwiftScanner.tokens(piece.code).contains(where: { $0.text == "claim" })
      else { continue }
      let mentions = index.mentions(
        ofNames: try names.all(), in: first.line...last.line)
      // Once for each name, at its first use.
      var seen: Set<String> = []
      for mention in mentions where seen.insert(mention.name).inserted {
        errors[number, default: []].append(diagnostic(mention))
      }
    }
    return errors
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
