// Means, variances and expected errors of sampled approximations, by running through every
// outcome: what the closed formulas are checked against. Exact over `Rational`.

/// How an index that is drawn again counts.
public enum RepeatCounting: Sendable {
  /// λᵢ = countᵢ/(r pᵢ): unbiased.
  case everyDraw
  /// λᵢ = 1/(r pᵢ) if i occurs at all: biased for r ≥ 2, E λᵢ = (1 − (1 − pᵢ)ʳ)/(r pᵢ) < 1.
  case onceEach
}

/// Moments of a random approximation Σᵢ λᵢvᵢ.
public struct SamplingMoments<Element: Field>: Sendable {
  /// How many outcomes were run through.
  public let outcomes: Int
  /// E λᵢ, for each term.
  public let meanWeights: Vector<Element>
  /// The mean of the approximation, m × n.
  public let mean: Matrix<Element>
  /// The variance of each entry about its own mean, m × n.
  public let variances: Matrix<Element>
  /// The expected squared distance to XY.
  public let error2: Element
}

extension SamplingMoments: Equatable where Element: Equatable {}

extension ColumnRowProduct where Element: Scalar {
  /// Moments of r independent draws from p, over all lʳ words; terms with pᵢ = 0 are never drawn.
  ///
  /// - Precondition: probabilities of number l, none negative; their sum is 1 (over `Double`: up
  ///   to rounding, which is not checked). `r >= 1`.
  public func moments(
    probabilities p: Vector<Element>, draws r: Int, counting: RepeatCounting = .everyDraw
  ) -> SamplingMoments<Element> {
    requireDistribution(p, draws: r)
    let words = Words(over: count, length: r).lazy.filter { word in
      word.allSatisfy { p[$0] > .zero }
    }
    return moments(
      of: words.map { word in
        let weights = self.weights(of: word, p, counting)
        return (word.reduce(Element.one) { $0 * p[$1] }, weights)
      })
  }

  /// Moments of l/r times the sum over a uniform r-subset, over all subsets.
  ///
  /// - Precondition: `1 <= r <= count`.
  public func momentsWithoutReplacement(size r: Int) -> SamplingMoments<Element> {
    requireSize(r, from: 1)
    let subsets = Subsets(of: count, size: r)
    let chance = Element(Rational(1, subsets.count))
    let weight = Element(Rational(count, r))
    return moments(
      of: subsets.lazy.map { subset in
        var weights = Vector<Element>.zeros(count)
        for index in subset { weights[index] = weight }
        return (chance, weights)
      })
  }

  private func weights(
    of word: [Int], _ p: Vector<Element>, _ counting: RepeatCounting
  ) -> Vector<Element> {
    var weights = Vector<Element>.zeros(count)
    for index in word {
      let weight = Element.one / (Element(word.count) * p[index])
      switch counting {
      case .everyDraw: weights[index] += weight
      case .onceEach: weights[index] = weight
      }
    }
    return weights
  }

  /// All moments follow from E λ and E λλᵀ, l numbers and l × l.
  private func moments(
    of outcomes: some Sequence<(chance: Element, weights: Vector<Element>)>
  ) -> SamplingMoments<Element> {
    var number = 0
    var first = [Element](repeating: .zero, count: count)
    var second = [Element](repeating: .zero, count: count * count)
    for (chance, weights) in outcomes {
      number += 1
      addMoments(of: weights.entries, chance, to: &first, &second)
    }
    let meanWeights = Vector(first)
    let secondMoment = Matrix(rows: count, columns: count, entries: second)
    return SamplingMoments(
      outcomes: number, meanWeights: meanWeights,
      mean: approximation(Array(0..<count), weights: meanWeights),
      variances: variances(secondMoment - .outer(meanWeights, meanWeights)),
      error2: expectedDistance2(meanWeights, secondMoment))
  }

  /// Var Σₖ λₖXᵢₖYₖⱼ for the covariances of λ.
  private func variances(_ covariances: Matrix<Element>) -> Matrix<Element> {
    Matrix(rows: x.rows, columns: y.columns) { row, column in
      let terms = Vector((0..<count).map { x[row, $0] * y[$0, column] })
      return terms.dot(covariances * terms)
    }
  }

  /// E Σᵢⱼ (λᵢ − 1)(λⱼ − 1) vᵢ·vⱼ.
  private func expectedDistance2(
    _ mean: Vector<Element>, _ second: Matrix<Element>
  ) -> Element {
    let spread = Matrix(rows: count, columns: count) {
      second[$0, $1] - mean[$0] - mean[$1] + .one
    }
    return Vector(spread.hadamard(gram).entries).sum
  }

  func requireDistribution(_ p: Vector<Element>, draws: Int) {
    requireProbabilities(p, draws: draws)
    require(p.allSatisfy { $0 >= .zero }, "a probability is negative or NaN: \(p)")
    if Element.self is any Exact.Type {
      require(p.sum == .one, "the probabilities sum to \(p.sum), not to 1: \(p)")
    }
  }
}

@specialized(where S == Double)
@specialized(where S == Rational)
private func addMoments<S: Scalar>(
  of weights: [S], _ chance: S, to first: inout [S], _ second: inout [S]
) {
  let count = weights.count
  for i in 0..<count where weights[i] != .zero {
    let weighted = chance * weights[i]
    first[i] += weighted
    for j in 0..<count where weights[j] != .zero {
      second[i * count + j] += weighted * weights[j]
    }
  }
}
