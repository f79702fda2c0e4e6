import MathCore

/// A formula as a quotient of polynomials in one variable, and where it has a value.
struct RationalFunction {
  var numerator: Polynomial
  var denominator: Polynomial
  /// Vanishes exactly where the formula divides by zero, or may do so.
  var poles: Polynomial

  /// Degrees beyond which no polynomial is formed.
  private static let limit = 400

  private init(_ polynomial: Polynomial) {
    numerator = polynomial
    denominator = .one
    poles = .one
  }

  /// - Returns: `nil` for formulas with other variables or with functions, and beyond the limit.
  init?(_ node: Node, in variable: Variable) {
    var known: [Node: RationalFunction] = [:]
    guard let function = Self.function(node, variable, &known) else { return nil }
    self = function
  }

  /// - Parameter known: parts occur more than once.
  private static func function(
    _ node: Node, _ variable: Variable, _ known: inout [Node: RationalFunction]
  ) -> RationalFunction? {
    if let function = known[node] { return function }
    var parts: [RationalFunction] = []
    for child in node.children {
      guard let part = function(child, variable, &known) else { return nil }
      parts.append(part)
    }
    guard let function = RationalFunction(node, variable, parts),
      function.numerator.degree + function.denominator.degree + function.poles.degree <= limit
    else { return nil }
    known[node] = function
    return function
  }

  private init?(_ node: Node, _ variable: Variable, _ parts: [RationalFunction]) {
    switch node.kind {
    case .constant(let value): self.init(Polynomial(value))
    case .variable(let v) where v == variable: self.init(.variable)
    case .add: self.init(sum: parts[0], parts[1])
    case .subtract: self.init(sum: parts[0], parts[1].negated)
    case .negate: self = parts[0].negated
    case .multiply: self.init(product: parts[0], parts[1])
    case .divide:
      guard let inverse = parts[1].inverse else { return nil }
      self.init(product: parts[0], inverse)
    case .power(_, let n):
      guard let exponent = n.rationalValue.flatMap({ Int(exactly: $0) }),
        let base = exponent < 0 ? parts[0].inverse : parts[0]
      else { return nil }
      self.init(base, power: exponent.magnitude)
    case .apply(.sqrt, _):
      // √(x²) = x where x is not negative.
      guard parts[0].denominator == .one, parts[0].numerator == Polynomial([0, 0, 1]),
        let lower = variable.span.lower, lower >= 0
      else { return nil }
      self.init(.variable)
    default: return nil
    }
  }

  private init(sum x: RationalFunction, _ y: RationalFunction) {
    let isShared = x.denominator == y.denominator
    numerator =
      isShared
      ? x.numerator + y.numerator : x.numerator * y.denominator + y.numerator * x.denominator
    denominator = isShared ? x.denominator : x.denominator * y.denominator
    poles = x.poles.union(y.poles)
  }

  private init(product x: RationalFunction, _ y: RationalFunction) {
    numerator = x.numerator * y.numerator
    denominator = x.denominator * y.denominator
    poles = x.poles.union(y.poles)
  }

  private init?(_ base: RationalFunction, power: UInt) {
    let degree = Swift.max(base.numerator.degree, base.denominator.degree, 0)
    guard power <= Self.limit, degree * Int(power) <= Self.limit else { return nil }
    numerator = base.numerator.power(Int(power))
    denominator = base.denominator.power(Int(power))
    poles = base.poles
  }

  private var negated: RationalFunction {
    var result = self
    result.numerator = -numerator
    return result
  }

  private var inverse: RationalFunction? {
    guard !numerator.isZero else { return nil }
    var result = self
    result.numerator = denominator
    result.denominator = numerator
    result.poles = poles.union(numerator)
    return result
  }
}

extension Polynomial {
  /// Vanishes where one of the two does.
  func union(_ other: Polynomial) -> Polynomial {
    if other.degree < 1 { return self }
    if degree < 1 { return other }
    return divided(by: .greatestCommonDivisor(self, other)).quotient * other
  }

  /// The polynomial as a formula of a variable.
  func node(of variable: Variable) -> Node {
    coefficients.indices.reversed().reduce(.zero) { sum, power in
      let coefficient = coefficients[power]
      guard coefficient != .zero else { return sum }
      let size = Node.product(
        .constant(coefficient.magnitude), .power(Node(.variable(variable)), Rational(power)))
      if coefficient < 0 { return sum.isConstant == 0 ? .negation(size) : .difference(sum, size) }
      return .sum(sum, size)
    }
  }
}
