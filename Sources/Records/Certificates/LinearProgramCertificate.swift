/// Shows what a linear program comes to, or that it does not come to what is said.
///
/// `multipliers` are one for each constraint. For a maximum they are not negative where the
/// relation is ≤ or <, not positive where it is ≥ or >, and any number for =. If they combine the
/// constraints to the objective they bound it by Σ yᵢbᵢ; if they combine them to zero with Σ yᵢbᵢ <
/// 0, no point satisfies the constraints. A minimum is the maximum of the objective's negative, and
/// its multipliers are those of that maximum.
public struct LinearProgramCertificate: Codable, Sendable, Hashable {
  public enum Property: String, Codable, Sendable {
    /// The optimum is `value`.
    case optimum
    /// No point goes beyond `value`; with `strictBound` none reaches it.
    case bound
    case strictBound = "strict bound"
    case infeasible, unbounded
  }

  public enum Goal: String, Codable, Sendable { case maximize, minimize }

  public struct Constraint: Codable, Sendable, Hashable {
    public var coefficients: [String]
    /// One of ≤ < = ≥ >.
    public var relation: String
    public var bound: String

    public init(coefficients: [String], relation: String, bound: String) {
      self.coefficients = coefficients
      self.relation = relation
      self.bound = bound
    }
  }

  public var property: Property
  /// Whether it shows that the property fails.
  public var refutes: Bool
  public var goal: Goal
  public var names: [String]
  public var objective: [String]
  /// Added to the objective.
  public var offset: String
  public var constraints: [Constraint]
  public var value: String?
  public var multipliers: [String]?
  public var point: [String]?
  /// Leads from the point to ever better ones.
  public var direction: [String]?

  public init(
    _ property: Property, refutes: Bool, goal: Goal, names: [String], objective: [String],
    offset: String, constraints: [Constraint], value: String? = nil
  ) {
    self.property = property
    self.refutes = refutes
    self.goal = goal
    self.names = names
    self.objective = objective
    self.offset = offset
    self.constraints = constraints
    self.value = value
  }
}
