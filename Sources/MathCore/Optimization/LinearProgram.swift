// Linear programs over the rationals: the largest or least value of a linear function where linear
// constraints hold, exactly, with what proves it.

/// The largest (or least) value of c·x + offset over all x ∈ ℚⁿ with aᵢ·x ≤, = or ≥ bᵢ.
///
/// Variables are free; that one is not negative is a constraint like any other.
public struct LinearProgram: Sendable {
  public enum Goal: String, Sendable { case maximize, minimize }

  public enum Relation: String, Sendable {
    case atMost = "≤"
    case equal = "="
    case atLeast = "≥"
  }

  public struct Constraint: Sendable {
    public var coefficients: Vector<Rational>
    public var relation: Relation
    public var bound: Rational

    public init(_ coefficients: Vector<Rational>, _ relation: Relation, _ bound: Rational) {
      self.coefficients = coefficients
      self.relation = relation
      self.bound = bound
    }

    /// Whether a point satisfies it.
    public func holds(at x: Vector<Rational>) -> Bool {
      let value = coefficients.dot(x)
      return switch relation {
      case .atMost: value <= bound
      case .equal: value == bound
      case .atLeast: value >= bound
      }
    }
  }

  public var goal: Goal
  public var objective: Vector<Rational>
  public var offset: Rational
  public var constraints: [Constraint]
  /// How the variables are called.
  public var names: [String]

  /// - Precondition: all constraints have as many coefficients as the objective.
  public init(
    _ goal: Goal, _ objective: Vector<Rational>, offset: Rational = 0,
    subjectTo constraints: [Constraint], names: [String]? = nil
  ) {
    for constraint in constraints {
      require(
        constraint.coefficients.count == objective.count,
        "a constraint has \(constraint.coefficients.count) coefficients, the objective "
          + "\(objective.count)")
    }
    self.goal = goal
    self.objective = objective
    self.offset = offset
    self.constraints = constraints
    self.names = names ?? (0..<objective.count).map { "x_{\($0 + 1)}" }
    require(self.names.count == objective.count, "a linear program needs a name for each variable")
  }

  /// How a program comes out. Multipliers are one for each constraint; those of a maximum are not
  /// negative where the relation is ≤ and not positive where it is ≥ (for a minimum, the other way
  /// round), and Σ yᵢaᵢ = c, so that Σ yᵢbᵢ bounds c·x.
  public enum Solution: Sendable {
    /// c·x + offset = value at the point, and the multipliers show that no point does better.
    case optimal(value: Rational, point: Vector<Rational>, multipliers: Vector<Rational>)
    /// Σ yᵢaᵢ = 0 with Σ yᵢbᵢ < 0, signs as for a maximum: no point satisfies the constraints.
    case infeasible(multipliers: Vector<Rational>)
    /// From the point on, along the direction, the constraints hold and the objective has no bound.
    case unbounded(point: Vector<Rational>, direction: Vector<Rational>)
  }

  /// Solves the program by the simplex method with Bland's rule, which ends always (R. G. Bland,
  /// Math. Oper. Res. 2, 1977).
  ///
  /// - Returns: `nil` when that takes more than `pivots` steps.
  public func solution(pivots: Int = 10_000) -> Solution? {
    SimplexForm(self).solution(pivots: pivots)
  }
}
