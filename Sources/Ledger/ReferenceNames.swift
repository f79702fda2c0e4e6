import Article
import Records

/// What a bounded check holds its subject against, read from the text of its call: a function value
/// knows neither its name nor whether it is another one's twin.
struct ReferenceNames {
  private let subject: String
  private let reference: String

  /// - Parameter code: from the claim call on.
  ///
  /// `nil` unless the `occurrence`-th verb there has a subject and a reference.
  init?(in code: Substring, verb: String, occurrence: Int) {
    let code = BlankedSource.code(String(code), keepingTexts: false)
    let calls = code.ranges(of: ".\(verb)(")
    guard calls.indices.contains(occurrence) else { return nil }
    let arguments = code[calls[occurrence].upperBound...].arguments
    guard let first = arguments.first,
      let reference = arguments.first(where: { $0.hasPrefix("reference:") })
    else { return nil }
    subject = first
    self.reference = reference.dropFirst("reference:".count).trimmed
  }

  /// What the reference is. Code that shares a function with its subject is no judge of it.
  func kind(_ declared: Declarations) -> ReferenceKind {
    let shared = functions(subject, declared).intersection(functions(reference, declared))
    let isName = reference.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.]*/) != nil
    return .code(name: isName ? reference : "", isSubject: !shared.isEmpty)
  }

  /// The functions that a text calls, and those that the article's own functions among them call.
  private func functions(_ text: String, _ declared: Declarations) -> Set<String> {
    let texts = [text] + declared.reached(from: text)
    let called = texts.flatMap { text in
      text.matches(of: Self.callPattern).compactMap {
        ($0.output.1 ?? $0.output.2).map(String.init)
      }
    }
    return Set(called + [text]).subtracting(Self.elementary)
  }

  /// A call, or a function that gets another name: `let f = softmax`.
  nonisolated(unsafe) private static let callPattern = /(\w+)\s*(?:<[^>()]*>)?\(|=\s*(\w+)\s*$/

  /// What every computation is made of.
  private static let elementary: Set<String> = [
    "exp", "log", "sqrt", "power", "larger", "smaller", "sin", "cos", "tan", "sinh", "cosh", "tanh",
    "atan", "erf", "abs", "map", "reduce", "zip", "sum", "dot", "Vector", "Rational", "Int",
    "Rounded", "Ball", "if", "for", "while", "guard", "switch", "return", "S", "require",
  ]
}

extension Substring {
  /// The arguments of a call whose opening bracket stands before this text.
  fileprivate var arguments: [String] {
    var depth = 0
    var arguments = [""]
    for character in self {
      switch character {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth < 0 { return arguments.map { $0[...].trimmed } }
      case "," where depth == 0:
        arguments.append("")
        continue
      default: break
      }
      arguments[arguments.count - 1].append(character)
    }
    return arguments.map { $0[...].trimmed }
  }

  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
