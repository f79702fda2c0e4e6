import Diagnostics

/// A variable must have been declared where it is read: Swift itself would read zero bytes.
struct OrderCheck {
  var tangle: Tangle

  /// Errors by the runnable that reads too early.
  func errors(_ index: ArticleIndex) -> [Int: [Diagnostic]] {
    let mentions = index.readsBeforeDeclaration { first, second in
      tangle.runnable(atLine: first, column: 1) == tangle.runnable(atLine: second, column: 1)
    }
    var errors: [Int: [Diagnostic]] = [:]
    for mention in mentions {
      guard let number = tangle.runnable(atLine: mention.line, column: mention.column) else {
        continue
      }
      errors[number, default: []].append(diagnostic(mention, in: number))
    }
    return errors
  }

  private func diagnostic(_ mention: ArticleIndex.Mention, in number: Int) -> Diagnostic {
    let declared = Place(
      file: tangle.path, line: mention.declaredLine, column: mention.declaredColumn)
    let place = tangle.place(number, line: mention.line, column: mention.column)
    if let variable = mention.reads {
      return Diagnostic(
        "swift.use-before-declaration", at: place,
        "`\(mention.name)` is called here, but it reads `\(variable)`, which has no value yet",
        notes: [.init(place: declared, message: "`\(variable)` is declared here")],
        fix: "Declare `\(variable)` above this line.")
    }
    return Diagnostic(
      "swift.use-before-declaration", at: place,
      "`\(mention.name)` is read here, but it is declared only further down: it has no value yet",
      notes: [.init(place: declared, message: "`\(mention.name)` is declared here")],
      fix: "Move the declaration of `\(mention.name)` above this line.")
  }
}
