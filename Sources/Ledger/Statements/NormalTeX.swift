/// TeX without what does not change how a formula reads: spaces, sizes of brackets, braces around
/// what needs none, two names of one sign. Equal normal forms are the same formula to a reader;
/// formulas that say the same in other words stay different.
struct NormalTeX: Hashable {
  let tokens: [String]

  init(_ tex: String) {
    var cutter = TeXCutter(tex)
    var reader = Reader(tokens: cutter.tokens())
    tokens = reader.list(isGroup: false)
  }

  /// Reads tokens to the end of a group. Braces that only group are dropped; those around an
  /// argument or a script are always there.
  private struct Reader {
    var tokens: [String]
    var position = 0

    mutating func list(isGroup: Bool) -> [String] {
      var result: [String] = []
      while position < tokens.count {
        let token = tokens[position]
        position += 1
        if token == "}" {
          if isGroup { break }
        } else if token == "{" {
          result += list(isGroup: true)
        } else {
          result.append(token)
          for _ in 0..<NormalTeX.arguments(of: token) { result += argument() }
        }
      }
      return result
    }

    private mutating func argument() -> [String] {
      guard position < tokens.count, tokens[position] != "}" else { return [] }
      let token = tokens[position]
      position += 1
      guard token != "{" else { return ["{"] + list(isGroup: true) + ["}"] }
      // Without braces an argument is one digit.
      if let digit = token.first, digit.isNumber, token.count > 1 {
        position -= 1
        tokens[position] = String(token.dropFirst())
        return ["{", String(digit), "}"]
      }
      let inner = (0..<NormalTeX.arguments(of: token)).flatMap { _ in argument() }
      return ["{", token] + inner + ["}"]
    }
  }

  private static func arguments(of token: String) -> Int {
    switch token {
    case "\\frac", "\\binom", "\\stackrel": 2
    case "^", "_": 1
    default: single.contains(token) ? 1 : 0
    }
  }

  private static let single: Set<String> = Set(
    [
      "sqrt", "operatorname", "text", "mathbf", "mathrm", "mathbb", "mathcal", "mathsf", "mathit",
      "mathfrak", "boldsymbol", "hat", "bar", "tilde", "vec", "dot", "overline", "underline",
      "widehat", "widetilde", "begin", "end",
    ].map { "\\" + $0 })
}

/// Cuts TeX into commands, numbers and single characters, and leaves out what only spaces.
private struct TeXCutter {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ tex: String) { scalars = Array(tex.unicodeScalars) }

  mutating func tokens() -> [String] {
    var result: [String] = []
    while position < scalars.count {
      let token = next()
      if !TeXCutter.silent.contains(token) { result.append(TeXCutter.synonyms[token] ?? token) }
    }
    return result
  }

  private mutating func next() -> String {
    let scalar = scalars[position]
    position += 1
    if scalar == "\\" { return "\\" + command() }
    if scalar == "%" {
      while position < scalars.count, scalars[position] != "\n" { position += 1 }
      return " "
    }
    if scalar.properties.isWhitespace { return " " }
    guard isDigit(scalar) else { return String(scalar) }
    var number = String(scalar)
    while position < scalars.count, isDigit(scalars[position]) || isPoint(position) {
      number.unicodeScalars.append(scalars[position])
      position += 1
    }
    return number
  }

  private mutating func command() -> String {
    let start = position
    while position < scalars.count, scalars[position].isASCIILetter { position += 1 }
    if position == start, position < scalars.count { position += 1 }
    return String(String.UnicodeScalarView(scalars[start..<position]))
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// A point with a digit behind it, not the end of a sentence.
  private func isPoint(_ index: Int) -> Bool {
    scalars[index] == "." && index + 1 < scalars.count && isDigit(scalars[index + 1])
  }

  private static let silent: Set<String> = [
    " ", "~", "&", "\\left", "\\right", "\\,", "\\;", "\\:", "\\!", "\\ ", "\\displaystyle",
    "\\limits", "\\nolimits", "\\big", "\\Big", "\\bigl", "\\bigr", "\\Bigl", "\\Bigr", "\\cdot",
  ]

  private static let synonyms = [
    "\\leq": "\\le", "\\geq": "\\ge", "≤": "\\le", "≥": "\\ge", "\\lt": "<", "\\gt": ">",
    "\\dfrac": "\\frac", "\\tfrac": "\\frac", "\\lvert": "|", "\\rvert": "|", "\\vert": "|",
    "\\|": "\\Vert", "\\lVert": "\\Vert", "\\rVert": "\\Vert", "\\lbrace": "\\{",
    "\\rbrace": "\\}", "\\qquad": "\\quad", "\\bm": "\\boldsymbol", "\\ast": "*", "π": "\\pi",
    "\\neq": "\\ne", "≠": "\\ne", "−": "-",
  ]
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
