import MathCore

/// Whether a polynomial is nowhere negative on an interval, or nowhere negative or zero: decided
/// exactly, whatever the polynomial.
///
/// With f = c f₁^k₁ f₂^k₂ …, factors without multiple roots, f changes its sign just at the roots
/// of factors with odd power. So it is not negative exactly when none of these has a root inside of
/// the interval, and f is positive at one point there. Sturm's theorem counts the roots.
struct SignQuestion {
  let polynomial: Polynomial
  /// Roots of this one do not count against a strict inequality: nothing is stated there.
  let poles: Polynomial
  let isStrict: Bool
  var interval: RealInterval

  struct Factor {
    var polynomial: Polynomial
    var power: Int
    /// `nil` where nothing had to be counted.
    var chain: SturmChain?
    /// All its roots are poles.
    var isPole = false
  }

  struct Proof {
    var constant: Rational
    var factors: [Factor]
    /// Inside of the interval; the polynomial is positive there.
    var point: Rational
  }

  /// A root, alone in a bracket.
  struct Root {
    var chain: SturmChain
    var bracket: (from: Rational, to: Rational)

    /// The root, if it is rational: then its denominator divides the leading coefficient, so it is
    /// the simplest number of a bracket that is narrow enough.
    var rational: Rational? {
      var bracket = bracket
      let width = 1 / (2 * chain.first.leading * chain.first.leading)
      while bracket.to - bracket.from > width { bracket = chain.refined(bracket) }
      let simplest = Rational.simplest(from: bracket.from, to: bracket.to)
      return chain.first(simplest) == 0 ? simplest : nil
    }
  }

  enum Answer {
    case proved(Proof)
    /// The polynomial is negative here, or zero where it must not be.
    case fails(at: Rational)
    /// It vanishes at a root that is irrational, and nowhere is it negative.
    case vanishes(at: Root)
    /// The interval holds one point, where it is so, or none.
    case isSo
    /// Not at a point that is a pole.
    case unasked
  }

  var answer: Answer {
    guard !interval.hasNoInterior else { return answerAtPoint }
    guard !polynomial.isZero else { return answerForZero }
    var factors = self.factors
    let odd = factors.filter { !$0.power.isMultiple(of: 2) }.map(\.polynomial).reduce(.one, *)
    if let point = negativePoint(besideRootsOf: odd) { return .fails(at: point) }
    let point = samplePoint
    guard polynomial(point) > 0 else { return .fails(at: point) }
    for index in factors.indices {
      let isOdd = !factors[index].power.isMultiple(of: 2)
      guard isOdd || isStrict else { continue }
      let chain = SturmChain(factors[index].polynomial)
      if isStrict, !factors[index].isPole, chain.roots(in: interval) > 0 {
        return failure(atRootOf: chain)
      }
      factors[index].chain = chain
    }
    let product = factors.reduce(Polynomial.one) { $0 * $1.polynomial.power($1.power) }
    return .proved(
      Proof(constant: polynomial.leading / product.leading, factors: factors, point: point))
  }

  /// The same question in each part of the interval without poles, where it is strict.
  ///
  /// - Returns: `nil` if a pole is irrational.
  var partsBetweenPoles: [SignQuestion]? {
    guard isStrict, poles.degree > 0 else { return [self] }
    var parts = [self]
    let chain = SturmChain(poles.squareFreeFactors.reduce(.one) { $0 * $1.factor })
    var places = [interval.lower, interval.upper].compactMap { $0?.value }
      .filter { poles($0) == 0 }
    for bracket in chain.isolatedRoots(inside: interval, limit: chain.first.degree) {
      guard let place = Root(chain: chain, bracket: bracket).rational else { return nil }
      places.append(place)
    }
    for place in places {
      parts = parts.flatMap { part -> [SignQuestion] in
        var (below, above) = (part, part)
        below.interval.dropUpper(to: .init(place, isIncluded: false))
        above.interval.raiseLower(to: .init(place, isIncluded: false))
        return [below, above].filter { !$0.interval.hasNoInterior }
      }
    }
    return parts
  }

  /// The square-free factors, each split into what vanishes at poles only and the rest.
  private var factors: [Factor] {
    polynomial.squareFreeFactors.flatMap { factor, power -> [Factor] in
      let common = Polynomial.greatestCommonDivisor(factor, poles)
      guard isStrict, common.degree > 0 else { return [Factor(polynomial: factor, power: power)] }
      let rest = factor.divided(by: common).quotient
      let pole = Factor(polynomial: common, power: power, isPole: true)
      return rest.degree > 0 ? [pole, Factor(polynomial: rest, power: power)] : [pole]
    }
  }

  /// A point where the polynomial is negative, next to a change of its sign inside the interval.
  private func negativePoint(besideRootsOf odd: Polynomial) -> Rational? {
    guard odd.degree > 0 else { return nil }
    let chain = SturmChain(odd)
    guard chain.roots(inside: interval) > 0,
      var bracket = chain.isolatedRoots(inside: interval, limit: 1).first
    else { return nil }
    while polynomial(bracket.from) == 0 || polynomial(bracket.to) == 0 {
      bracket = chain.refined(bracket)
    }
    return polynomial(bracket.from) < 0 ? bracket.from : bracket.to
  }

  /// Inside of the interval, and no root.
  private var samplePoint: Rational {
    var part = interval
    while polynomial(part.interiorPoint) == 0 {
      part.upper = .init(part.interiorPoint, isIncluded: false)
    }
    return part.interiorPoint
  }

  private func failure(atRootOf chain: SturmChain) -> Answer {
    let ends = [interval.lower, interval.upper].compactMap { $0 }
    for end in ends where end.isIncluded && chain.first(end.value) == 0 {
      return .fails(at: end.value)
    }
    guard let bracket = chain.isolatedRoots(inside: interval, limit: 1).first else {
      return .unasked
    }
    let root = Root(chain: chain, bracket: bracket)
    return root.rational.map { .fails(at: $0) } ?? .vanishes(at: root)
  }

  private var answerAtPoint: Answer {
    guard let x = interval.lower?.value, interval.contains(x) else { return .isSo }
    guard poles(x) != 0 else { return .unasked }
    return (isStrict ? polynomial(x) > 0 : polynomial(x) >= 0) ? .isSo : .fails(at: x)
  }

  private var answerForZero: Answer {
    guard isStrict else { return .unasked }
    var part = interval
    while poles(part.interiorPoint) == 0 {
      part.upper = .init(part.interiorPoint, isIncluded: false)
    }
    return .fails(at: part.interiorPoint)
  }
}
