import MathCore

/// The atoms of one identity: the independent variables in which it becomes polynomial.
///
/// Variables stay themselves; an atom for something opaque has the span that the sign of what it
/// stands for allows, and an exponential's atom is positive. With `shiftsGrowth`, `e^m` with
/// `m ≥ 0` is written `1 + t` with `t ≥ 0`, which lets signs be read off an expanded polynomial.
///
/// With `usesFacts`, circular and hyperbolic functions, moduli, parts and Γ are rewritten first,
/// and `facts` says which theorems that took.
struct Atoms {
  private let shiftsGrowth: Bool
  private let usesFacts: Bool
  private(set) var facts: Set<FunctionFact> = []

  init(shiftsGrowth: Bool = false, usesFacts: Bool = false) {
    self.shiftsGrowth = shiftsGrowth
    self.usesFacts = usesFacts
  }

  /// Whether some atom stands for e^{im}, which is no positive number, and no real one.
  private(set) var holdsRotations = false
  /// What is known of atoms that are roots: only where facts are used.
  private(set) var radicals: [Variable: Radical] = [:]

  private var opaque: [Node: Variable] = [:]
  private var exponentials: [Monomial: Variable] = [:]
  /// By which number each monomial is divided before it is exponentiated.
  private var divisors: [Monomial: Int] = [:]

  /// The rational form of a formula, or `nil` if it divides by zero.
  ///
  /// Exponents become integers only once all of them are known, so a caller brings every formula
  /// of the identity into this form twice and uses the second result.
  mutating func form(of node: Node) -> RationalForm? {
    if usesFacts, let (node, fact) = node.rewritten {
      facts.insert(fact)
      return form(of: node)
    }
    switch node.kind {
    case .constant, .imaginaryUnit: return RationalForm(node)
    case .variable, .pi, .larger, .smaller, .integral: return opaqueForm(node)
    case .add(let a, let b):
      guard let x = form(of: a), let y = form(of: b) else { return nil }
      return x + y
    case .subtract(let a, let b):
      guard let x = form(of: a), let y = form(of: b) else { return nil }
      return x + y.negated
    case .multiply(let a, let b):
      if a == b { return form(of: Node(.power(a, .constant(2)))) }
      guard let x = form(of: a), let y = form(of: b) else { return nil }
      return x * y
    case .divide(let a, let b):
      guard let x = form(of: a), let y = form(of: b)?.inverse else { return nil }
      return x * y
    case .negate(let a): return form(of: a)?.negated
    case .power(let a, let b): return powerForm(node, a, b)
    case .apply(.exp, let a):
      let exponent = usesFacts ? a.rewrittenThroughout(&facts) : a
      return exponentialForm(LaurentPolynomial(exponent))
    case .apply(.gamma, let a) where usesFacts: return gammaForm(node, a)
    case .apply(.sqrt, let a) where usesFacts: return rootForm(node, a)
    case .apply: return opaqueForm(node)
    }
  }

  /// A square root that is not known to be one of a positive number: whatever it is, its square is
  /// what stands under it.
  private mutating func rootForm(_ node: Node, _ inside: Node) -> RationalForm? {
    let base = form(of: inside)
    let atom = opaqueForm(node)
    if case .variable(let root) = atom.numerator.kind { note(root, isRoot: 2, of: base) }
    return atom
  }

  /// Remembers that an atom to a power is a polynomial in other atoms, none of them a root itself.
  private mutating func note(_ atom: Variable, isRoot order: Int, of base: RationalForm?) {
    guard usesFacts, let base, base.denominator.isEmpty,
      base.numerator.freeVariables.allSatisfy({ radicals[$0] == nil && $0 != atom })
    else { return }
    radicals[atom] = Radical(order: order, base: base.numerator)
    facts.insert(.powers)
  }

  private mutating func gammaForm(_ node: Node, _ argument: Node) -> RationalForm? {
    guard let shift = GammaShift(argument) else { return opaqueForm(node) }
    if shift.factor != .one { facts.insert(.recurrence) }
    guard let factor = form(of: shift.factor), let base = shift.base else {
      return form(of: shift.factor)
    }
    if base.rationalValue == Rational(1, 2), let root = form(of: .apply(.sqrt, Node(.pi))) {
      facts.insert(.halfInteger)
      return root * factor
    }
    return opaqueForm(.apply(.gamma, base)) * factor
  }

  private mutating func opaqueForm(_ node: Node) -> RationalForm {
    if case .variable = node.kind { return RationalForm(node) }
    let atom = opaque[node] ?? Variable("a_{\(opaque.count)}", node.range)
    opaque[node] = atom
    return RationalForm(Node(.variable(atom)))
  }

  private mutating func powerForm(_ node: Node, _ base: Node, _ exponent: Node) -> RationalForm? {
    guard let value = exponent.rationalValue else {
      return opaqueForm(node)
    }
    if let n = Int(exactly: value) {
      // An even power of a square root is a power of what stands under it.
      if case .apply(.sqrt, let inner) = base.kind, n.isMultiple(of: 2) {
        return form(of: inner)?.power(n / 2)
      }
      return form(of: base)?.power(n)
    }
    return opaqueForm(node)
  }

  /// `e^{Σ q_m m}` as a product of powers of the atoms `e^{m/k_m}`; `e^{n ln u}` is `u^n`.
  private mutating func exponentialForm(_ argument: LaurentPolynomial) -> RationalForm? {
    var product = RationalForm(.one)
    for (monomial, factor) in argument.terms {
      var factor = factor
      if monomial == .halfTurn {
        let quarters = (2 * factor).floor
        factor -= quarters / 2
        product = product * RationalForm(Monomial.imaginaryUnit(power: quarters).node)
        if usesFacts, let turn = Self.turn(factor), let known = form(of: turn) {
          facts.insert(.angles)
          product = product * known
          continue
        }
      }
      if let atom = monomial.singleAtom, case .apply(.log, let inside) = atom.kind,
        let n = Int(exactly: factor)
      {
        guard let power = form(of: inside)?.power(n) else { return nil }
        product = product * power
        continue
      }
      guard let denominator = Int(exactly: factor.denominatorValue) else { return nil }
      let divisor = lowestCommonMultiple(divisors[monomial] ?? 1, denominator)
      divisors[monomial] = divisor
      if monomial.node.mayBeComplex { holdsRotations = true }
      let growth = shiftsGrowth ? Sign.of(monomial.node) : .unknown
      let isShifted = growth.isNonNegative || growth.isNonPositive
      let atom =
        exponentials[monomial]
        ?? Variable("e_{\(exponentials.count)}", isShifted ? Sign.nonNegative.span : .positive)
      exponentials[monomial] = atom
      var base = RationalForm(Node(.variable(atom)))
      if isShifted { base = RationalForm(.sum(.one, Node(.variable(atom)))) }
      // For m ≤ 0 the atom stands for e^{−m}.
      if growth.isNonPositive, !growth.isNonNegative, let inverse = base.inverse { base = inverse }
      guard let n = Int(exactly: factor * Rational(divisor)), let power = base.power(n) else {
        return nil
      }
      if case .apply(.log, let inside)? = monomial.singleAtom?.kind {
        note(atom, isRoot: divisor, of: form(of: inside))
      }
      product = product * power
    }
    return product
  }

  /// e^{iπq} by roots, for multiples of 1/12 between 0 and 1/2.
  private static func turn(_ q: Rational) -> Node? {
    guard q > 0, let n = Int(exactly: 12 * q) else { return nil }
    let i = Node(.imaginaryUnit)
    func root(_ value: Rational) -> Node { .apply(.sqrt, .constant(value)) }
    // n = 4a + 3b: a turns by π/3 and b turns by π/4.
    let b = 3 * n % 4
    let third = Node.quotient(.sum(.one, .product(i, root(3))), .constant(2))
    let fourth = Node.quotient(.product(.sum(.one, i), root(2)), .constant(2))
    return .product(.power(third, Rational((n - 3 * b) / 4)), .power(fourth, Rational(b)))
  }

  /// What an atom stands for; `nil` for a variable that stands for itself.
  func meaning(of atom: Variable) -> Node? {
    if let node = opaque.first(where: { $0.value == atom })?.key { return node }
    guard let monomial = exponentials.first(where: { $0.value == atom })?.key else { return nil }
    let part = Node.quotient(monomial.canonicalNode, .constant(Rational(divisors[monomial] ?? 1)))
    let growth = shiftsGrowth ? Sign.of(monomial.node) : .unknown
    if growth.isNonNegative { return .difference(.apply(.exp, part), .one) }
    if growth.isNonPositive { return .difference(.apply(.exp, .negation(part)), .one) }
    return .apply(.exp, part)
  }

  private func lowestCommonMultiple(_ a: Int, _ b: Int) -> Int {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    return a / x * b
  }
}

extension Rational {
  /// The denominator in lowest terms, as a number.
  var denominatorValue: Rational { Rational(denominator) ?? 1 }
}

extension Int {
  /// The number itself, if the rational is an integer that fits.
  package init?(exactly value: Rational) {
    guard let words = value.words, words.denominator == 1 else { return nil }
    self = words.numerator
  }
}
