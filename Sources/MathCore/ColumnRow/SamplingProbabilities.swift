// Sampling terms with probabilities: expectations of the squared error in closed form, and the
// probabilities that minimise it.
//
// The estimator is (1/r) Σₜ v_{sₜ}/p_{sₜ} for r independent draws sₜ ~ p. It is unbiased if
// pᵢ > 0 wherever vᵢ ≠ 0. Over a field without decidable order (balls, formulas) nothing about p
// can be checked: the formulas then mean what they say for p > 0, Σp = 1.

extension ColumnRowProduct {
  /// E‖CR − XY‖² = (1/r)(Σᵢ ‖vᵢ‖²/pᵢ − ‖XY‖²) for r independent draws (DKM, Lemma 4).
  ///
  /// Holds if pᵢ > 0 for **every** i (a zero divides by zero; leave out terms that are 0). Over
  /// `Double` the difference cancels when it is small beside ‖XY‖².
  ///
  /// - Precondition: one probability for each term, `r >= 1`.
  public func expectedError2(probabilities p: Vector<Element>, draws r: Int) -> Element {
    requireProbabilities(p, draws: r)
    let norms = norms2
    let secondMoment = Vector((0..<count).map { norms[$0] / p[$0] }).sum
    return (secondMoment - productNorm2) / Element(r)
  }

  /// The variance of each entry of the estimator, (1/r)(Σₖ Xᵢₖ²Yₖⱼ²/pₖ − (XY)ᵢⱼ²) (DKM, Lemma
  /// 3). m × n; the entries sum to ``expectedError2(probabilities:draws:)``.
  ///
  /// - Precondition: one probability for each term, `r >= 1`; all positive.
  public func entryVariances(probabilities p: Vector<Element>, draws r: Int) -> Matrix<Element> {
    requireProbabilities(p, draws: r)
    let weighted = Matrix(rows: x.rows, columns: count) { x[$0, $1] * x[$0, $1] / p[$1] }
    let secondMoments = weighted * y.map { $0 * $0 }
    let means = product
    return (secondMoments - means.hadamard(means)).map { $0 / Element(r) }
  }

  /// The expected error of l/r times the sum over a uniformly drawn r-subset:
  /// (l − r)/(r(l − 1)) · (l Σ‖vᵢ‖² − ‖XY‖²), which is (l − r)/(l − 1) times that of r uniform
  /// independent draws. 0 for r = l.
  ///
  /// - Precondition: `1 <= r <= count`.
  public func expectedError2WithoutReplacement(size r: Int) -> Element {
    requireSize(r, from: 1)
    if r == count { return .zero }
    let spread = Element(count) * norms2.sum - productNorm2
    return Element(Rational(count - r, r * (count - 1))) * spread
  }

  /// ‖X‖²‖Y‖²/(βr), which bounds the expected error if pᵢ ≥ β‖vᵢ‖/Z for all i, 0 < β ≤ 1 (DKM,
  /// Theorem 1). Loose: by Cauchy and Schwarz Z ≤ ‖X‖‖Y‖, and −‖XY‖² is dropped.
  ///
  /// - Precondition: `r >= 1`.
  public func frobeniusBound(beta: Element, draws r: Int) -> Element {
    requireDraws(r)
    return x.norm2 * y.norm2 / (beta * Element(r))
  }

  /// 1/l for each term.
  public var uniformProbabilities: Vector<Element> {
    Vector((0..<count).map { _ in Element(Rational(1, count)) })
  }

  /// ‖vᵢ‖²/Σⱼ‖vⱼ‖². Its expected error is exactly that of uniform sampling, if no term is 0;
  /// these are **not** the optimal probabilities, see ``optimalProbabilities``.
  public var squaredNormProbabilities: Vector<Element> {
    let norms = norms2
    return norms / norms.sum
  }

  func requireDraws(_ draws: Int) { require(draws >= 1, "\(draws) draws give no estimate") }

  func requireProbabilities(_ p: Vector<Element>, draws: Int) {
    requireDraws(draws)
    require(p.count == count, "\(p.count) probabilities do not fit \(count) terms")
  }
}

extension ColumnRowProduct where Element: Elementary {
  /// ‖vᵢ‖ = ‖xᵢ‖‖yᵢ‖, for each i.
  public var norms: Vector<Element> { norms2.map { Element.sqrt($0) } }

  /// Z = Σᵢ ‖vᵢ‖. At most ‖X‖‖Y‖.
  public var normSum: Element { norms.sum }

  /// pᵢ = ‖vᵢ‖/Z: the probabilities with the least expected error, unique if no vᵢ is 0.
  ///
  /// Undefined (0/0) if every term is 0.
  public var optimalProbabilities: Vector<Element> {
    let norms = norms
    return norms / norms.sum
  }

  /// (1/r)(Z² − ‖XY‖²), the least expected error of r independent draws. 0 exactly if all terms
  /// are non-negative multiples of one matrix.
  ///
  /// - Precondition: `r >= 1`.
  public func leastExpectedError2(draws r: Int) -> Element {
    requireDraws(r)
    let sum = normSum
    return (sum * sum - productNorm2) / Element(r)
  }

  /// (1/r) Σᵢ (‖vᵢ‖ − Zpᵢ)²/pᵢ: exactly what `p` costs beyond
  /// ``leastExpectedError2(draws:)``, if Σp = 1.
  ///
  /// - Precondition: one probability for each term, `r >= 1`; all positive.
  public func excessError2(probabilities p: Vector<Element>, draws r: Int) -> Element {
    requireProbabilities(p, draws: r)
    let norms = norms
    let sum = norms.sum
    let excess = (0..<count).map { index in
      let gap = norms[index] - sum * p[index]
      return gap * gap / p[index]
    }
    return Vector(excess).sum / Element(r)
  }

  /// A bound of ‖CR − XY‖ (the norm itself) that r independent draws exceed with probability at
  /// most δ, if pᵢ ≥ β‖vᵢ‖/Z for all i: η‖X‖‖Y‖/√(βr), with η of
  /// ``columnRowTailFactor(beta:delta:)`` (DKM, Theorem 1). Valid, and loose, often by a factor
  /// of several.
  ///
  /// - Precondition: `r >= 1`; 0 < β ≤ 1, 0 < δ < 1.
  public func tailBound(beta: Element, delta: Element, draws r: Int) -> Element {
    requireDraws(r)
    let scale = Element.sqrt(x.norm2 * y.norm2 / (beta * Element(r)))
    return columnRowTailFactor(beta: beta, delta: delta) * scale
  }
}

/// η = 1 + √((8/β) ln(1/δ)). For β = 1, δ = 1/20 it is 5.8954…
public func columnRowTailFactor<S: Elementary>(beta: S, delta: S) -> S {
  S.one + S.sqrt(S(8) / beta * S.log(S.one / delta))
}
