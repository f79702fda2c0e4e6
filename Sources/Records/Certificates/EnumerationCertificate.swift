/// Shows that comparisons hold at every point of a finite domain: all of them are listed, with both
/// sides as computed there. That the sides are what they are called is not shown by it.
public struct EnumerationCertificate: Codable, Sendable, Hashable {
  /// Of two numbers.
  public typealias Comparison = Compared<String>

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
