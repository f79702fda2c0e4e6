/// The names that a piece of Swift declares, by its text alone: for blocks that do not compile, of
/// which the compiler's index knows nothing. Members count too, so that a block which only misses
/// an extension's member is told apart from one with an error of its own.
enum DeclaredNames {
  private static let naming: Set<String> = [
    "func", "struct", "class", "enum", "protocol", "actor", "typealias", "case", "macro",
    "associatedtype", "precedencegroup",
  ]

  static func all(in source: String) -> Set<String> {
    let tokens = SwiftScanner.tokens(source).filter { $0.kind != .lineComment }
    var names: Set<String> = []
    for (index, token) in tokens.enumerated() where token.kind == .identifier {
      if token.text == "let" || token.text == "var" {
        names.formUnion(pattern(tokens[(index + 1)...]))
      } else if token.text == "operator" || token.text == "func" {
        names.formUnion(operatorOrName(tokens[(index + 1)...]))
      } else if naming.contains(token.text), let next = tokens[(index + 1)...].first,
        next.kind == .identifier
      {
        names.insert(next.text)
      }
    }
    return names
  }

  private static func operatorOrName(_ rest: ArraySlice<SwiftScanner.Token>) -> Set<String> {
    guard let first = rest.first else { return [] }
    if first.kind == .identifier { return [first.text] }
    let characters = rest.prefix { $0.kind == .punctuation && !"({:<".contains($0.text) }
    // `<` begins generic parameters after a name, but here it can begin an operator.
    let text = first.text == "<" ? operatorFromAngle(rest) : characters.map(\.text).joined()
    return text.isEmpty ? [] : [text]
  }

  private static func operatorFromAngle(_ rest: ArraySlice<SwiftScanner.Token>) -> String {
    rest.prefix { $0.kind == .punctuation && !"({:".contains($0.text) }.map(\.text).joined()
  }

  /// `a`, `(a, b)`, `a = 1, b = 2`.
  private static func pattern(_ rest: ArraySlice<SwiftScanner.Token>) -> Set<String> {
    guard let first = rest.first else { return [] }
    var names: Set<String> = []
    var depth = 0
    var expectsName = true
    var line = first.line
    for token in rest {
      if depth == 0 && token.line > line && !expectsName { break }
      line = token.line
      switch token.text {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth < 0 { return names }
      case ",": expectsName = true
      case "=", ":": expectsName = false
      default:
        if expectsName && token.kind == .identifier { names.insert(token.text) }
        if depth == 0 { expectsName = false }
      }
      if token.text == "=" && depth == 0 && first.text == "(" { break }
    }
    return names
  }
}
