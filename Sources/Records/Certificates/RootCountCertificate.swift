/// Shows how many different real roots a polynomial has in an interval.
///
/// It is a constant times powers of factors whose product has no multiple root, which its Sturm
/// chain shows by ending in a constant; the chain counts that product's roots.
public struct RootCountCertificate: Codable, Sendable, Hashable {
  /// The last step is the polynomial.
  public var steps: [FormulaStep]
  public var atom: String
  /// A missing end is infinite.
  public var lower: SignCertificate.End?
  public var upper: SignCertificate.End?
  public var constant: String
  /// Without chains of their own.
  public var factors: [SignCertificate.Factor]
  /// Of the product of the factors.
  public var chain: [SignCertificate.ChainStep]
  public var count: Int

  public init(
    steps: [FormulaStep], atom: String, lower: SignCertificate.End?, upper: SignCertificate.End?,
    constant: String, factors: [SignCertificate.Factor], chain: [SignCertificate.ChainStep],
    count: Int
  ) {
    self.steps = steps
    self.atom = atom
    self.lower = lower
    self.upper = upper
    self.constant = constant
    self.factors = factors
    self.chain = chain
    self.count = count
  }
}
