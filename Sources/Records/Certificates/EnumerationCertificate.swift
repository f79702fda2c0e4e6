/// Shows that comparisons hold at every point of a finite domain: all of them are listed, with both
/// sides as computed there. That the sides are what they are called is not shown by it.
public struct EnumerationCertificate: Codable, Sendable, Hashable {
  /// Two numbers and one of ≤ < = ≥ > between them.
  public struct Comparison: Codable, Sendable, Hashable {
    public var left: String
    public var relation: String
    public var right: String

    public init(_ left: String, _ relation: String, _ right: String) {
      self.left = left
      self.relation = relation
      self.right = right
    }

    public init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      left = try parts.decode(String.self)
      relation = try parts.decode(String.self)
      right = try parts.decode(String.self)
      guard parts.isAtEnd else {
        throw DecodingError.dataCorruptedError(
          in: parts, debugDescription: "a comparison has three parts")
      }
    }

    public func encode(to encoder: any Encoder) throws {
      var parts = encoder.unkeyedContainer()
      for part in [left, relation, right] { try parts.encode(part) }
    }
  }

  public struct Point: Codable, Sendable, Hashable {
    public var name: String
    /// Where one of them fails, nothing is said.
    public var hypotheses: [Comparison]?
    public var conclusions: [Comparison]

    public init(name: String, hypotheses: [Comparison]?, conclusions: [Comparison]) {
      self.name = name
      self.hypotheses = hypotheses
      self.conclusions = conclusions
    }
  }

  /// "all 729 points of …"
  public var domain: String
  /// How many points the domain has.
  public var count: Int
  public var points: [Point]

  public init(domain: String, count: Int, points: [Point]) {
    self.domain = domain
    self.count = count
    self.points = points
  }
}
