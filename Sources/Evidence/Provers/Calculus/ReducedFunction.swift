import MathCore

/// A function of one variable on an open interval as a product: a sign, a polynomial and powers of
/// other functions, the last one a sum that has none of these in common. Positive factors are left
/// out, divisors with them. What is left is as easy to differentiate as it can be: x in place of
/// x eˣ.
struct ReducedFunction {
  var sign = 1
  var polynomial = Polynomial.one
  var factors: [(function: Node, power: Int)] = []

  /// Terms beyond which no product is expanded.
  private static let limit = 400
  private static let most = 60

  /// - Parameter variable: ranges over the interval.
  /// - Returns: `nil` where a divisor's sign is not known, or where it is too large.
  init?(_ node: Node, of variable: Variable) {
    var atoms = Atoms()
    _ = atoms.form(of: node)
    guard let form = atoms.form(of: node), let count = form.numerator.mostTerms,
      count <= Self.limit
    else { return nil }
    for (factor, power) in form.denominator {
      let divisor = factor.replacing(atoms.meanings(in: factor))
      guard let divisorSign = Self.strictSign(of: divisor) else { return nil }
      if divisorSign < 0, !power.isMultiple(of: 2) { sign = -sign }
    }
    var terms = Terms(LaurentPolynomial(expanding: form.numerator), variable)
    guard !terms.groups.isEmpty, terms.groups.count <= Self.most else { return nil }
    polynomial = terms.takeCommonPolynomial()
    for (atom, power) in terms.takeCommonPowers() {
      let meaning = atoms.meaning(of: atom) ?? Node(.variable(atom))
      switch Self.strictSign(of: meaning) {
      case 1: continue
      case -1: if !power.isMultiple(of: 2) { sign = -sign }
      default: factors.append((meaning, power))
      }
    }
    if let divisor = terms.divisor(where: { atoms.meaning(of: $0)?.hasAlgebraicSlope ?? false }) {
      let chart = SignChart(divisor, of: variable, inside: RealInterval(variable.span))
      if chart.zeros.isEmpty {
        sign *= chart.signs[0]
        terms.divisor = divisor
      }
    }
    let sum = terms.node(of: variable)
    if let value = sum.rationalValue {
      sign *= value.sign
    } else {
      factors.append((sum.replacing(atoms.meanings(in: sum)), 1))
    }
  }

  private static func strictSign(of node: Node) -> Int? {
    switch Sign.of(node) {
    case .positive: return 1
    case .negative: return -1
    default: break
    }
    switch ExpandedSign.of(node) {
    case .positive: return 1
    case .negative: return -1
    default: return nil
    }
  }

  /// A sum of monomials in atoms, with polynomials in the variable as coefficients.
  private struct Terms {
    var groups: [[Variable: Int]: Polynomial] = [:]
    /// All of them are divided by it.
    var divisor = Polynomial.one

    init(_ polynomial: LaurentPolynomial, _ variable: Variable) {
      for (monomial, factor) in polynomial.terms {
        var powers: [Variable: Int] = [:]
        for (atom, power) in monomial.powers {
          guard case .variable(let v) = atom.kind else {
            preconditionFailure("a numerator is a polynomial in variables")
          }
          powers[v] = power
        }
        let degree = powers.removeValue(forKey: variable) ?? 0
        let term = Polynomial(Array(repeating: 0, count: degree) + [factor])
        groups[powers, default: .zero] = groups[powers, default: .zero] + term
      }
      groups = groups.filter { !$0.value.isZero }
    }

    mutating func takeCommonPolynomial() -> Polynomial {
      let common = groups.values.reduce(Polynomial.zero) {
        Polynomial.greatestCommonDivisor($0, $1)
      }
      groups = groups.mapValues { $0.divided(by: common).quotient }
      return common
    }

    mutating func takeCommonPowers() -> [(Variable, Int)] {
      let atoms = Set(groups.keys.flatMap(\.keys)).sorted { $0.order < $1.order }
      let common = atoms.map { atom in (atom, groups.keys.map { $0[atom] ?? 0 }.min() ?? 0) }
        .filter { $0.1 != 0 }
      for (atom, power) in common {
        groups = Dictionary(
          uniqueKeysWithValues: groups.map { powers, factor in
            var powers = powers
            powers[atom] = (powers[atom] ?? 0) - power
            if powers[atom] == 0 { powers[atom] = nil }
            return (powers, factor)
          })
      }
      return common
    }

    /// The coefficient of a logarithm that is no number: without it a derivative has one term less.
    func divisor(where hasAlgebraicSlope: (Variable) -> Bool) -> Polynomial? {
      let candidates = groups.filter { powers, factor in
        factor.degree > 0 && !powers.isEmpty && powers.keys.allSatisfy(hasAlgebraicSlope)
      }
      return candidates.values.min { a, b in
        a.degree != b.degree
          ? a.degree < b.degree : a.coefficients.lexicographicallyPrecedes(b.coefficients)
      }
    }

    func node(of variable: Variable) -> Node {
      let monomials = groups.map { powers, factor in
        (powers: powers.sorted { $0.key.order < $1.key.order }, factor: factor)
      }
      let sorted = monomials.sorted { a, b in
        a.powers.flatMap { [$0.key.order, $0.value] }
          .lexicographicallyPrecedes(b.powers.flatMap { [$0.key.order, $0.value] })
      }
      return sorted.reduce(.zero) { sum, term in
        .sum(
          sum,
          term.powers.reduce(coefficient(term.factor, variable)) {
            .product($0, .power(Node(.variable($1.key)), Rational($1.value)))
          })
      }
    }

    private func coefficient(_ factor: Polynomial, _ variable: Variable) -> Node {
      let common = Polynomial.greatestCommonDivisor(factor, divisor)
      return .quotient(
        factor.divided(by: common).quotient.node(of: variable),
        divisor.divided(by: common).quotient.node(of: variable))
    }
  }
}

extension LaurentPolynomial {
  /// All products and powers of a tree that is a polynomial in variables, multiplied out.
  fileprivate init(expanding node: Node) {
    switch node.kind {
    case .add(let a, let b): self = Self(expanding: a) + Self(expanding: b)
    case .subtract(let a, let b): self = Self(expanding: a) + Self(expanding: b) * -1
    case .negate(let a): self = Self(expanding: a) * -1
    case .multiply(let a, let b): self = Self(expanding: a) * Self(expanding: b)
    case .power(let a, let n):
      let base = Self(expanding: a)
      let count = n.isConstant.flatMap { Int(exactly: $0) } ?? 1
      self = (0..<count).reduce(Self(1)) { power, _ in power * base }
    default: self.init(node)
    }
  }
}

extension Atoms {
  /// What the atoms of a node stand for.
  fileprivate func meanings(in node: Node) -> [Variable: Node] {
    Dictionary(
      uniqueKeysWithValues: node.freeVariables.compactMap { atom in
        meaning(of: atom).map { (atom, $0) }
      })
  }
}

extension Node {
  /// Whether it is a function whose slope is simpler than itself.
  fileprivate var hasAlgebraicSlope: Bool {
    switch kind {
    case .apply(.log, _), .apply(.atan, _): true
    default: false
    }
  }

  private static let mostFactors = 100

  /// At most so many terms has the expanded polynomial; `nil` for very many.
  fileprivate var mostTerms: Int? {
    func joined(_ a: Node, _ b: Node, _ join: (Int, Int) -> Int) -> Int? {
      guard let x = a.mostTerms, let y = b.mostTerms else { return nil }
      let count = join(x, y)
      return count > 10_000 ? nil : count
    }
    switch kind {
    case .add(let a, let b), .subtract(let a, let b): return joined(a, b, +)
    case .multiply(let a, let b): return joined(a, b, *)
    case .negate(let a): return a.mostTerms
    case .power(let a, let n):
      // Products of n out of k terms, in any order.
      guard let exponent = n.isConstant.flatMap({ Int(exactly: $0) }),
        0...Self.mostFactors ~= exponent, let base = a.mostTerms
      else { return nil }
      return (0..<exponent).reduce(1 as Int?) { count, chosen in
        count.flatMap { $0 > 10_000 ? nil : $0 * (base + chosen) / (chosen + 1) }
      }
    default: return 1
    }
  }
}
