import MathCore
import Records

// Sampled domains of machine numbers. Their strata hold what random points never hit: ties, zeros,
// one entry, huge, tiny and subnormal numbers. A generic law and subject run in `Rounded`, which
// computes bit for bit what `Double` does and bounds the rounding error on the way; that bound is
// the tolerance. Code that is written for `Double` alone gets the overload below.

/// Vectors of machine numbers with a number of entries in `sizes`.
public func vectors(_ sizes: ClosedRange<Int>) -> Domain<Vector<Rounded>> {
  doubles(sizes).map(describedAs: { "\($0.map(\.value))" }) { Vector($0.map { Rounded($0) }) }
}

/// Vectors of plain doubles, for code that exists for `Double` only.
@_disfavoredOverload
public func vectors(_ sizes: ClosedRange<Int>) -> Domain<Vector<Double>> {
  doubles(sizes).map(describedAs: { "\(Array($0))" }) { Vector($0) }
}

/// Machine numbers.
public func numbers() -> Domain<Rounded> {
  doubles(1...1).map(describedAs: { "\($0.value)" }) { Rounded($0[0]) }
}

/// Plain doubles.
@_disfavoredOverload
public func numbers() -> Domain<Double> {
  doubles(1...1).map(describedAs: { "\($0)" }) { $0[0] }
}

extension Domain {
  fileprivate func map<Other>(
    describedAs describe: @escaping @Sendable (Other) -> String,
    _ transform: @escaping @Sendable (Point) -> Other
  ) -> Domain<Other> {
    var domain = map(transform)
    domain.phrase = phrase
    domain.missing = missing
    domain.describe = { [Binding("x", describe($0))] }
    return domain
  }
}

private func doubles(_ sizes: ClosedRange<Int>) -> Domain<[Double]> {
  require(sizes.lowerBound >= 1, "a vector needs at least one entry")
  let phrase =
    sizes == 1...1
    ? "machine numbers"
    : "vectors of \(sizes.lowerBound) to \(sizes.upperBound) machine numbers"
  var domain = Domain(
    extent: .sampled(strata(sizes)), phrase: phrase, describe: { [Binding("x", "\($0)")] })
  if sizes.lowerBound > 1 { domain.missing = ["one entry"] }
  return domain
}

private typealias Stratum = SampleStratum<[Double]>

private func strata(_ sizes: ClosedRange<Int>) -> [Stratum] {
  func each(
    _ name: String, _ weight: Int = 1, _ entry: @escaping @Sendable (inout RandomSample) -> Double
  ) -> Stratum {
    Stratum(name: name, weight: weight) { draws in
      var values: [Double] = []
      for _ in 0..<draws.integer(in: sizes) { values.append(entry(&draws)) }
      return values
    }
  }
  var strata: [Stratum] = [
    each("normal", 4) { $0.normal() },
    each("spread out", 2) { 10 * $0.normal() },
    each("close together") { 1 + 1e-9 * $0.normal() },
    each("small integers (ties)", 2) { Double($0.integer(in: -2...2)) },
    each("zero") { _ in 0 },
    each("huge") { $0.sign() * 1e15 * (1 + $0.uniform()) },
    each("extreme") { $0.sign() * 1e300 * $0.uniform() },
    each("tiny") { $0.sign() * 1e-300 * $0.uniform() },
    each("subnormal") { $0.sign() * .leastNonzeroMagnitude * Double($0.integer(in: 0...1000)) },
    each("mixed magnitudes") {
      $0.sign() * Double(sign: .plus, exponent: $0.integer(in: -40...40), significand: 1)
    },
  ]
  if sizes.upperBound > 1 {
    strata.append(
      Stratum(name: "all equal") { draws in
        Array(repeating: draws.normal(), count: draws.integer(in: sizes))
      })
  }
  if sizes.lowerBound < sizes.upperBound {
    strata.append(
      Stratum(name: "fewest entries") { draws in
        (0..<sizes.lowerBound).map { _ in draws.normal() }
      })
  }
  return strata
}

extension RandomSample {
  /// 1 or −1.
  mutating func sign() -> Double { next() & 1 == 0 ? 1 : -1 }
}
