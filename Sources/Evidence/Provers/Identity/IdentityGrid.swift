import MathCore

/// What the grid says of one equality.
enum IdentityGrid {
  case vanishes(points: Int, using: Set<FunctionFact>)
  case doesNotVanish
  case notPolynomial(String)
  case tooLarge(String)

  /// Both sides as they stand, then by facts about functions, by their exponentials where
  /// logarithms stand in the way, and last in each case of their moduli.
  init(_ comparison: Comparison) {
    let plain = Self.test(comparison.left, comparison.right)
    self = Self.firstVanishing(comparison, plain) ?? plain
  }

  private static func firstVanishing(_ comparison: Comparison, _ plain: Self) -> Self? {
    if plain.vanishes { return plain }
    return byFacts(comparison.left, comparison.right) ?? byCases(comparison)
  }

  private var vanishes: Bool { if case .vanishes = self { true } else { false } }

  private static func byFacts(_ left: Node, _ right: Node) -> Self? {
    let byFacts = test(left, right, usesFacts: true)
    if byFacts.vanishes { return byFacts }
    // ln A = ln B follows from A = B, and any real L = R from e^L = e^R.
    guard left.holdsLogarithm || right.holdsLogarithm, !left.mayBeComplex, !right.mayBeComplex
    else { return nil }
    return [false, true].lazy.map { usesFacts in
      test(.apply(.exp, left), .apply(.exp, right), usesFacts: usesFacts)
    }.first(where: \.vanishes)
  }

  private static func byCases(_ comparison: Comparison) -> Self? {
    let cases = ModulusCase.all(of: comparison)
    guard !cases.isEmpty else { return nil }
    var total = 0
    var facts: Set<FunctionFact> = [.moduli]
    for oneCase in cases {
      let plain = test(oneCase.left, oneCase.right)
      let found = plain.vanishes ? plain : byFacts(oneCase.left, oneCase.right)
      guard case .vanishes(let points, let used)? = found else { return nil }
      total += points
      facts.formUnion(used)
    }
    return .vanishes(points: total, using: facts)
  }

  private static func test(
    _ left: Node, _ right: Node, usesFacts: Bool = false
  ) -> IdentityGrid {
    var atoms = Atoms(usesFacts: usesFacts)
    // The first pass collects all exponents, the second uses their common denominators.
    _ = (atoms.form(of: left), atoms.form(of: right))
    guard let l = atoms.form(of: left), let r = atoms.form(of: right) else {
      return .notPolynomial("a side divides by zero or has exponents that are too large")
    }
    let difference = l + r.negated
    let grid = GridOfValues(
      [difference.numerator, RationalForm.product(difference.denominator)], atoms.radicals)
    guard let points = grid.points(atMost: IdentityProver.budget) else {
      return .tooLarge(
        "the identity needs more than \(IdentityProver.budget) grid points, or too high a degree; "
          + "state it with fewer variables")
    }
    var isDefinedSomewhere = false
    for number in 0..<points {
      guard let isZero = try? grid.isZero(at: number) else {
        return .notPolynomial("the identity cannot be evaluated in rationals")
      }
      if !isZero[0] { return .doesNotVanish }
      isDefinedSomewhere = isDefinedSomewhere || !isZero[1]
    }
    return isDefinedSomewhere
      ? .vanishes(points: points, using: atoms.facts)
      : .notPolynomial("a denominator vanishes everywhere")
  }
}

extension Node {
  fileprivate var holdsLogarithm: Bool {
    contains { if case .apply(.log, _) = $0.kind { true } else { false } }
  }
}
