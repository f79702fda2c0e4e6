// Sampled column–row approximation: closed formulas against enumeration, exactly.

import MathCore
import Testing

@Suite("Sampled column–row approximation")
struct ColumnRowSamplingTests {
  let rational = ColumnRowProduct<Rational>(
    [[1, 2, 0, -1], [0, 1, 3, 1], [2, -1, 1, 0]],
    [[1, 0, 2], [-1, 1, 0], [0, 2, 1], [1, 1, -1]])
  var real: ColumnRowProduct<Double> {
    ColumnRowProduct(rational.x.map { Double($0) }, rational.y.map { Double($0) })
  }
  let uneven: Vector<Rational> = [Rational(1, 2), Rational(1, 6), Rational(1, 12), Rational(1, 4)]

  @Test("expected error and variances equal those of all outcomes", arguments: 1...3)
  func closedFormulas(draws: Int) {
    let moments = rational.moments(probabilities: uneven, draws: draws)
    #expect(moments.outcomes == [4, 16, 64][draws - 1])
    #expect(moments.mean == rational.product)
    #expect(moments.meanWeights == [1, 1, 1, 1])
    #expect(moments.error2 == rational.expectedError2(probabilities: uneven, draws: draws))
    #expect(moments.variances == rational.entryVariances(probabilities: uneven, draws: draws))
    #expect(Vector(moments.variances.entries).sum == moments.error2)
  }

  @Test("uniform, norms of X, squared norms: 255, 228, 255 for one draw; 255/2 for two")
  func knownErrors() {
    let uniform = rational.uniformProbabilities
    #expect(rational.expectedError2(probabilities: uniform, draws: 1) == 255)
    #expect(rational.expectedError2(probabilities: uniform, draws: 2) == Rational(255, 2))
    let byX = Vector<Rational>([5, 6, 10, 2]).map { $0 / 23 }
    #expect(rational.expectedError2(probabilities: byX, draws: 1) == 228)
    let squared = rational.squaredNormProbabilities
    #expect(rational.expectedError2(probabilities: squared, draws: 1) == 255)
  }

  @Test("without replacement: 85, two thirds of the error with replacement")
  func withoutReplacement() {
    let moments = rational.momentsWithoutReplacement(size: 2)
    #expect(moments.outcomes == 6)
    #expect(moments.mean == rational.product)
    #expect(moments.error2 == 85)
    #expect(rational.expectedError2WithoutReplacement(size: 2) == 85)
    #expect(rational.expectedError2WithoutReplacement(size: 4) == 0)
    #expect(
      rational.momentsWithoutReplacement(size: 3).error2
        == rational.expectedError2WithoutReplacement(size: 3))
  }

  @Test("counting repeats once is biased: mean weight 7/8")
  func repeatsMatter() {
    let moments = rational.moments(
      probabilities: rational.uniformProbabilities, draws: 2, counting: .onceEach)
    #expect(moments.meanWeights == Vector(repeating: Rational(7, 8), count: 4))
    #expect(moments.mean == Rational(7, 8) * rational.product)
  }

  @Test("a term that is never drawn biases the estimate")
  func missingTerm() {
    let p: Vector<Rational> = [Rational(1, 2), Rational(1, 2), 0, 0]
    let moments = rational.moments(probabilities: p, draws: 1)
    #expect(moments.outcomes == 2)
    #expect(moments.mean == rational.approximation([0, 1]))
  }

  @Test("optimal probabilities: least error, and what others cost beyond it")
  func optimalProbabilities() {
    expectClose(real.normSum, 17.984659169786408)
    expectClose(real.leastExpectedError2(draws: 1), 206.44796545338232)
    let p = real.optimalProbabilities
    expectClose(real.expectedError2(probabilities: p, draws: 1), 206.44796545338232)
    expectClose(real.excessError2(probabilities: p, draws: 1), 0, within: 1e-13)
    let uniform = real.uniformProbabilities
    expectClose(
      real.excessError2(probabilities: uniform, draws: 1), 255 - 206.44796545338232,
      within: 1e-14)
  }

  @Test("the optimum lies within a narrow ball")
  func enclosedOptimum() {
    let balls = ColumnRowProduct(rational.x.map { Ball($0) }, rational.y.map { Ball($0) })
    let least = balls.leastExpectedError2(draws: 1)
    #expect(least.description.hasPrefix("[206.447965453382"))
    #expect(least.radius < 1e-30)
  }

  @Test("bounds of DKM: the factor of the tail, and one above the other")
  func bounds() {
    expectClose(columnRowTailFactor(beta: 1.0, delta: 0.05), 5.895493661361633)
    let bound = real.frobeniusBound(beta: 1, draws: 3)
    #expect(bound == 23.0 * 15 / 3)
    #expect(real.leastExpectedError2(draws: 3) <= bound)
    expectClose(
      real.tailBound(beta: 1, delta: 0.05, draws: 3), 5.895493661361633 * bound.squareRoot())
  }

  @Test("a sample's weights undo its probabilities; the same name gives the same sample")
  func sampling() {
    let p: Vector<Double> = [0.5, 0, 0.25, 0.25]
    var generator = RandomSource("columns").sample(0)
    let sample = real.sample(draws: 500, probabilities: p, using: &generator)
    #expect(sample.indices.count == 500 && !sample.indices.contains(1))
    for (index, weight) in zip(sample.indices, sample.weights) {
      #expect(weight == 1 / (500 * p[index]))
    }
    var again = RandomSource("columns").sample(0)
    #expect(real.sample(draws: 500, probabilities: p, using: &again) == sample)
    let first = sample.indices.count { $0 == 0 }
    #expect((200...300).contains(first))
  }

  @Test("subsets are drawn with equal frequencies, each weight l/r")
  func samplingSubsets() {
    let source = RandomSource("subsets")
    var counts: [[Int]: Int] = [:]
    for index in 0..<6000 {
      var generator = source.sample(UInt64(index))
      let sample = rational.sampleWithoutReplacement(size: 2, using: &generator)
      #expect(sample.weights == [2, 2])
      counts[sample.indices, default: 0] += 1
    }
    #expect(counts.count == 6)
    // Six standard deviations of a count of 6000 draws of chance 1/6.
    #expect(counts.values.allSatisfy { ($0 - 1000).magnitude < 174 })
  }

  @Test("probabilities that are none are refused")
  func refusals() async {
    await #expect(processExitsWith: .failure) {
      let sum = ColumnRowProduct<Rational>(scalars: [1, 2])
      _ = sum.moments(probabilities: [1, 1], draws: 1)
    }
    await #expect(processExitsWith: .failure) {
      let sum = ColumnRowProduct<Rational>(scalars: [1, 2])
      _ = sum.moments(probabilities: [2, -1], draws: 1)
    }
  }
}
