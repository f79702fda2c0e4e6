import MathCore

/// An equality with each modulus |t| replaced by t or by −t, and the signs for which it is that.
///
/// A point lies in at least one of the cases. One whose linear signs leave nothing, even with < in
/// place of ≤, may be left out: a point on its border lies on the border of another one, too.
struct ModulusCase {
  let left: Node
  let right: Node
  private let signs: [Comparison]

  private static let limit = 16

  /// - Returns: none where there is no modulus, or where there are too many.
  static func all(of comparison: Comparison) -> [ModulusCase] {
    var open = [
      ModulusCase(
        left: comparison.left.withCommonModuli, right: comparison.right.withCommonModuli, signs: [])
    ]
    var closed: [ModulusCase] = []
    while let next = open.popLast() {
      guard let halves = next.halves else {
        closed.append(next)
        continue
      }
      open += halves.filter { !$0.isEmpty }
      guard open.count + closed.count <= limit else { return [] }
    }
    return closed.contains { !$0.signs.isEmpty } ? closed : []
  }

  private var halves: [ModulusCase]? {
    guard let modulus = innermostModulus, case .apply(.abs, let t) = modulus.kind else {
      return nil
    }
    return [t, .negation(t)].map { value in
      ModulusCase(
        left: left.replacing(modulus, by: value).withCommonModuli,
        right: right.replacing(modulus, by: value).withCommonModuli,
        signs: signs + [Comparison(value, .greater, .zero)])
    }
  }

  private var innermostModulus: Node? {
    [left, right].lazy.compactMap { side in
      side.innermost { node in
        if case .apply(.abs, let t) = node.kind { !t.mayBeComplex } else { false }
      }
    }.first
  }

  private var isEmpty: Bool {
    let system = LinearSystem(Set(signs.flatMap(\.freeVariables)).sorted { $0.order < $1.order })
    for sign in signs { system.addIfLinear(sign) }
    return system.isContradictory
  }
}
