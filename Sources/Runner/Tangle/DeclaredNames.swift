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
    let characters = rest.prefix { $0.kind == .punctuation && !"({:".contains($0.text) }
    return characters.isEmpty ? [] : [characters.map(\.text).joined()]
  }

  /// `a`, `(a, b)`, `a = 1, b = 2`.
  private static func pattern(_ rest: ArraySlice<SwiftScanner.Token>) -> Set<String> {
    guard var last = rest.first else { return [] }
    var names: Set<String> = []
    var depth = 0
    var isName = true
    for token in rest {
      // A line's end ends the statement, unless the line cannot be all of it.
      if depth == 0 && token.line > last.line && last.text != "," && last.text != "=" { break }
      last = token
      switch token.text {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth < 0 { return names }
      case "," where depth == 0: isName = true
      case "=" where depth == 0, ":" where depth == 0: isName = false
      default: if isName && token.kind == .identifier { names.insert(token.text) }
      }
    }
    return names
  }
}
