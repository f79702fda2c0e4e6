import Evidence
import MathCore
import Records

extension Claim {
  /// Proves that a formula, computed in `Double` in the order in which it is written, is within
  /// `tolerance` of its exact value at every Double point of the box that its variables span.
  ///
  /// ```swift
  /// let x = real("x", in: -8...8)
  /// claim("id").bounded(1 / (1 + exp(-x)), by: 4e-16)
  /// ```
  ///
  /// It is refuted by a Double point only, where the error is certainly larger. What the budget
  /// leaves open is inconclusive.
  ///
  /// - Parameters:
  ///   - tolerance: ε, which may depend on the same variables: `4e-16 * f` bounds a relative error.
  ///   - boxes: how many boxes may be looked at before the check gives up as inconclusive.
  @discardableResult
  public func bounded(
    _ formula: Formula, by tolerance: Formula, boxes: Int = Claim.defaultBoundedBoxes
  ) -> Claim {
    let variables = Law(
      conclusions: [Comparison(formula.node, .lessOrEqual, tolerance.node)]
    ).freeVariables
    let program = ComputedFormula(formula, variables: variables)
    let prover = RoundingBoxProver(
      program.callAsFunction, on: variables, by: tolerance, boxes: boxes)
    return record(
      .formula { prover.trial(of: ComputedFormula($0, variables: variables).callAsFunction) }
    ) {
      if let obstacle = program.obstacle { return program.unbounded(obstacle) }
      return contradicted(
        prover.finding(reference: .formula, statement: program.statement(by: tolerance)),
        program.callAsFunction, prover.trial)
    }
  }

  /// Proves that what a function computes in `Double` is within `tolerance` of what its own
  /// operations give in real numbers, at every Double point of an interval.
  ///
  /// Comparisons that some point of a box could decide otherwise leave that box open.
  ///
  /// - Parameter subject: generic code, which runs in `RoundedRange`.
  @discardableResult
  public func bounded<Value: RangeNumbers>(
    _ subject: @escaping (RoundedRange) -> Value, on side: ClosedRange<Rational>,
    by tolerance: Rational, boxes: Int = Claim.defaultBoundedBoxes
  ) -> Claim {
    bounded(subject, [Variable("x", Span(side))], tolerance, boxes)
  }

  /// The same for a function of a vector, on a box of as many sides as it has entries.
  @discardableResult
  public func bounded<Value: RangeNumbers>(
    _ subject: @escaping (Vector<RoundedRange>) -> Value, on sides: [ClosedRange<Rational>],
    by tolerance: Rational, boxes: Int = Claim.defaultBoundedBoxes
  ) -> Claim {
    let variables = sides.enumerated().map { Variable("x_{\($0.offset + 1)}", Span($0.element)) }
    return bounded(subject, variables, tolerance, boxes)
  }

  /// Boxes that such a proof may look at unless the author says otherwise.
  public static var defaultBoundedBoxes: Int { 2_000 }

  private func bounded<Point: RangeNumbers, Value: RangeNumbers>(
    _ subject: @escaping (Point) -> Value, _ variables: [Variable], _ tolerance: Rational,
    _ boxes: Int
  ) -> Claim {
    require(tolerance > 0, "an error bound is positive, not \(tolerance)")
    let prover = RoundingBoxProver(
      subject, on: variables, by: Formula(tolerance), boxes: boxes)
    return record(.subject { ($0 as? (Point) -> Value).map { prover.trial(of: $0) } }) {
      contradicted(
        prover.finding(reference: .ownOperations, statement: nil), subject, prover.trial)
    }
  }
}

extension Claim {
  /// A damaged formula: what it computes must not be within the bound of the check before.
  @discardableResult
  public func mutant(_ why: String, _ formula: Formula) -> Claim {
    guard let last, case .formula(let retry) = last.retry else {
      fatalError(
        "the mutant \"\(why)\" is a formula, but the check before it does not compute one")
    }
    return write(last.number, why, .subject, statement: formula.tex, retry(formula))
  }
}
