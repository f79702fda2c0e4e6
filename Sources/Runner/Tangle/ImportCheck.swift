import Diagnostics

/// Keeps articles from writing records: what a check found is for the check to say. A program that
/// means to lie can still do so; none shall do it by the library's own means.
enum ImportCheck {
  private static let module = "Records"

  static func error(in piece: Piece, file: String) -> Diagnostic? {
    let tokens = SwiftScanner.tokens(piece.code)
    for (index, token) in tokens.enumerated() where token.text == "import" {
      let rest = tokens[index...].prefix { $0.line == token.line }
      guard rest.contains(where: { $0.text == module }), piece.lines.indices.contains(token.line)
      else { continue }
      let line = piece.lines[token.line]
      return Diagnostic(
        "swift.import", at: Place(file: file, line: line.line, column: line.padding + 1),
        "an article does not import \(module): what a check found, the check itself writes down",
        fix: "Leave the import out, and state the check: claim(\"id\", law).exact().")
    }
    return nil
  }
}
