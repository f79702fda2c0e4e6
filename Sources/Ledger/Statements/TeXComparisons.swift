/// The comparisons that a formula states, when it states comparisons and nothing else: the sides of
/// `a = b`, of each step of a chain `a < b \le c`, of each part of a list. A formula with words or
/// with an arrow in it says more than its comparisons, so it has none.
struct TeXComparison: Hashable {
  var left: [String]
  var sign: String
  var right: [String]

  /// In one way of writing it: `a > b` is `b < a`, and the sides of an equation stand in order.
  init(_ left: ArraySlice<String>, _ sign: String, _ right: ArraySlice<String>) {
    let flips = [">": "<", "\\ge": "\\le", "\\gg": "\\ll"]
    let isSymmetric = ["=", "\\ne", "\\approx", "\\equiv", "\\sim"].contains(sign)
    let turns = flips[sign] != nil || (isSymmetric && right.lexicographicallyPrecedes(left))
    self.left = Array(turns ? right : left)
    self.sign = flips[sign] ?? sign
    self.right = Array(turns ? left : right)
  }

  /// What is stated when this is denied.
  var opposite: TeXComparison {
    let signs = ["=": "\\ne", "\\ne": "=", "<": "\\ge", "\\le": ">"]
    return TeXComparison(left[...], signs[sign] ?? "\\not", right[...])
  }
}

extension NormalTeX {
  /// `nil` when the formula says anything else besides.
  var comparisons: Set<TeXComparison>? {
    guard !tokens.contains(where: Self.words.contains) else { return nil }
    var result: Set<TeXComparison> = []
    for piece in pieces(withoutEnd[...], cutAt: Self.separators).map(\.content) {
      guard let steps = steps(of: piece) else { return nil }
      result.formUnion(steps)
    }
    return isBalanced ? result : nil
  }

  private static let separators: Set<String> = [",", ";", "\\quad", "\\\\"]
  private static let signs: Set<String> = [
    "=", "<", ">", "\\le", "\\ge", "\\ll", "\\gg", "\\ne", "\\approx", "\\equiv", "\\sim",
  ]
  private static let words: Set<String> = [
    "\\text", "\\iff", "\\implies", "\\impliedby", "\\Rightarrow", "\\Leftarrow",
    "\\Leftrightarrow",
    "\\Longrightarrow", "\\Longleftrightarrow", "\\to", "\\forall", "\\exists", "\\not", "\\mathrm",
    "\\neg", "\\lor", "\\vee",
  ]

  /// Without the full stop or the comma that ends a sentence.
  private var withoutEnd: [String] {
    Array(tokens.reversed().drop { [".", ",", ";"].contains($0) }.reversed())
  }

  /// A piece without any sign (`x \in S`) states no comparison; an empty side is a broken chain.
  private func steps(of piece: ArraySlice<String>) -> [TeXComparison]? {
    let sides = pieces(piece, cutAt: Self.signs)
    guard sides.count > 1 else { return [] }
    guard sides.allSatisfy({ !$0.content.isEmpty }) else { return nil }
    return zip(sides, sides.dropFirst()).map { left, right in
      TeXComparison(left.content, right.mark ?? "", right.content)
    }
  }

  /// The pieces between marks that stand outside of all brackets, each with the mark before it.
  private func pieces(
    _ tokens: ArraySlice<String>, cutAt marks: Set<String>
  ) -> [(mark: String?, content: ArraySlice<String>)] {
    var result: [(mark: String?, content: ArraySlice<String>)] = []
    var depth = 0
    var start = tokens.startIndex
    var mark: String?
    for (index, token) in zip(tokens.indices, tokens) {
      depth += Self.step(token)
      guard depth == 0, marks.contains(token) else { continue }
      result.append((mark, tokens[start..<index]))
      (start, mark) = (index + 1, token)
    }
    return result + [(mark, tokens[start...])]
  }

  /// A half-open interval closes another bracket than it opens, and still comes out even.
  private var isBalanced: Bool { tokens.reduce(0) { $0 + Self.step($1) } == 0 }

  private static func step(_ token: String) -> Int {
    switch token {
    case "(", "[", "{", "\\{": 1
    case ")", "]", "}", "\\}": -1
    default: 0
    }
  }
}
