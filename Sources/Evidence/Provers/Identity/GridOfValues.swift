import MathCore

/// A grid on which a polynomial in atoms vanishes only if it is zero: one value more than its
/// degree for each atom that may be anything, while a radical is the root of what stands under it.
struct GridOfValues {
  private let tape: Tape
  private let bases: Tape
  private let radicals: [Radical]
  private let sizes: [Int]

  /// - Parameters:
  ///   - polynomials: the first one has to vanish.
  ///   - radicals: what is known of atoms.
  init(_ polynomials: [Node], _ radicals: [Variable: Radical]) {
    let roots = Set(polynomials.flatMap(\.freeVariables)).filter { radicals[$0] != nil }
      .sorted { $0.order < $1.order }
    let known = roots.compactMap { radicals[$0] }
    let free = Set((polynomials + known.map(\.base)).flatMap(\.freeVariables)).subtracting(roots)
      .sorted { $0.order < $1.order }
    var degrees = Degrees.of(polynomials[0])
    for (root, radical) in zip(roots, known) {
      // So often is the root's power replaced by what stands under it.
      let times = (degrees[root] ?? 0) / radical.order
      let base = Degrees.of(radical.base).mapValues { $0 * times }
      degrees.merge(base, uniquingKeysWith: +)
    }
    sizes = free.map { (degrees[$0] ?? 0) + 1 }
    tape = Tape(polynomials, variables: free + roots)
    bases = Tape(known.map(\.base), variables: free)
    self.radicals = known
  }

  /// A power costs its exponent, in numbers as long as that: the angles of nearby fractions have
  /// exponents in the millions.
  private static let largestDegree = 600

  /// How many points there are; `nil` if there are more than that, or a degree is out of reach.
  func points(atMost limit: Int) -> Int? {
    guard sizes.allSatisfy({ $0 <= Self.largestDegree + 1 }) else { return nil }
    return sizes.reduce(1 as Int?) { total, size in
      guard let (product, overflow) = total?.multipliedReportingOverflow(by: size) else {
        return nil
      }
      return overflow || product > limit ? nil : product
    }
  }

  /// Which of the polynomials are zero at a point.
  func isZero(at number: Int) throws -> [Bool] {
    var rest = number
    // Distinct values for distinct atoms, so that no accidental cancellation hides a point.
    let point = sizes.enumerated().map { index, size in
      defer { rest /= size }
      return Rational(2 + 3 * (rest % size) + index)
    }
    guard radicals.isEmpty else { return try isZeroWithRoots(at: point) }
    return tape.holdsImaginaryUnit
      ? try tape.evaluate(point.map { Complex($0) }, precision: 0).map { $0 == .zero }
      : try tape.evaluate(point, precision: 0).map { $0 == 0 }
  }

  private func isZeroWithRoots(at point: [Rational]) throws -> [Bool] {
    let powers = try bases.evaluate(point.map { Complex($0) }, precision: 0)
    let relations = zip(radicals, powers).map { (order: $0.order, power: $1) }
    let inputs =
      point.map { RadicalNumber(Complex($0)) }
      + relations.indices.map { RadicalNumber(root: $0, of: relations) }
    return try tape.evaluate(inputs, precision: 0).map(\.terms.isEmpty)
  }
}
