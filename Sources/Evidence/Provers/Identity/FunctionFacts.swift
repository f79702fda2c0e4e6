import MathCore

/// What an identity may use of functions beside algebra and e^{a + b} = e^a e^b. Each is a theorem;
/// those that a proof used are named on the page.
enum FunctionFact: Int, CaseIterable, Sendable {
  /// sin, cos, tan, sinh, cosh and tanh by exponentials.
  case exponentials
  /// z z̄ = |z|², and real and imaginary parts by z and z̄.
  case conjugation
  /// Γ(z + 1) = z Γ(z).
  case recurrence
  /// Γ(1/2) = √π.
  case halfInteger
  /// ln of products, quotients, powers and exponentials of what is positive.
  case logarithms
  /// Powers of what is positive by e^{s ln u}, and what the power of a root is.
  case powers
  /// e^{iπ/3} and e^{iπ/4}, and the angle whose tangent is 1.
  case angles
  /// Maxima, minima and roots of squares by moduli, and moduli case by case.
  case moduli

  var phrase: String {
    switch self {
    case .exponentials: "circular and hyperbolic functions by exponentials"
    case .conjugation: "|z|² = z z̄"
    case .recurrence: "Γ(z + 1) = z Γ(z)"
    case .halfInteger: "Γ(1/2) = √π"
    case .logarithms: "ln(ab) = ln a + ln b"
    case .powers: "roots and powers by their powers"
    case .angles: "sines and cosines of π/3 and π/4"
    case .moduli: "|t| = ±t, case by case"
    }
  }
}

extension Node {
  /// The same function written by what is better known, one level deep, and the fact that says so;
  /// `nil` if there is nothing to rewrite.
  var rewritten: (node: Node, fact: FunctionFact)? {
    switch kind {
    case .apply(.log, let a): return a.logarithm.map { ($0, .logarithms) }
    case .apply(.sqrt, let a): return a.squareRoot
    case .apply(.abs, let a) where a.mayBeComplex:
      return a.complexModulus.map { ($0, .conjugation) }
    case .apply(.abs, let a): return a.modulus.map { ($0, .moduli) }
    case .apply(.atan, let a) where a.rationalValue?.magnitude == 1:
      return (.quotient(.product(a, Node(.pi)), .constant(4)), .angles)
    case .larger(let a, let b): return extreme(a, b, 1).map { ($0, .moduli) }
    case .smaller(let a, let b): return extreme(a, b, -1).map { ($0, .moduli) }
    case .apply(let f, let a): return Self.rewritten(f, a)
    case .power(let base, let n):
      if case .apply(.abs, let a) = base.kind, let half = n.halfOfEven, let bar = a.conjugate {
        return (.power(.product(a, bar), half), .conjugation)
      }
      return base.raised(to: n).map { ($0, .powers) }
    default: return nil
    }
  }

  /// The node with everything rewritten that stands below sums, products, powers and exponentials.
  func rewrittenThroughout(_ facts: inout Set<FunctionFact>) -> Node {
    if let (node, fact) = rewritten {
      facts.insert(fact)
      return node.rewrittenThroughout(&facts)
    }
    switch kind {
    case .add(let a, let b):
      return .sum(a.rewrittenThroughout(&facts), b.rewrittenThroughout(&facts))
    case .subtract(let a, let b):
      return .difference(a.rewrittenThroughout(&facts), b.rewrittenThroughout(&facts))
    case .multiply(let a, let b):
      return .product(a.rewrittenThroughout(&facts), b.rewrittenThroughout(&facts))
    case .divide(let a, let b):
      return .quotient(a.rewrittenThroughout(&facts), b.rewrittenThroughout(&facts))
    case .negate(let a): return .negation(a.rewrittenThroughout(&facts))
    case .power(let a, let n): return Node(.power(a.rewrittenThroughout(&facts), n))
    case .apply(.exp, let a): return .apply(.exp, a.rewrittenThroughout(&facts))
    default: return self
    }
  }

  private static func rewritten(_ f: Function, _ a: Node) -> (Node, FunctionFact)? {
    let turned = Node.product(Node(.imaginaryUnit), a)
    switch f {
    case .sin: return (.quotient(odd(turned), twice(Node(.imaginaryUnit))), .exponentials)
    case .cos: return (.quotient(even(turned), twice(.one)), .exponentials)
    case .tan:
      return (
        .quotient(odd(turned), .product(Node(.imaginaryUnit), even(turned))), .exponentials
      )
    case .sinh: return (.quotient(odd(a), twice(.one)), .exponentials)
    case .cosh: return (.quotient(even(a), twice(.one)), .exponentials)
    case .tanh: return (.quotient(odd(a), even(a)), .exponentials)
    case .realPart:
      return a.conjugate.map { (.quotient(.sum(a, $0), twice(.one)), .conjugation) }
    case .imaginaryPart:
      return a.conjugate.map {
        (.quotient(.difference(a, $0), twice(Node(.imaginaryUnit))), .conjugation)
      }
    default: return nil
    }
  }

  private static func twice(_ node: Node) -> Node { .product(.constant(2), node) }
  private static func odd(_ a: Node) -> Node {
    .difference(.apply(.exp, a), .apply(.exp, .negation(a)))
  }
  private static func even(_ a: Node) -> Node {
    .sum(.apply(.exp, a), .apply(.exp, .negation(a)))
  }

  private var halfOfEven: Rational? {
    guard let value = rationalValue, let n = Int(exactly: value), n.isMultiple(of: 2) else {
      return nil
    }
    return value / 2
  }
}
