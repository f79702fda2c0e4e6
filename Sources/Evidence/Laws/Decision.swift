import MathCore

/// What a comparison of two computed numbers comes to. Four values, so that "cannot tell" and
/// "could not have failed" never look like success.
package enum Decision: Sendable, Equatable {
  case holds, fails, undecided, uninformative
}

/// One comparison, decided, with the numbers that a page needs.
package struct Judgement: Sendable {
  package var decision: Decision
  /// |left − right| for an equality, the amount by which an inequality is missed otherwise (≤ 0
  /// when it holds), as far as a double tells.
  package var deviation: Double
  /// What was allowed: 0 for exact arithmetic.
  package var tolerance: Double
  /// The size of the compared values: relative changes are relative to this.
  package var scale: Double

  package init(
    _ decision: Decision, deviation: Double = 0, tolerance: Double = 0, scale: Double = 0
  ) {
    self.decision = decision
    self.deviation = deviation
    self.tolerance = tolerance
    self.scale = scale
  }
}

extension Judgement {
  /// A comparison whose sides are known to be equal.
  init(ofEqualSides relation: RelationSign) {
    self.init(relation.isStrict ? .fails : .holds)
  }

  /// The smallest relative change of a side that this comparison, which holds, would refute in
  /// either direction (an equality) or against the inequality; infinite when there is no such.
  func sensitivity(of relation: RelationSign) -> Double {
    guard decision == .holds, scale > 0, scale.isFinite else { return .infinity }
    let room = relation == .equal ? tolerance + deviation : tolerance - deviation
    return Swift.max(room, 0) / scale
  }

  /// An inequality that holds only within a tolerance as large as anything that is compared.
  func couldNotFail(among scale: Double) -> Bool {
    tolerance > 0 && deviation > -tolerance && tolerance >= scale
  }
}

/// Numbers whose comparisons can be decided, each in its own way.
public protocol Decidable: Field {
  /// How one scalar is called on the page: "Rational", "Double".
  static var scalarName: String { get }
  /// The number as text that a reader can check.
  var witnessText: String { get }
  /// The same with as many digits as there are, for numbers that differ in late ones.
  var longWitnessText: String { get }
  /// `left − right` compared with zero; `nil` when this cannot be decided. With the tolerance that
  /// the arithmetic itself knows.
  static func difference(_ left: Self, _ right: Self) -> Difference
}

extension Decidable {
  public var longWitnessText: String { witnessText }
}

/// A difference of two numbers as far as it is known.
public enum Difference: Sendable {
  /// The exact sign of left − right, its size, and the size of the two sides.
  case exact(sign: Int, size: Double, scale: Double)
  /// A machine number with a derived tolerance, and the size of the two sides.
  case rounded(Double, tolerance: Double, scale: Double)
  /// An enclosure: certain signs only.
  case enclosed(isPositive: Bool, isNegative: Bool, isZero: Bool, size: Double)
  /// Not a number, or infinite: compared as machine numbers are.
  case nonFinite(Double, Double)
}

/// How strictly machine numbers are compared.
package enum Strictness: Sendable {
  /// Within the tolerance that their history gives.
  case tolerant
  /// As the numbers that they are: for single values that code returned.
  case literal
  /// Only what no rounding could have turned round counts as true: for hypotheses.
  case certain
}

extension Relation where S: Decidable {
  package static func judge(_ side: Side, _ strictness: Strictness = .tolerant) -> Judgement {
    switch S.difference(side.left, side.right) {
    case .exact(let sign, let size, let scale): judgeExact(sign, size, scale, side.relation)
    case .rounded(let value, let tolerance, let scale):
      judgeRounded(
        value, strictness == .literal ? 0 : tolerance, scale, side.relation,
        isCertain: strictness == .certain)
    case .enclosed(let isPositive, let isNegative, let isZero, let size):
      judgeEnclosed((isPositive, isNegative, isZero), size, side.relation)
    case .nonFinite(let left, let right): judgeNonFinite(left, right, side.relation)
    }
  }

  /// NaN fails whatever is said of it; infinities are ordered, and equal to none.
  private static func judgeNonFinite(
    _ left: Double, _ right: Double, _ relation: RelationSign
  ) -> Judgement {
    let holds =
      switch relation {
      case .equal: false
      case .lessOrEqual: left <= right
      case .less: left < right
      case .greaterOrEqual: left >= right
      case .greater: left > right
      }
    return Judgement(holds ? .holds : .fails, deviation: holds ? -Double.infinity : .infinity)
  }

  private static func judgeExact(
    _ sign: Int, _ size: Double, _ scale: Double, _ relation: RelationSign
  ) -> Judgement {
    let holds =
      switch relation {
      case .equal: sign == 0
      case .lessOrEqual: sign <= 0
      case .less: sign < 0
      case .greaterOrEqual: sign >= 0
      case .greater: sign > 0
      }
    let deviation = relation == .equal || !holds ? size : -size
    return Judgement(holds ? .holds : .fails, deviation: deviation, scale: scale)
  }

  private static func judgeRounded(
    _ value: Double, _ tolerance: Double, _ scale: Double, _ relation: RelationSign,
    isCertain: Bool
  ) -> Judgement {
    let miss =
      switch relation {
      case .equal: Swift.abs(value)
      case .lessOrEqual, .less: value
      case .greaterOrEqual, .greater: -value
      }
    let isClear = relation != .equal && (relation.isStrict ? miss < -tolerance : miss <= -tolerance)
    let decision: Decision
    if miss > tolerance || (relation.isStrict && tolerance == 0 && miss == 0) {
      decision = .fails
    } else if isClear || (tolerance == 0 && miss == 0) {
      decision = .holds
    } else if isCertain || relation.isStrict {
      // A strict inequality between rounded numbers is seen only outside of the tolerance.
      decision = isCertain ? .undecided : .uninformative
    } else {
      decision = relation == .equal && tolerance >= scale ? .uninformative : .holds
    }
    return Judgement(decision, deviation: miss, tolerance: tolerance, scale: scale)
  }

  private static func judgeEnclosed(
    _ sign: (isPositive: Bool, isNegative: Bool, isZero: Bool), _ size: Double,
    _ relation: RelationSign
  ) -> Judgement {
    let (holds, fails) =
      switch relation {
      case .equal: (sign.isZero, sign.isPositive || sign.isNegative)
      case .lessOrEqual: (sign.isNegative || sign.isZero, sign.isPositive)
      case .less: (sign.isNegative, sign.isPositive || sign.isZero)
      case .greaterOrEqual: (sign.isPositive || sign.isZero, sign.isNegative)
      case .greater: (sign.isPositive, sign.isNegative || sign.isZero)
      }
    return Judgement(holds ? .holds : fails ? .fails : .undecided, deviation: size)
  }
}
