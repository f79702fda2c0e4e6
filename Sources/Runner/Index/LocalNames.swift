import Diagnostics

/// Names that a block declares for itself alone, of which the compiler's index says nothing:
/// functions within functions, and what stands at the top of an `own` block.
struct LocalNames {
  struct Declaration: Equatable {
    var name: String
    var line: Piece.Line

    func place(_ file: String) -> Place {
      Place(file: file, line: line.line, column: line.padding + 1)
    }
  }

  private(set) var declared: [Declaration] = []

  init(in piece: Piece) {
    let tokens = SwiftScanner.tokens(piece.code).filter { $0.kind != .lineComment }
    // Whether each open brace belongs to a type, whose members are no local names.
    var braces: [Bool] = []
    var startsType = false
    for (token, next) in zip(tokens, tokens.dropFirst()) {
      switch token.text {
      case "{":
        braces.append(startsType)
        startsType = false
      case "}": _ = braces.popLast()
      case "struct", "class", "enum", "actor", "protocol", "extension": startsType = true
      case ";": startsType = false
      default: break
      }
      let isLocal = braces.isEmpty ? piece.kind == .block(.own) : braces.last == false
      let declares = Self.keywords.contains(token.text) && next.kind == .identifier
      if declares, isLocal, piece.lines.indices.contains(next.line) {
        declared.append(Declaration(name: next.text, line: piece.lines[next.line]))
      }
    }
  }

  private static let keywords: Set<String> = ["func", "struct", "class", "enum", "typealias"]
}
