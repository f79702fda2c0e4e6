import MathCore
import Records

/// A law at exact points: decided in rationals where that is possible, in balls of growing
/// precision otherwise. What it says is certain.
package struct PointEvaluator: Sendable {
  package enum Outcome: Sendable {
    /// A hypothesis is false here, or cannot be decided.
    case excluded, unclear
    case holds(margin: Double)
    case fails(Witness)
    case undecided(String?)
  }

  package let law: Law
  package let variables: [Variable]
  private let tape: Tape
  private let isComplex: Bool
  let holdsIntegral: Bool

  /// - Parameter variables: those of a point, in order, if they are more than the law's own.
  package init(_ law: Law, variables: [Variable]? = nil) {
    self.law = law
    holdsIntegral = law.nodes.contains { $0.contains(\.isIntegral) }
    self.variables = variables ?? law.freeVariables
    tape = Tape(law.nodes, variables: self.variables)
    isComplex = law.nodes.contains(where: \.needsComplexArithmetic)
  }

  /// Bits of precision that are tried in turn for one point, and for each of many.
  private static let precisions = [128, 512, 2048]
  /// An integral is thousands of evaluations, the more the more bits.
  private static let integralPrecisions = [128, 512]
  private static let quickPrecisions = [128]

  private var precisions: [Int] { holdsIntegral ? Self.integralPrecisions : Self.precisions }

  /// - Parameter quickly: for searches through many points, where giving up costs nothing.
  package func decide(at point: [Rational], quickly: Bool = false) -> Outcome {
    if let values = try? tape.evaluate(point, precision: 0) {
      return outcome(values, point.map(\.description))
    }
    return decide(
      at: { precision in point.map { Ball($0, precision: precision) } },
      named: point.map(\.description),
      quickly && (!point.isEmpty || holdsIntegral) ? Self.quickPrecisions : precisions)
  }

  /// The same with so many bits and no more.
  func decide(at point: [Rational], precision: Int) -> Outcome {
    decide(
      at: { bits in point.map { Ball($0, precision: bits) } }, named: point.map(\.description),
      [precision])
  }

  /// Whether the variables may have these values.
  func isWithinSpans(_ point: [Rational]) -> Bool {
    zip(variables, point).allSatisfy { $0.span.contains($1) }
  }

  /// Whether nothing speaks against a witness when its point is computed again with other bits: a
  /// fault that depends on them must refute nothing.
  func confirms(_ witness: Witness) -> Bool {
    let point = witness.point.compactMap { Rational($0.value) }
    guard point.count == variables.count, point.count == witness.point.count,
      isWithinSpans(point)
    else { return false }
    if (try? tape.evaluate(point, precision: 0)) != nil {
      if case .fails = decide(at: point) { return true }
      return false
    }
    for precision in precisions.map({ 2 * $0 }) {
      switch decide(at: point, precision: precision) {
      case .fails: return true
      case .excluded, .holds: return false
      case .unclear, .undecided: continue
      }
    }
    return true
  }

  /// Whether the hypotheses certainly hold at a point and all sides have a value there.
  func isInhabited(by point: [Rational]) -> Bool {
    if !law.hypotheses.isEmpty {
      switch decide(at: point, quickly: true) {
      case .excluded, .unclear: return false
      case .holds, .fails, .undecided: break
      }
    }
    if (try? tape.evaluate(point, precision: 0)) != nil { return true }
    return hasValues(at: point.map { Ball($0, precision: 128) })
  }

  /// Whether all sides certainly have a value.
  private func hasValues(at point: [Ball]) -> Bool {
    if isComplex {
      let values = try? tape.evaluate(point.map { ComplexBall($0) }, precision: 128)
      return values?.allSatisfy(\.isFinite) ?? false
    }
    return (try? tape.evaluate(point, precision: 128))?.allSatisfy(\.isFinite) ?? false
  }

  /// The law at a point given as closed formulas (`π/2`, `ln 2`). Where balls cannot tell two sides
  /// apart, algebra may know that they are equal: sin(π/2) = 1.
  package func decide(at point: [Formula]) -> Outcome {
    let exact = point.compactMap(\.node.rationalValue)
    let isExact = exact.count == point.count
    let inputs = Tape(point.map(\.node), variables: [])
    func outcome(equal: Set<Int>) -> Outcome {
      decide(
        at: { precision in try inputs.evaluate([Ball](), precision: precision) },
        named: isExact ? exact.map(\.description) : point.map(\.tex), equal: equal, precisions)
    }
    let byBalls = isExact ? decide(at: exact) : outcome(equal: [])
    switch byBalls {
    case .unclear, .undecided(nil): break
    case .excluded, .holds, .fails, .undecided: return byBalls
    }
    guard let balls = try? inputs.evaluate([Ball](), precision: 128), hasValues(at: balls) else {
      return byBalls
    }
    let values = Dictionary(uniqueKeysWithValues: zip(variables, point.map(\.node)))
    let comparisons = law.hypotheses + law.conclusions
    let equal = comparisons.indices.filter { comparisons[$0].slack.vanishes(at: values) }
    return equal.isEmpty ? byBalls : outcome(equal: Set(equal))
  }

  /// - Parameter equal: comparisons, hypotheses first, whose sides are known to be equal.
  private func decide(
    at point: (Int) throws -> [Ball], named: [String], equal: Set<Int> = [], _ precisions: [Int]
  ) -> Outcome {
    var last = Outcome.undecided(nil)
    for precision in precisions {
      do {
        let inputs = try point(precision)
        last =
          isComplex
          ? complexOutcome(
            try tape.evaluate(inputs.map { ComplexBall($0) }, precision: precision), named, equal)
          : outcome(try tape.evaluate(inputs, precision: precision), named, equal)
      } catch let reason as Undefined {
        return .undecided(reason.description)
      } catch {
        return .undecided("\(error)")
      }
      switch last {
      case .undecided, .unclear: continue
      case .excluded, .holds, .fails: return last
      }
    }
    return last
  }

  private func outcome<S: Decidable>(
    _ values: [S], _ point: [String], _ equal: Set<Int> = []
  ) -> Outcome {
    var margin = Double.infinity
    var isOpen = false
    for (index, comparison) in (law.hypotheses + law.conclusions).enumerated() {
      let (left, right) = (values[2 * index], values[2 * index + 1])
      let judgement =
        equal.contains(index)
        ? Judgement(ofEqualSides: comparison.relation)
        : Relation.judge(.init(left: left, relation: comparison.relation, right: right))
      let isHypothesis = index < law.hypotheses.count
      switch (isHypothesis, judgement.decision) {
      case (true, .holds): continue
      case (true, .fails): return .excluded
      case (true, .undecided), (true, .uninformative): return .unclear
      case (false, .holds): margin = Swift.min(margin, Swift.abs(judgement.deviation))
      case (false, .fails):
        var texts = (left.witnessText, right.witnessText)
        if texts.0 == texts.1, !equal.contains(index) {
          texts = (left.longWitnessText, right.longWitnessText)
        }
        return .fails(witness(point, texts.0, comparison, texts.1, judgement))
      case (false, .undecided), (false, .uninformative): isOpen = true
      }
    }
    return isOpen ? .undecided(nil) : .holds(margin: margin)
  }

  /// Complex values: equalities only, by the real and the imaginary part.
  private func complexOutcome(
    _ values: [ComplexBall], _ point: [String], _ equal: Set<Int>
  ) -> Outcome {
    let sides = stride(from: 0, to: values.count, by: 2).map { (values[$0], values[$0 + 1]) }
    var isOpen = false
    for (index, (comparison, side)) in zip(law.hypotheses + law.conclusions, sides).enumerated() {
      let isHypothesis = index < law.hypotheses.count
      if equal.contains(index), !comparison.relation.isStrict { continue }
      let difference = side.0 - side.1
      let isReal = difference.im.lower == 0 && difference.im.upper == 0
      guard comparison.relation == .equal || isReal else {
        return .undecided("complex numbers have no order")
      }
      let real = Relation<Ball>.judge(
        .init(left: side.0.re, relation: comparison.relation, right: side.1.re))
      let imaginary = Relation<Ball>.judge(
        .init(left: side.0.im, relation: .equal, right: side.1.im))
      if real.decision == .fails || (comparison.relation == .equal && imaginary.decision == .fails)
      {
        if isHypothesis { return .excluded }
        return .fails(
          witness(
            point, side.0.witnessText, comparison, side.1.witnessText,
            real.decision == .fails ? real : imaginary))
      }
      let holds = real.decision == .holds && (isReal || imaginary.decision == .holds)
      if !holds {
        if isHypothesis { return .unclear }
        isOpen = true
      }
    }
    return isOpen ? .undecided(nil) : .holds(margin: 0)
  }

  private func witness(
    _ point: [String], _ left: String, _ comparison: Comparison, _ right: String,
    _ judgement: Judgement
  ) -> Witness {
    Witness(
      point: zip(variables, point).map { Binding($0.name, $1) }, left: left,
      relation: comparison.relation.rawValue, right: right,
      gap: judgement.deviation.isFinite && judgement.deviation != 0
        ? "\(Swift.abs(judgement.deviation))" : nil)
  }
}

extension ComplexBall {
  /// The number as text that a reader can check; a real one without an imaginary part.
  fileprivate var witnessText: String {
    im.lower == 0 && im.upper == 0 ? re.witnessText : "\(re.witnessText) + (\(im.witnessText))i"
  }
}
