import MathCore

/// A formula in sines, cosines and tangents of multiples of one angle, with t = tan(θ/2) in the place
/// of the angle: cos θ = (1 − t²)/(1 + t²) and sin θ = 2t/(1 + t²). All angles are met but half a
/// turn, at which t is infinite.
struct HalfAngle {
  /// θ, a rational multiple of a formula.
  let angle: Node
  let t: Variable
  /// The formula in t.
  let formula: Node
  /// The formula where θ is half a turn.
  let formulaAtHalfTurn: Node

  /// Multiples of the angle beyond which no polynomial is formed.
  private static let most = 40

  /// - Returns: `nil` if there is no such angle, or if a variable is left beside it.
  init?(_ node: Node) {
    var arguments: [Node: (multiple: Rational, base: LaurentPolynomial)] = [:]
    for argument in node.angles where arguments[argument] == nil {
      let polynomial = LaurentPolynomial(argument)
      guard let leading = polynomial.leadingCoefficient else { return nil }
      arguments[argument] = (leading, polynomial * (1 / leading))
    }
    let unit = arguments.values.reduce(Rational.zero) {
      Rational.greatestCommonDivisor($0, $1.multiple)
    }
    guard unit != 0, let base = arguments.values.first?.base,
      arguments.values.allSatisfy({ $0.base.terms == base.terms })
    else { return nil }
    let multiples = arguments.mapValues { Int(exactly: $0.multiple / unit) ?? .max }
    guard multiples.values.allSatisfy({ $0.magnitude <= Self.most }) else { return nil }
    let t = Variable("t", .reals)
    angle = .product(.constant(unit), base.canonicalNode)
    self.t = t
    formula = node.replacingAngles { f, argument in
      Node.function(f, ofMultiple: multiples[argument] ?? 0, t)
    }
    formulaAtHalfTurn = node.replacingAngles { f, argument in
      let sign: Rational = (multiples[argument] ?? 0).isMultiple(of: 2) ? 1 : -1
      return .constant(f == .cos ? sign : 0)
    }
    guard formula.freeVariables == [t] else { return nil }
  }
}

extension Node {
  /// What sines, cosines and tangents are taken of.
  fileprivate var angles: [Node] {
    guard !isIntegral else { return [] }
    let inner = children.flatMap(\.angles)
    switch kind {
    case .apply(.sin, let a), .apply(.cos, let a), .apply(.tan, let a): return inner + [a]
    default: return inner
    }
  }

  fileprivate func replacingAngles(_ value: (Function, Node) -> Node) -> Node {
    guard !isIntegral else { return self }
    switch kind {
    case .apply(let f, let a) where f == .sin || f == .cos || f == .tan: return value(f, a)
    default:
      return children.indices.reduce(self) { node, index in
        node.replacing(child: index, by: children[index].replacingAngles(value))
      }
    }
  }

  /// e^{ikθ} = (1 + it)²ᵏ / (1 + t²)ᵏ.
  fileprivate static func function(_ f: Function, ofMultiple k: Int, _ t: Variable) -> Node {
    var (real, imaginary) = (Polynomial.one, Polynomial.zero)
    for _ in 0..<(2 * k.magnitude) {
      (real, imaginary) = (
        real - Polynomial.variable * imaginary, imaginary + Polynomial.variable * real
      )
    }
    if k < 0 { imaginary = -imaginary }
    switch f {
    case .tan: return .quotient(imaginary.node(of: t), real.node(of: t))
    default:
      let modulus = Polynomial([1, 0, 1]).power(Int(k.magnitude))
      return .quotient((f == .cos ? real : imaginary).node(of: t), modulus.node(of: t))
    }
  }
}
