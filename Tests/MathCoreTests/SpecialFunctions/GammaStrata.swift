// Where Γ and its relatives are measured: strata of the plane, each with its own difficulty, and
// the distance of a value from an enclosure.

import MathCore

typealias Plane = Complex<Double>

/// A part of the plane, and how to draw a point of it.
struct GammaStratum: Sendable, CustomStringConvertible {
  let description: String
  let draw: @Sendable (inout RandomSample) -> Plane

  init(_ description: String, _ draw: @escaping @Sendable (inout RandomSample) -> Plane) {
    self.description = description
    self.draw = draw
  }

  /// The same points in every run.
  func points(_ count: Int) -> [Plane] {
    let source = RandomSource("accuracy: " + description)
    return (0..<count).map { index in
      var sample = source.sample(UInt64(index))
      return draw(&sample)
    }
  }

  static let reals = [
    GammaStratum("positive reals") { Plane($0.uniform(in: 0...171.6), 0) },
    GammaStratum("negative reals") { Plane($0.uniform(in: -184...0), 0) },
    GammaStratum("next to 1 and 2") {
      Plane(Double($0.integer(in: 1...2)) + small(&$0, 2...50) * $0.normal(), 0)
    },
    GammaStratum("next to poles, real") {
      Plane(pole(&$0) + $0.normal() * small(&$0, 8...1074), 0)
    },
    GammaStratum("tiny and subnormal, real") { Plane($0.normal() * small(&$0, 60...1074), 0) },
    GammaStratum("huge, real") { Plane($0.normal() / small(&$0, 8...1023), 0) },
  ]

  static let plane = [
    GammaStratum("a unit box") { Plane($0.uniform(in: -1...1), $0.uniform(in: -1...1)) },
    GammaStratum("a large box") { Plane($0.uniform(in: -100...100), $0.uniform(in: -100...100)) },
    GammaStratum("next to 1 and 2, complex") {
      let size = small(&$0, 2...50)
      return Plane(Double($0.integer(in: 1...2)) + size * $0.normal(), size * $0.normal())
    },
    GammaStratum("next to poles") {
      Plane(pole(&$0) + $0.normal() * small(&$0, 8...80), small(&$0, 8...300))
    },
    GammaStratum("straight above poles") { Plane(pole(&$0), small(&$0, 0...1074)) },
    GammaStratum("tiny") { Plane(small(&$0, 60...1060) * $0.normal(), small(&$0, 60...1060)) },
    GammaStratum("large imaginary part") {
      Plane($0.uniform(in: -5...150), $0.uniform(in: -440...440))
    },
    GammaStratum("where reflection begins") { Plane(0.5 + 1e-3 * $0.normal(), 20 * $0.normal()) },
    GammaStratum("next to the cut") {
      Plane($0.uniform(in: -50...0), $0.sign() * small(&$0, 0...1074))
    },
    GammaStratum("far to the left") {
      Plane(-1 / small(&$0, 5...1023), $0.sign() * small(&$0, -8...1074))
    },
    GammaStratum("near the end of the range") {
      Plane($0.normal() / small(&$0, 1000...1020), $0.normal() / small(&$0, 1000...1020))
    },
    GammaStratum("where Γ underflows") {
      onTheEdge($0.uniform(in: -746...(-707)), $0.uniform(in: 1...400))
    },
    GammaStratum("huge") { Plane($0.normal() / small(&$0, 5...46), 1 / small(&$0, 5...46)) },
    GammaStratum("huge, Γ of moderate size") {
      onTheEdge($0.uniform(in: -600...600), 1 / small(&$0, 0...38))
    },
  ]
}

/// `z` at that precision, exactly.
func exactly(_ z: Plane, precision: Int) -> Complex<Ball> {
  Complex(Ball(exactly: z.re, precision: precision), Ball(exactly: z.im, precision: precision))
}

/// How far `value` is from `function` at `z`, as ``errorInUlps(_:_:)``; NaN if that cannot be told.
/// At a pole 0 for NaN.
func errorInUlps(
  _ value: Plane, at z: Plane, _ function: (Complex<Ball>) -> Complex<Ball>
) -> Double {
  if z.im == 0, z.re <= 0, z.re == z.re.rounded() { return value.re.isNaN ? 0 : .infinity }
  // Next to a pole 400 bits may not tell where z is.
  return errorInUlps(value, function(exactly(z, precision: 400)))
    ?? errorInUlps(value, function(exactly(z, precision: 2400))) ?? .nan
}

/// The distance in units of the last place of the true modulus. Where that is too large or too
/// small for a machine number, 0 if the value says so and infinite if not. `nil` if the enclosure
/// is too wide to tell.
func errorInUlps(_ value: Plane, _ enclosure: Complex<Ball>) -> Double? {
  let modulus = enclosure.modulus
  // From √2 · 2¹⁰²⁴ on one part is too large.
  if Ball(Rational(2).power(1025)).isCertainlyAtMost(modulus) {
    return value.re.isInfinite || value.im.isInfinite ? 0 : .infinity
  }
  if modulus.isCertainlyAtMost(Ball(Rational(2).power(-1075))) {
    return value == Plane(0, 0) ? 0 : .infinity
  }
  guard let least = modulus.lower, least > 0 else { return nil }
  let unit = Rational(exactly: Double(least).ulp) ?? Rational(2).power(971)
  guard value.re.isFinite, value.im.isFinite else {
    return least < Rational(2).power(1024) - Rational(2).power(970) ? .infinity : 0
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

extension RandomSample {
  fileprivate mutating func sign() -> Double { integer(in: 0...1) == 0 ? -1 : 1 }
}

/// A point x + iy where log|Γ| is about `target`, for y ≥ 1.
private func onTheEdge(_ target: Double, _ y: Double) -> Plane {
  var (low, high) = (1 - 4 * y, 4 * y + 300)
  let growth = { (x: Double) in
    (x - 0.5) * log((x * x + y * y).squareRoot()) - y * (Double.pi / 2 - atan(x / y)) - x
  }
  for _ in 0..<100 {
    let middle = (low + high) / 2
    if growth(middle) < target { low = middle } else { high = middle }
  }
  return Plane(low, y)
}
