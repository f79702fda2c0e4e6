/// Shows what the expectation of a number, a vector or a matrix (row after row) is: all outcomes,
/// with weights that sum to one. That the values are what they are called is not shown by it.
public struct ExpectationCertificate: Codable, Sendable, Hashable {
  public struct Outcome: Codable, Sendable, Hashable {
    public var name: String
    public var weight: String
    public var value: [String]

    public init(name: String, weight: String, value: [String]) {
      self.name = name
      self.weight = weight
      self.value = value
    }
  }

  /// "all 16 words of length 2 over 4 letters"
  public var domain: String
  /// How many outcomes the domain has.
  public var count: Int
  public var outcomes: [Outcome]
  /// What the expectation is, entry by entry.
  public var other: [String]

  public init(domain: String, count: Int, outcomes: [Outcome], other: [String]) {
    self.domain = domain
    self.count = count
    self.outcomes = outcomes
    self.other = other
  }
}
