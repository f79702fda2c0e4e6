// Γ, log Γ, ψ and ψ′ in machine numbers against enclosures, stratum by stratum. The error is the
// distance in units of the last place of the modulus; two parts rounded perfectly can be 0.707
// off together.

import MathCore
import Testing

private typealias Plane = Complex<Double>

@Suite("Accuracy of Γ and its relatives")
struct GammaAccuracyTests {
  private static let strata: [(String, @Sendable (inout RandomSample) -> Plane)] = [
    ("positive reals", { Plane($0.uniform(in: 0...171.6), 0) }),
    ("negative reals", { Plane($0.uniform(in: -170...0), 0) }),
    (
      "next to 1 and 2",
      { Plane(Double($0.integer(in: 1...2)) + small(&$0, 2...50) * $0.normal(), 0) }
    ),
    ("next to poles, real", { Plane(pole(&$0) + small(&$0, 8...40), 0) }),
    ("next to poles", { Plane(pole(&$0) + small(&$0, 8...80), small(&$0, 8...300)) }),
    ("straight above poles", { Plane(pole(&$0), small(&$0, 0...1070)) }),
    ("a unit box", { Plane($0.uniform(in: -1...1), $0.uniform(in: -1...1)) }),
    ("a large box", { Plane($0.uniform(in: -100...100), $0.uniform(in: -100...100)) }),
    ("tiny", { Plane(small(&$0, 60...1000) * $0.normal(), small(&$0, 60...1000)) }),
    ("large imaginary part", { Plane($0.uniform(in: -5...150), $0.uniform(in: -440...440)) }),
    ("where reflection begins", { Plane(0.5 + 1e-3 * $0.normal(), 20 * $0.normal()) }),
    ("next to the cut", { Plane($0.uniform(in: -50...0), small(&$0, 0...60)) }),
    ("huge", { Plane(1 / small(&$0, 5...46) * $0.normal(), 1 / small(&$0, 5...46)) }),
    ("huge, Γ of moderate size", { onTheEdge(1 / small(&$0, 0...38)) }),
  ]

  @Test("Γ is right to less than 0.75 units", arguments: strata.indices)
  func gammaAccuracy(stratum: Int) {
    expectAccurate(stratum, { gamma($0) }, { gamma($0) })
  }

  @Test("log Γ is right to less than 0.75 units", arguments: strata.indices)
  func logGammaAccuracy(stratum: Int) {
    expectAccurate(stratum, { logGamma($0) }, { logGamma($0) })
  }

  @Test("ψ is right to less than 0.75 units", arguments: strata.indices)
  func digammaAccuracy(stratum: Int) {
    expectAccurate(stratum, { digamma($0) }, { digamma($0) })
  }

  @Test("ψ′ is right to less than 0.75 units", arguments: strata.indices)
  func trigammaAccuracy(stratum: Int) {
    expectAccurate(stratum, { trigamma($0) }, { trigamma($0) })
  }

  @Test("the measure notices a single wrong place")
  func measure() throws {
    let z = Plane(2.5, 1)
    let enclosure = gamma(exactly(z, precision: 200))
    let right = gamma(z)
    let wrong = Plane(right.re.nextUp, right.im)
    #expect(try #require(errorInUlps(right, enclosure)) < 0.75)
    #expect(
      try #require(errorInUlps(Plane(right.re + right.modulus.ulp, right.im), enclosure)) > 0.75)
    #expect(wrong != right)
  }

  private func expectAccurate(
    _ stratum: Int, _ function: (Plane) -> Plane, _ enclosed: (Complex<Ball>) -> Complex<Ball>
  ) {
    let (name, point) = Self.strata[stratum]
    let source = RandomSource("accuracy: " + name)
    for index in 0..<60 {
      var sample = source.sample(UInt64(index))
      let z = point(&sample)
      // Next to a pole 400 bits may not tell where z is.
      let error =
        errorInUlps(function(z), enclosed(exactly(z, precision: 400)))
        ?? errorInUlps(function(z), enclosed(exactly(z, precision: 2400)))
      #expect(error ?? .nan < 0.75, "\(name): \(z)")
    }
  }
}

private func exactly(_ z: Plane, precision: Int) -> Complex<Ball> {
  Complex(Ball(exactly: z.re, precision: precision), Ball(exactly: z.im, precision: precision))
}

/// The distance in units of the last place of the true modulus. Where that is too large or too
/// small for a machine number, 0 if the value says so and infinite if not. `nil` if the enclosure
/// is too wide to tell.
private func errorInUlps(_ value: Plane, _ enclosure: Complex<Ball>) -> Double? {
  let modulus = enclosure.modulus
  if Ball(Rational(2).power(1025)).isCertainlyAtMost(modulus) {
    return value.re.isInfinite || value.im.isInfinite ? 0 : .infinity
  }
  if modulus.isCertainlyAtMost(Ball(Rational(2).power(-1076))) {
    return value == Plane(0, 0) ? 0 : .infinity
  }
  guard let least = modulus.lower else { return nil }
  let unit = Rational(exactly: Double(least).ulp) ?? Rational(2).power(972)
  guard value.re.isFinite, value.im.isFinite else {
    return least < Rational(2).power(1023) ? .infinity : nil
  }
  let bits = enclosure.re.precision
  let re = Ball(exactly: value.re, precision: bits) - enclosure.re
  let im = Ball(exactly: value.im, precision: bits) - enclosure.im
  return Complex(re, im).modulus.upper.map { Double($0 / unit) }
}

private func pole(_ sample: inout RandomSample) -> Double { -Double(sample.integer(in: 0...100)) }

/// 2 to a random negative power.
private func small(_ sample: inout RandomSample, _ bits: ClosedRange<Double>) -> Double {
  Double.power(2, -sample.uniform(in: bits))
}

/// A point x + iy where |Γ| is neither 0 nor infinite in machine numbers, for large y.
private func onTheEdge(_ y: Double) -> Plane {
  var x = y * 0.3
  for _ in 0..<60 {
    let logarithm = log((x * x + y * y).squareRoot())
    x = max(1, x - (x * (logarithm - 1) - y * atan(y / x)) / logarithm)
  }
  return Plane(x, y)
}
