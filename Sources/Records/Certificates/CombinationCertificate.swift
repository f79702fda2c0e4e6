/// Shows that polynomials are not negative (or are positive) where others are not: each is a sum of
/// positive multiples of squares and of products of what is given.
///
/// It serves forms (a sum of squares), linear programs (a sum of constraints bounds the objective;
/// −1 ≥ 0 says that no point satisfies them), and whatever else follows in this way. Atoms are any
/// real numbers.
public struct CombinationCertificate: Codable, Sendable, Hashable {
  /// One of > ≥ =, between a step and 0.
  public struct Fact: Codable, Sendable, Hashable {
    public var step: Int
    public var relation: String

    public init(_ step: Int, _ relation: String) {
      self.step = step
      self.relation = relation
    }

    public init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      step = try parts.decode(Int.self)
      relation = try parts.decode(String.self)
      guard parts.isAtEnd else {
        throw DecodingError.dataCorruptedError(in: parts, debugDescription: "a fact has two parts")
      }
    }

    public func encode(to encoder: any Encoder) throws {
      var parts = encoder.unkeyedContainer()
      try parts.encode(step)
      try parts.encode(relation)
    }
  }

  /// weight · root² · (facts, by number). The weight is positive, but for a fact that is = 0.
  public struct Term: Codable, Sendable, Hashable {
    public var weight: String
    /// A step, or none.
    public var root: [Int]
    public var given: [Int]

    public init(weight: String, root: [Int] = [], given: [Int] = []) {
      self.weight = weight
      self.root = root
      self.given = given
    }
  }

  public struct Conclusion: Codable, Sendable, Hashable {
    /// The step that is ≥ 0 or > 0.
    public var slack: Int
    public var relation: String
    /// Their sum is the slack. For > there is one without a root whose facts are all > 0.
    public var terms: [Term]

    public init(slack: Int, relation: String, terms: [Term]) {
      self.slack = slack
      self.relation = relation
      self.terms = terms
    }
  }

  public var steps: [FormulaStep]
  public var given: [Fact]
  public var conclusions: [Conclusion]

  public init(steps: [FormulaStep], given: [Fact], conclusions: [Conclusion]) {
    self.steps = steps
    self.given = given
    self.conclusions = conclusions
  }
}
