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

/// Numbers whose comparisons can be decided, each in its own way.
public protocol Decidable: Field {
  /// How one scalar is called on the page: "Rational", "Double".
  static var scalarName: String { get }
  /// The number as text that a reader can check.
  var witnessText: String { get }
  /// `left − right` compared with zero; `nil` when this cannot be decided. With the tolerance that
  /// the arithmetic itself knows.
  static func difference(_ left: Self, _ right: Self) -> Difference
}

/// A difference of two numbers as far as it is known.
public enum Difference: Sendable {
  /// The exact sign of left − right and its size.
  case exact(sign: Int, size: Double)
  /// A machine number with a derived tolerance, and the size of the two sides.
  case rounded(Double, tolerance: Double, scale: Double)
  /// An enclosure: certain signs only.
  case enclosed(isPositive: Bool, isNegative: Bool, isZero: Bool, size: Double)
  /// Not a number, or infinite where it matters.
  case nonFinite
}

extension Relation where S: Decidable {
  package static func judge(_ side: Side) -> Judgement {
    switch S.difference(side.left, side.right) {
    case .exact(let sign, let size): judgeExact(sign, size, side.relation)
    case .rounded(let value, let tolerance, let scale):
      judgeRounded(value, tolerance, scale, side.relation)
    case .enclosed(let isPositive, let isNegative, let isZero, let size):
      judgeEnclosed((isPositive, isNegative, isZero), size, side.relation)
    case .nonFinite: Judgement(.fails, deviation: .infinity)
    }
  }

  private static func judgeExact(
    _ sign: Int, _ size: Double, _ relation: RelationSign
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
    return Judgement(holds ? .holds : .fails, deviation: deviation)
  }

  private static func judgeRounded(
    _ value: Double, _ tolerance: Double, _ scale: Double, _ relation: RelationSign
  ) -> Judgement {
    let miss =
      switch relation {
      case .equal: Swift.abs(value)
      case .lessOrEqual, .less: value
      case .greaterOrEqual, .greater: -value
      }
    let decision: Decision
    if miss > tolerance {
      decision = .fails
    } else if relation.isStrict {
      // A strict inequality between rounded numbers is seen only outside of the tolerance.
      decision = miss < -tolerance || (tolerance == 0 && miss < 0) ? .holds : .uninformative
    } else if relation == .equal && tolerance >= scale && tolerance > 0 {
      decision = .uninformative
    } else {
      decision = .holds
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
