/// Shows that comparisons hold at one point.
public struct WitnessCertificate: Codable, Sendable, Hashable {
  /// Two steps and one of ≤ < = ≥ > between them.
  public struct Comparison: Codable, Sendable, Hashable {
    public var left: Int
    public var relation: String
    public var right: Int

    public init(_ left: Int, _ relation: String, _ right: Int) {
      self.left = left
      self.relation = relation
      self.right = right
    }

    public init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      left = try parts.decode(Int.self)
      relation = try parts.decode(String.self)
      right = try parts.decode(Int.self)
      guard parts.isAtEnd else {
        throw DecodingError.dataCorruptedError(
          in: parts, debugDescription: "a comparison has three parts")
      }
    }

    public func encode(to encoder: any Encoder) throws {
      var parts = encoder.unkeyedContainer()
      try parts.encode(left)
      try parts.encode(relation)
      try parts.encode(right)
    }
  }

  public var steps: [FormulaStep]
  /// Of the atoms, in the order in which they stand among the steps.
  public var values: [String]
  public var comparisons: [Comparison]

  public init(steps: [FormulaStep], values: [String], comparisons: [Comparison]) {
    self.steps = steps
    self.values = values
    self.comparisons = comparisons
  }
}
