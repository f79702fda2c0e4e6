// How many roots a polynomial has in an interval, by Sturm's theorem (C. Sturm, 1829), without
// fractions: every member of the chain is an integer polynomial.

/// f₀ = f, f₁ = f′, and αₖ fₖ₋₁ = qₖ fₖ − βₖ fₖ₊₁ with αₖ, βₖ > 0, down to a constant: positive
/// multiples of Sturm's own chain, primitive from f₂ on.
///
/// With V(x) sign changes along the chain at x, zeros passed over, f has V(a) − V(b) roots in (a,
/// b].
package struct SturmChain: Sendable {
  /// αₖ, qₖ and βₖ, all integers.
  package struct Step: Sendable {
    package var scale: Rational
    package var quotient: Polynomial
    package var carry: Rational
  }

  package let first: Polynomial
  package let second: Polynomial
  package private(set) var steps: [Step] = []
  /// Signs far out on the left and on the right, one for each member.
  private var limits: [(left: Int, right: Int)]

  /// - Precondition: the polynomial has no multiple root and is not constant.
  package init(_ squareFree: Polynomial) {
    first = squareFree.primitive
    second = first.derivative
    var (previous, current) = (first, second)
    limits = [first.signsAtInfinity, second.signsAtInfinity]
    while current.degree > 0 {
      let (quotient, remainder) = previous.divided(by: current)
      require(!remainder.isZero, "a Sturm chain of a polynomial with a multiple root")
      let content = remainder.content
      let unit = Rational.greatestCommonDivisor(
        Rational.greatestCommonDivisor(1, quotient.content), content)
      steps.append(
        Step(
          scale: unit.reciprocal, quotient: unit.reciprocal * quotient, carry: content / unit))
      (previous, current) = (current, -content.reciprocal * remainder)
      limits.append(current.signsAtInfinity)
    }
  }

  /// Sign changes along the chain at a point; `nil` is infinitely far left.
  private func variations(from x: Rational?) -> Int {
    changes(x.map(signs) ?? limits.map(\.left))
  }

  private func variations(to x: Rational?) -> Int {
    changes(x.map(signs) ?? limits.map(\.right))
  }

  /// The members' signs: two are evaluated, the others follow by the steps.
  private func signs(at x: Rational) -> [Int] {
    var (previous, current) = (first(x), second(x))
    var signs = [previous.sign, current.sign]
    for step in steps {
      let next = (step.quotient(x) * current - step.scale * previous) / step.carry
      (previous, current) = (current, next)
      signs.append(next.sign)
    }
    return signs
  }

  private func changes(_ signs: [Int]) -> Int {
    let present = signs.filter { $0 != 0 }
    return zip(present, present.dropFirst()).count { $0 != $1 }
  }

  /// Roots in (a, b]; `nil` is infinite.
  package func roots(after a: Rational?, upTo b: Rational?) -> Int {
    variations(from: a) - variations(to: b)
  }

  /// Roots strictly between the ends.
  package func roots(inside interval: RealInterval) -> Int {
    guard !interval.hasNoInterior else { return 0 }
    let count = roots(after: interval.lower?.value, upTo: interval.upper?.value)
    return isRoot(interval.upper?.value) ? count - 1 : count
  }

  /// Roots in the interval, its own ends among them.
  package func roots(in interval: RealInterval) -> Int {
    let ends = Set([interval.lower, interval.upper].compactMap { $0 }.map(\.value))
    return roots(inside: interval)
      + ends.count { isRoot($0) && interval.contains($0) }
  }

  private func isRoot(_ x: Rational?) -> Bool { x.map { first($0) == .zero } ?? false }

  /// Larger than the size of every root (Cauchy).
  package var rootBound: Rational {
    let largest = first.coefficients.dropLast().map(\.magnitude).max() ?? 0
    return (1 + largest / first.leading.magnitude).floor + 1
  }

  /// For each root strictly between the ends an interval that lies between them, too, with no other
  /// root in it and none at its own ends; in order.
  ///
  /// - Parameter limit: roots after which to stop.
  package func isolatedRoots(
    inside interval: RealInterval, limit: Int = .max
  ) -> [(from: Rational, to: Rational)] {
    let left = interval.lower.map { Swift.max($0.value, -rootBound) } ?? -rootBound
    let right = interval.upper.map { Swift.min($0.value, rootBound) } ?? rootBound
    guard left < right else { return [] }
    var brackets: [(from: Rational, to: Rational)] = []
    var open = [(from: left, to: right)]
    while brackets.count < limit, let (from, to) = open.popLast() {
      let count = roots(after: from, upTo: to) - (isRoot(to) ? 1 : 0)
      let isApart = from != interval.lower?.value && to != interval.upper?.value
      if count == 1, isApart, !isRoot(from), !isRoot(to) {
        brackets.append((from, to))
      } else if count > 0 {
        let middle = cut(from, to)
        open += [(middle, to), (from, middle)]
      }
    }
    return brackets
  }

  /// Halves an interval around one root.
  package func refined(_ bracket: (from: Rational, to: Rational)) -> (from: Rational, to: Rational)
  {
    let middle = cut(bracket.from, bracket.to)
    return (first(middle).sign == first(bracket.from).sign)
      ? (middle, bracket.to) : (bracket.from, middle)
  }

  /// A point between two others that is no root.
  private func cut(_ left: Rational, _ right: Rational) -> Rational {
    var part = Rational(1, 2)
    while isRoot(left + part * (right - left)) { part = part * Rational(9, 16) }
    return left + part * (right - left)
  }
}

extension Polynomial {
  fileprivate var signsAtInfinity: (left: Int, right: Int) {
    (degree.isMultiple(of: 2) ? leading.sign : -leading.sign, leading.sign)
  }
}
