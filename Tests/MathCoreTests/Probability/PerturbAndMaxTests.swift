// Perturb-and-max: quadrature against closed forms, sampling against probabilities.

import MathCore
import Testing

@Suite("Perturb and max")
struct PerturbAndMaxTests {
  let x: Vector = [1, 0, -1]

  @Test("Gumbel noise gives softmax, by quadrature and by the closed form")
  func gumbel() {
    let p = [0.665240955774822, 0.244728471054798, 0.0900305731703805]
    expectClose(perturbMaxProbability(x, noise: .gumbel), p, within: 1e-13)
    expectClose(gumbelMaxProbability(x), p, within: 1e-14)
  }

  @Test("normal noise: reference values, and Φ(Δ/√2) for two outcomes")
  func normal() {
    expectClose(
      perturbMaxProbability(x, noise: .normal),
      [0.728751015300469147, 0.22409830478044241, 0.0471506799190884435], within: 1e-13)
    expectClose(
      perturbMaxProbability([1, 0], noise: .normal)[0], 0.76024993890652326884, within: 1e-13)
  }

  @Test("exponential noise: 1 − e^(−Δ)/2")
  func exponential() {
    expectClose(
      perturbMaxProbability([1, 0], noise: .exponential),
      [0.816060279414278839, 0.183939720585721161], within: 1e-13)
  }

  @Test("uniform noise does not keep the strict order: (3, 1, 0) gives (1, 0, 0)")
  func uniform() {
    expectClose(perturbMaxProbability([3, 1, 0], noise: .uniform), [1, 0, 0], within: 1e-13)
    // Gap 1/2: the triangle (1/2)²/2 below the diagonal is lost to the other outcome.
    expectClose(perturbMaxProbability([0.5, 0], noise: .uniform), [0.875, 0.125], within: 1e-13)
  }

  @Test("an own distribution by its functions; ties, shifts, one outcome")
  func own() {
    let logistic = perturbMaxProbability(
      [2, 2], cdf: { 1 / (1 + exp(-$0)) },
      pdf: { exp(-$0.magnitude) / ((1 + exp(-$0.magnitude)) * (1 + exp(-$0.magnitude))) })
    expectClose(logistic, [0.5, 0.5], within: 1e-13)
    expectClose(perturbMaxProbability([5], noise: .normal), [1], within: 1e-13)
    let (p, error) = perturbMaxQuadrature([1001, 1000, 999], noise: .normal)
    expectClose(p, perturbMaxProbability(x, noise: .normal).entries, within: 1e-13)
    #expect(error < 1e-13)
  }

  @Test("scores that are not finite are refused")
  func infinite() async {
    await #expect(processExitsWith: .failure) {
      _ = perturbMaxProbability([.infinity, 0], noise: .normal)
    }
  }

  @Test("winners under Gumbel noise follow softmax: χ² below its 10⁻⁶ quantile")
  func sampling() {
    let count = 20_000
    let counts = perturbMaxCounts(x, count: count, source: RandomSource("gumbel-max"))
    let chiSquared = zip(counts, softmax(x)).reduce(0.0) { sum, entry in
      let expected = entry.1 * Double(count)
      return sum + (Double(entry.0) - expected) * (Double(entry.0) - expected) / expected
    }
    #expect(counts.reduce(0, +) == count)
    // Two degrees of freedom: P(χ² > q) = e^(−q/2).
    #expect(chiSquared < -2 * log(1e-6))
  }

  @Test("drawing by inversion agrees with the distribution function")
  func inversion() {
    let noise = Noise(support: 0...1, cdf: { $0 * $0 }, pdf: { 2 * $0 })
    var sample = RandomSource("inversion").sample(0)
    let draws = Vector((0..<4000).map { _ in noise.draw(from: &sample) })
    // Mean 2/3, variance 1/18.
    #expect((draws.sum / 4000 - 2.0 / 3).magnitude < 6 * (1 / (18.0 * 4000)).squareRoot())
  }
}
