import Diagnostics

/// What one compile said, as diagnostics at places of the article, by runnable.
struct Findings {
  var errors: [Int: [Diagnostic]] = [:]
  var warnings: [Diagnostic] = []
  /// An error that belongs to no runnable.
  var unplaced: String?

  /// - Parameter file: the name that the program gives to the article.
  init(_ messages: [CompilerMessage], file: String, tangle: Tangle) {
    let redeclared = Set(messages.compactMap(Findings.redeclaredName))
    for message in messages {
      guard message.file == file,
        let number = tangle.runnable(atLine: message.line, column: message.column)
      else {
        if message.severity == .error { unplaced = unplaced ?? message.text }
        continue
      }
      switch message.severity {
      case .error:
        // A second declaration makes every use of the first ambiguous: only itself is at fault.
        if Findings.isAmbiguity(message, of: redeclared) { continue }
        errors[number, default: []].append(
          Findings.diagnostic(message, .error, number, file: file, tangle: tangle))
      case .warning:
        if Findings.isOurs(message, tangle.pieces[number]) { continue }
        warnings.append(
          Findings.diagnostic(message, .warning, number, file: file, tangle: tangle))
      case .note, .remark: continue
      }
    }
  }

  private static func redeclaredName(_ message: CompilerMessage) -> String? {
    message.text.hasPrefix("invalid redeclaration of ") ? message.quotedNames.first : nil
  }

  private static func isAmbiguity(_ message: CompilerMessage, of names: Set<String>) -> Bool {
    message.text.hasPrefix("ambiguous use of ")
      && message.quotedNames.first.map(names.contains) == true
  }

  /// About what the author did not write: the language mode, or the call with its `try` that
  /// surrounds an inline value.
  private static func isOurs(_ message: CompilerMessage, _ piece: Piece) -> Bool {
    let ofMode = ["this is an error in the Swift 6 language mode", "main actor-isolated "]
    if ofMode.contains(where: message.text.contains) { return true }
    guard piece.kind == .value else { return false }
    return message.text.hasPrefix("no calls to throwing functions occur within 'try'")
      || message.line != piece.place.line || message.column < piece.place.column
  }

  static func diagnostic(
    _ message: CompilerMessage, _ severity: Diagnostic.Severity, _ number: Int, file: String,
    tangle: Tangle
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      "swift.compile", severity,
      at: tangle.place(number, line: message.line, column: message.column), message.text)
    diagnostic.notes = message.notes.map { note in
      guard note.file == file else { return .init(message: note.text) }
      let noted = tangle.runnable(atLine: note.line, column: note.column) ?? number
      return .init(
        place: tangle.place(noted, line: note.line, column: note.column), message: note.text)
    }
    if severity == .error { diagnostic.fix = CompilerHint.fix(for: message) }
    if tangle.pieces[number].kind == .block(.own) { explainScope(&diagnostic) }
    return diagnostic
  }

  /// `own` puts the block into a scope; some declarations cannot live in one.
  private static func explainScope(_ diagnostic: inout Diagnostic) {
    let ofScopes = [
      "declaration is only valid at file scope", "may only be declared at file scope",
      "cannot be nested inside", "operator functions can only be declared at global or in type",
      "cannot be declared inside",
    ]
    guard ofScopes.contains(where: diagnostic.message.contains) else { return }
    diagnostic.message = "\(diagnostic.message): an `own` block is a scope of its own"
    diagnostic.fix =
      "Take `own` off this block, or move the declaration into a block without it; extensions, "
      + "operators and imports belong to the whole article."
  }
}
