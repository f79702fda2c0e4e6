import MathCore

// The rational values that functions take at rational points, and formulas in which they are put.

extension Rational {
  /// The value of a function where it is rational at an argument like 0, 1 or a square.
  ///
  /// - Returns: `nil` where it is irrational, not known to be rational, or does not exist.
  func exactValue(of f: Function) -> Rational? {
    switch f {
    case .abs: magnitude
    case .realPart: self
    case .imaginaryPart: 0
    case .exp, .cos, .cosh: self == 0 ? 1 : nil
    case .sin, .tan, .sinh, .tanh, .atan, .erf: self == 0 ? 0 : nil
    case .log: self == 1 ? 0 : nil
    case .sqrt: exactRoot
    case .gamma: factorialBelow
    case .logGamma: self == 1 || self == 2 ? 0 : nil
    case .polygamma: nil
    }
  }

  /// The square root of a square of fractions that fit into machine words.
  private var exactRoot: Rational? {
    guard let (numerator, denominator) = words, numerator >= 0 else { return nil }
    func root(_ n: Int) -> Int? {
      let root = Int(Double(n).squareRoot().rounded())
      let (square, overflow) = root.multipliedReportingOverflow(by: root)
      return !overflow && square == n ? root : nil
    }
    guard let above = root(numerator), let below = root(denominator) else { return nil }
    return Rational(above, below)
  }

  /// Γ at a small positive integer.
  private var factorialBelow: Rational? {
    guard let n = Int(exactly: self), (1...20).contains(n) else { return nil }
    return (1..<n).reduce(1) { $0 * Rational($1) }
  }
}

extension Node {
  /// The same formula with every part that has an exact rational value replaced by it.
  ///
  /// The two agree wherever this one has a value; the result may have one in more places.
  var withConstantsEvaluated: Node {
    func next(_ node: Node) -> Node { node.withConstantsEvaluated }
    switch kind {
    case .constant, .pi, .imaginaryUnit, .variable, .integral: return self
    case .add(let a, let b): return .sum(next(a), next(b))
    case .subtract(let a, let b): return .difference(next(a), next(b))
    case .multiply(let a, let b): return .product(next(a), next(b))
    case .negate(let a): return .negation(next(a))
    case .divide(let a, let b):
      let (above, below) = (next(a), next(b))
      if let x = above.isConstant, let y = below.isConstant, y != 0 { return .constant(x / y) }
      return .quotient(above, below)
    case .power(let a, let b): return Node(.power(next(a), next(b))).evaluatedIfConstant
    case .apply(let f, let a): return Node(.apply(f, next(a))).evaluatedIfConstant
    case .larger(let a, let b): return Node(.larger(next(a), next(b))).evaluatedIfConstant
    case .smaller(let a, let b): return Node(.smaller(next(a), next(b))).evaluatedIfConstant
    }
  }

  private var evaluatedIfConstant: Node {
    guard children.allSatisfy({ $0.isConstant != nil }) else { return self }
    return rationalValue.map { .constant($0) } ?? self
  }

  /// Whether algebra shows that the formula is 0 for all values of its variables, wherever it has
  /// a value.
  var vanishesIdentically: Bool {
    rationalValue.map { $0 == 0 } ?? IdentityProver.proves(Comparison(self, .equal, .zero))
  }
}
