/// Shows that a quotient N/D of polynomials in one number x is never negative (or always positive)
/// on an interval, wherever it has a value.
///
/// Times the square of a multiplier it is a constant times powers of the factors. That changes its
/// sign at most at roots of factors with an odd power, which therefore must have none inside of the
/// interval; for strict positivity, no factor has a root in it. At `point`, inside, it is positive.
public struct SignCertificate: Codable, Sendable, Hashable {
  public struct End: Codable, Sendable, Hashable {
    public var value: String
    public var isIncluded: Bool

    public init(_ value: String, isIncluded: Bool) {
      self.value = value
      self.isIncluded = isIncluded
    }

    private enum CodingKeys: String, CodingKey {
      case value
      case isIncluded = "included"
    }
  }

  /// Polynomials are lists of coefficients, the lowest first.
  public struct Factor: Codable, Sendable, Hashable {
    public var polynomial: [String]
    public var power: Int
    /// Counts its roots, where that is needed.
    public var chain: [ChainStep]?

    public init(polynomial: [String], power: Int, chain: [ChainStep]?) {
      self.polynomial = polynomial
      self.power = power
      self.chain = chain
    }
  }

  /// Gives the next member of a Sturm chain, which begins with the polynomial and its derivative:
  /// scale · (last but one) = quotient · last − carry · next. The last of all is a constant.
  public struct ChainStep: Codable, Sendable, Hashable {
    public var scale: String
    public var quotient: [String]
    public var carry: String

    public init(scale: String, quotient: [String], carry: String) {
      self.scale = scale
      self.quotient = quotient
      self.carry = carry
    }
  }

  /// The last step is the quotient.
  public var steps: [FormulaStep]
  /// One of ≥ and >, between the quotient and 0.
  public var relation: String
  /// What the number is called, and what it stands for if it is no variable.
  public var atom: String
  public var meaning: String?
  /// Where it ranges; a missing end is infinite.
  public var lower: End?
  public var upper: End?
  /// A polynomial.
  public var multiplier: [String]
  public var constant: String
  public var factors: [Factor]
  public var point: String

  public init(
    steps: [FormulaStep], relation: String, atom: String, meaning: String?, lower: End?,
    upper: End?, multiplier: [String], constant: String, factors: [Factor], point: String
  ) {
    self.steps = steps
    self.relation = relation
    self.atom = atom
    self.meaning = meaning
    self.lower = lower
    self.upper = upper
    self.multiplier = multiplier
    self.constant = constant
    self.factors = factors
    self.point = point
  }
}
