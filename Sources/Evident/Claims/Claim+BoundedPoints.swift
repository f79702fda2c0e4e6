import Evidence
import MathCore
import Records

extension Claim {
  /// Holds what a function computes in `Double` against a formula for it, at points of a domain. At
  /// each the error must be within the bound that running error analysis derives on the way: the
  /// function runs in `Rounded`. The formula is evaluated at the very Doubles that it is given.
  ///
  /// ```swift
  /// claim("id").bounded(logSumExp, formula: logSumExp, over: vectors(1...8, in: -700...700))
  /// ```
  ///
  /// Points whose bound reaches the value say nothing and are counted apart. Infinities are right
  /// where the true value is too large for a `Double`; NaN never is. The whole of a finite domain
  /// may make the claim hold; samples support it.
  ///
  /// A bound of your own that you try on samples is `sampled`: state it as a law.
  ///
  /// - Parameters:
  ///   - subject: generic code, from a number or a vector to a number or a vector.
  ///   - formula: what it is to compute, made from as many variables as the point has numbers.
  ///   - count: samples in all strata together.
  @discardableResult
  public func bounded<Point: RoundedNumbers, Value: RoundedNumbers>(
    _ subject: @escaping (Point) -> Value,
    formula: @escaping (Point.Formulas) -> Value.Formulas, over domain: Domain<Point>,
    count: Int = Claim.defaultBoundedPoints
  ) -> Claim {
    bounded(subject, .formula(formula, Point.self, Value.self), over: domain, count)
  }

  /// Holds a function of one number against a formula in one variable; see the others.
  @discardableResult
  public func bounded(
    _ subject: @escaping (Rounded) -> Rounded, formula: Formula, over domain: Domain<Rounded>,
    count: Int = Claim.defaultBoundedPoints
  ) -> Claim {
    bounded(subject, .formula(formula), over: domain, count)
  }

  /// Holds what a function computes in `Double` against other code, which runs in balls.
  ///
  /// The same function as its own reference shows how little rounding does to it, not that it
  /// computes the right thing, and its card says so.
  @discardableResult
  public func bounded<Point: RoundedNumbers, Value: RoundedNumbers>(
    _ subject: @escaping (Point) -> Value,
    reference: @escaping (Point.Balls) -> Value.Balls, over domain: Domain<Point>,
    count: Int = Claim.defaultBoundedPoints
  ) -> Claim {
    bounded(subject, .code(reference, Point.self, Value.self), over: domain, count)
  }

  @discardableResult
  @available(
    *, unavailable,
    message: "code for Double alone carries no error bound; make it generic, or use .sampled"
  )
  public func bounded(
    _ subject: @escaping (Double) -> Double, formula: @escaping (Formula) -> Formula,
    over domain: Domain<Double>
  ) -> Claim { fatalError("unavailable") }

  /// Points that a check draws unless the author says otherwise; each costs an enclosure.
  public static var defaultBoundedPoints: Int { 2_000 }

  private func bounded<Point: RoundedNumbers, Value: RoundedNumbers>(
    _ subject: @escaping (Point) -> Value, _ truth: TrueValues, over domain: Domain<Point>,
    _ count: Int
  ) -> Claim {
    let prover = RoundingPointProver<Point, Value>(
      over: domain, truth, count: count, stream: stream)
    let trial = { (subject: @escaping (Point) -> Value) in prover.trial(of: subject) }
    return record(.subject { ($0 as? (Point) -> Value).map(trial) }) {
      contradicted(prover.prove(subject), subject, trial)
    }
  }
}
