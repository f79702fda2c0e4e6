import MathCore

/// A way to draw one machine number, its name, and its share of the samples.
struct SampleFamily: Sendable {
  var name: String
  var weight = 1
  var draw: @Sendable (inout RandomSample) -> Double

  /// Machine numbers of every kind.
  static let anywhere = [
    SampleFamily(name: "normal", weight: 4) { $0.normal() },
    SampleFamily(name: "spread out", weight: 2) { 10 * $0.normal() },
    SampleFamily(name: "close together") { 1 + 1e-9 * $0.normal() },
    SampleFamily(name: "small integers (ties)", weight: 2) { Double($0.integer(in: -2...2)) },
    SampleFamily(name: "zero") { _ in 0 },
    SampleFamily(name: "huge") { $0.sign() * 1e15 * (1 + $0.uniform()) },
    SampleFamily(name: "extreme") { $0.sign() * 1e300 * $0.uniform() },
    SampleFamily(name: "tiny") { $0.sign() * 1e-300 * $0.uniform() },
    SampleFamily(name: "subnormal") {
      $0.sign() * .leastNonzeroMagnitude * Double($0.integer(in: 0...1000))
    },
    SampleFamily(name: "mixed magnitudes") {
      $0.sign() * Double(sign: .plus, exponent: $0.integer(in: -40...40), significand: 1)
    },
  ]

  /// Numbers of a range with finite ends: its inside, its ends with their neighbours, all
  /// magnitudes, and what is awkward in it.
  static func inside(_ range: ClosedRange<Double>) -> [SampleFamily] {
    @Sendable func inside(_ value: Double) -> Double {
      Swift.min(Swift.max(value, range.lowerBound), range.upperBound)
    }
    let ends = [
      range.lowerBound, range.upperBound, inside(range.lowerBound.nextUp),
      inside(range.upperBound.nextDown),
    ]
    let signs: [Double] =
      range.lowerBound >= 0 ? [1] : range.upperBound <= 0 ? [-1] : [1, -1]
    @Sendable func signed(_ size: Double, _ draws: inout RandomSample) -> Double {
      inside(signs[draws.integer(in: 0...(signs.count - 1))] * size)
    }
    let exponents = exponents(of: range)
    var families = [
      SampleFamily(name: "uniform in the range", weight: 6) { inside($0.uniform(in: range)) },
      SampleFamily(name: "ends and their neighbours") { ends[$0.integer(in: 0...3)] },
      SampleFamily(name: "all magnitudes", weight: 4) { draws in
        let exponent = draws.integer(in: exponents)
        let size = Double(sign: .plus, exponent: exponent, significand: 1 + draws.uniform())
        return signed(size, &draws)
      },
    ]
    let integers = (Swift.max(range.lowerBound.rounded(.up), -2), range.upperBound.rounded(.down))
    if integers.0 <= Swift.min(integers.1, 2) {
      let few = Int(integers.0)...Int(Swift.min(integers.1, 2))
      families.append(
        SampleFamily(name: "small integers (ties)", weight: 2) { Double($0.integer(in: few)) })
    }
    guard range.contains(0) else { return families }
    return families + [
      SampleFamily(name: "zero") { _ in 0 },
      SampleFamily(name: "tiny") { draws in signed(1e-300 * draws.uniform(), &draws) },
      SampleFamily(name: "subnormal") { draws in
        signed(.leastNonzeroMagnitude * Double(draws.integer(in: 0...1000)), &draws)
      },
    ]
  }

  /// The exponents of the magnitudes of a range; down to 60 below the largest if it holds 0.
  private static func exponents(of range: ClosedRange<Double>) -> ClosedRange<Int> {
    let sizes = [range.lowerBound.magnitude, range.upperBound.magnitude].map {
      Int(Swift.max($0, .leastNormalMagnitude).exponent)
    }
    let greatest = Swift.max(sizes[0], sizes[1])
    return (range.contains(0) ? greatest - 60 : Swift.min(sizes[0], sizes[1]))...greatest
  }

  /// One stratum for each family, with as many entries as `sizes` allows; for more than one entry
  /// ties of all entries, and vectors of the least size.
  static func strata(
    _ sizes: ClosedRange<Int>, _ families: [SampleFamily]
  ) -> [SampleStratum<[Double]>] {
    var strata = families.map { family in
      SampleStratum<[Double]>(name: family.name, weight: family.weight) { draws in
        var values: [Double] = []
        for _ in 0..<draws.integer(in: sizes) { values.append(family.draw(&draws)) }
        return values
      }
    }
    let first = families[0]
    if sizes.upperBound > 1 {
      strata.append(
        SampleStratum(name: "all equal") { draws in
          Array(repeating: first.draw(&draws), count: draws.integer(in: sizes))
        })
    }
    if sizes.lowerBound < sizes.upperBound {
      strata.append(
        SampleStratum(name: "fewest entries") { draws in
          (0..<sizes.lowerBound).map { _ in first.draw(&draws) }
        })
    }
    return strata
  }
}

extension RandomSample {
  /// 1 or −1.
  mutating func sign() -> Double { next() & 1 == 0 ? 1 : -1 }
}
