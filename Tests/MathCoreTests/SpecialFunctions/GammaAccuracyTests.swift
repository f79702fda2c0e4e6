// Γ, log Γ, ψ and ψ′ in machine numbers against enclosures, stratum by stratum. The error is the
// distance in units of the last place of the modulus; two parts rounded perfectly can be 0.707
// off together.

import Foundation
import MathCore
import Testing

/// The functions that are measured.
enum GammaRelative: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case gamma = "Γ"
  case logGamma = "log Γ"
  case digamma = "ψ"
  case trigamma = "ψ′"

  var testDescription: String { rawValue }

  func value(_ z: Plane) -> Plane {
    switch self {
    case .gamma: MathCore.gamma(z)
    case .logGamma: MathCore.logGamma(z)
    case .digamma: MathCore.digamma(z)
    case .trigamma: MathCore.trigamma(z)
    }
  }

  func enclosure(_ z: Complex<Ball>) -> Complex<Ball> {
    switch self {
    case .gamma: MathCore.gamma(z)
    case .logGamma: MathCore.logGamma(z)
    case .digamma: MathCore.digamma(z)
    case .trigamma: MathCore.trigamma(z)
    }
  }

  /// The worst of so many points, in units of the last place of the modulus.
  func worst(of count: Int, in stratum: GammaStratum) -> (error: Double, z: Plane) {
    var worst = (error: 0.0, z: Plane(0, 0))
    for z in stratum.points(count) {
      let error = errorInUlps(value(z), at: z, enclosure)
      if !(error <= worst.error) { worst = (error, z) }
      if error.isNaN { break }
    }
    return worst
  }
}

@Suite("Accuracy of Γ and its relatives")
struct GammaAccuracyTests {
  @Test(
    "real arguments: half a unit for each part", arguments: GammaRelative.allCases,
    GammaStratum.reals)
  func reals(function: GammaRelative, stratum: GammaStratum) {
    let worst = function.worst(of: 60, in: stratum)
    // log Γ is complex left of 0.
    let allowed = function == .logGamma && stratum.description != "positive reals" ? 0.708 : 0.501
    #expect(worst.error < allowed, "\(stratum): \(worst.z)")
  }

  @Test(
    "complex arguments: half a unit for each part", arguments: GammaRelative.allCases,
    GammaStratum.plane)
  func plane(function: GammaRelative, stratum: GammaStratum) {
    let worst = function.worst(of: 60, in: stratum)
    #expect(worst.error < 0.708, "\(stratum): \(worst.z)")
  }

  @Test("the measure notices a single wrong place")
  func measure() throws {
    let z = Plane(2.5, 1)
    let right = gamma(z)
    let wrong = Plane(right.re + right.modulus.ulp, right.im)
    #expect(errorInUlps(right, at: z) { gamma($0) } < 0.708)
    #expect(errorInUlps(wrong, at: z) { gamma($0) } > 0.708)
    #expect(errorInUlps(Plane(.nan, 0), at: z) { gamma($0) } == .infinity)
  }

  @Test("next to zeros of ψ the error is below 1e−30", arguments: -60...0)
  func zerosOfDigamma(n: Int) {
    // One zero in (n, n + 1), and for n = 0 the one at 1.4616….
    var (low, high) = n == 0 ? (1.0, 2.0) : (Double(n), Double(n + 1))
    while case let middle = (low + high) / 2, low < middle, middle < high {
      if digamma(middle) < 0 { low = middle } else { high = middle }
    }
    for x in [low, high, low - 1e-12, high + 1e-9] {
      let error =
        Ball(exactly: digamma(x), precision: 400) - digamma(Ball(exactly: x, precision: 400))
      let allowed = Ball(exactly: 1e-30 + 0.501 * digamma(x).ulp)
      #expect(error.magnitude.isCertainlyAtMost(allowed), "x = \(x)")
    }
    #expect((-1e-12...0).contains(digamma(low)) && (0...1e-12).contains(digamma(high)))
  }

  /// `EVIDENT_MEASURE=4000 swift test --filter measureAll` prints what the docstrings quote.
  @Test(
    "the table of the docstrings",
    .enabled(if: ProcessInfo.processInfo.environment["EVIDENT_MEASURE"] != nil))
  func measureAll() {
    let count = Int(ProcessInfo.processInfo.environment["EVIDENT_MEASURE"] ?? "") ?? 4000
    for stratum in GammaStratum.reals + GammaStratum.plane {
      let row = GammaRelative.allCases.map { function in
        let worst = function.worst(of: count, in: stratum)
        return "\(function.rawValue) \(worst.error) at \(worst.z)"
      }
      print("measured: \(stratum): " + row.joined(separator: "; "))
    }
    for stratum in GammaStratum.reals {
      let points = stratum.points(count).map(\.re)
      let gamma = worst(points) { (tgamma($0), MathCore.gamma(exactly($0))) }
      let logGamma = worst(points.filter { $0 > 0 }) {
        (lgamma($0), MathCore.logGamma(exactly($0)))
      }
      print("measured: C library, \(stratum): Γ \(gamma), log Γ \(logGamma)")
    }
  }

  /// The worst error of the C library, and where.
  private func worst(
    _ points: [Double], _ values: (Double) -> (library: Double, true: Ball)
  ) -> (error: Double, x: Double) {
    let errors = points.compactMap { x -> (error: Double, x: Double)? in
      let (value, enclosure) = values(x)
      let plane = Complex(enclosure, Ball(0, precision: 400))
      guard value.isFinite, let error = errorInUlps(Plane(value, 0), plane) else { return nil }
      return (error, x)
    }
    return errors.max { $0.error < $1.error } ?? (0, 0)
  }

  private func exactly(_ x: Double) -> Ball { Ball(exactly: x, precision: 400) }
}
