import Article
import Diagnostics

/// Finds what Swift accepts and what means something else than it says: a decimal with more digits
/// than a `Double` literal keeps, a minus that binds more tightly than a power, and a quotient of
/// two integers that is rounded down.
enum NumberCheck {
  /// Significant digits that survive a `Double` literal whatever they are.
  private static let digits = 15

  static func error(in piece: Piece, file: String) -> Diagnostic? {
    let blanked = BlankedSource.code(piece.code, keepingTexts: false)
    let codes = blanked.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    for (line, code) in zip(piece.lines, codes) {
      if let match = code.firstMatch(of: decimal),
        significant(match.output) > digits
      {
        return Diagnostic(
          "swift.literal-digits", at: place(match.range, code, line, file),
          "the literal \(match.output) has \(significant(match.output)) significant digits; a "
            + "Swift literal keeps \(digits)",
          fix: "write it as text: Formula(\"\(match.output)\"), Rational(\"\(match.output)\")")
      }
      if let match = code.firstMatch(of: negatedPower) {
        let base = match.output.2
        return Diagnostic(
          "swift.negated-power",
          at: place(match.output.1.startIndex..<base.endIndex, code, line, file),
          "Swift reads -\(base) ** … as (-\(base)) ** …",
          fix: "write -(\(base) ** …), or (-\(base)) ** … if that is meant")
      }
      if let match = code.firstMatch(of: integerQuotient) {
        let (over, under) = (Int(match.output.1) ?? 0, Int(match.output.2) ?? 1)
        guard under == 0 || over % under != 0 else { continue }
        return Diagnostic(
          "swift.integer-division", at: place(match.range, code, line, file),
          "Swift divides two integers here, and \(over) / \(under) is rounded to "
            + "\(under == 0 ? 0 : over / under)",
          fix: "say what the quotient is: (\(over) / \(under) as Rational), or let h: Rational = …")
      }
    }
    return nil
  }

  nonisolated(unsafe) private static let decimal =
    /\b[0-9][0-9_]*\.[0-9][0-9_]*(?:[eE][+-]?[0-9]+)?/

  /// A minus, a name with what is applied to it or what stands in parentheses, and a power of that.
  nonisolated(unsafe) private static let negatedPower =
    #/
    (?:^|[\s(\[,=+*\/<>:?])(-)
    ([A-Za-z_0-9][A-Za-z_0-9.]*(?:\([^()]*\)|\[[^\[\]]*\])?|\((?:[^()]|\([^()]*\))*\))
    \s*\*\*
    /#

  /// Two integer literals where nothing says that they are no integers: all there is in
  /// `Rational(1/2)`, or the whole value of a constant without a type.
  nonisolated(unsafe) private static let integerQuotient =
    #/
    (?:\b(?:Rational|Ball|Double|Formula)\(|\b(?:let|var)\s+\w+\s*=)
    \s*-?([0-9]+)\s*\/\s*([0-9]+)\s*(?:\)|;|$)
    /#

  private static func significant(_ literal: Substring) -> Int {
    let mantissa = literal.prefix { $0 != "e" && $0 != "E" }
    return mantissa.filter(\.isNumber).drop { $0 == "0" }.count
  }

  private static func place(
    _ range: Range<String.Index>, _ code: String, _ line: Piece.Line, _ file: String
  ) -> Place {
    let offset = code.utf8.distance(from: code.startIndex, to: range.lowerBound)
    return Place(file: file, line: line.line, column: line.padding + offset + 1)
  }
}
