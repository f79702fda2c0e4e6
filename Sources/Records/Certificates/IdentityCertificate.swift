/// Shows that two formulas are equal wherever both have a value.
///
/// Each is a quotient of polynomials in independent atoms: variables and opaque parts, `e^m` and
/// `e^{im}` for the monomials m of exponents. The steps tell the degree of the difference's
/// numerator in each atom; it vanishes on a grid of more values than that in every direction, so it
/// is zero.
public struct IdentityCertificate: Codable, Sendable, Hashable {
  public struct Atom: Codable, Sendable, Hashable {
    public enum Kind: String, Codable, Sendable, Comparable {
      /// e^{m/d}, where d is the least common denominator of the factors that m comes with.
      case growth
      /// e^{im/d}; its values are cos + i sin with tangents t of half the angle.
      case rotation
      /// m itself, which is a single step.
      case value

      public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
    }

    public var kind: Kind
    /// The monomial m: a step and its power, a step and its power, …; nothing for 1.
    public var monomial: [Int]
    /// Of the difference's numerator.
    public var degree: Int
    /// More than the degree, all different.
    public var values: [String]

    public init(kind: Kind, monomial: [Int], degree: Int, values: [String]) {
      self.kind = kind
      self.monomial = monomial
      self.degree = degree
      self.values = values
    }
  }

  public var steps: [FormulaStep]
  public var left: Int
  public var right: Int
  /// Sorted by kind and monomial.
  public var atoms: [Atom]
  /// Theorems by which the steps were rewritten before.
  public var given: [String]

  public init(
    steps: [FormulaStep], left: Int, right: Int, atoms: [Atom] = [],
    given: [String]
  ) {
    self.steps = steps
    self.left = left
    self.right = right
    self.atoms = atoms
    self.given = given
  }
}
