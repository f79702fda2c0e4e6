/// Shows that a symmetric matrix is positive (semi)definite, or that it is not.
///
/// Proof: A = Σ wₖ vₖ vₖᵀ with all wₖ > 0. For a positive definite n × n matrix there are n terms,
/// and `pivots` names for each an entry where it is not zero and all later ones are: then the
/// vectors are independent. Refutation: an x with xᵀAx < 0 (for definiteness: x ≠ 0, xᵀAx ≤ 0).
public struct DefinitenessCertificate: Codable, Sendable, Hashable {
  public enum Property: String, Codable, Sendable {
    case semidefinite = "positive semidefinite"
    case definite = "positive definite"
  }

  public struct Square: Codable, Sendable, Hashable {
    public var weight: String
    public var vector: [String]

    public init(weight: String, vector: [String]) {
      self.weight = weight
      self.vector = vector
    }
  }

  public var property: Property
  /// Row after row.
  public var matrix: [[String]]
  /// Of a proof.
  public var squares: [Square]?
  public var pivots: [Int]?
  /// Of a refutation.
  public var counterexample: [String]?

  public init(
    _ property: Property, matrix: [[String]], squares: [Square]? = nil, pivots: [Int]? = nil,
    counterexample: [String]? = nil
  ) {
    self.property = property
    self.matrix = matrix
    self.squares = squares
    self.pivots = pivots
    self.counterexample = counterexample
  }
}
