/// What running one law over one scope found, in counts and extreme points.
///
/// The cases of a trial are whatever the method goes through: grid points of an identity, points of
/// a domain, boxes of a subdivision, samples. Each case ends in exactly one of the six counts.
public struct Trial: Codable, Sendable, Equatable {
  /// How many cases a complete run must have, when the scope is finite or a proof needs a fixed
  /// number (the grid of an identity); `nil` for boxes and samples.
  public var required: Int?
  /// The law was decided to hold.
  public var held = 0
  /// The law was decided to fail, its hypotheses certified.
  public var violated = 0
  /// Neither could be decided (a wide ball, a non-finite value).
  public var undecided = 0
  /// The tolerance reaches the value itself: the case could not have failed.
  public var uninformative = 0
  /// A hypothesis was decided to be false: the law says nothing here.
  public var excluded = 0
  /// Whether the hypotheses hold could not be decided.
  public var unclear = 0
  /// Why the run stopped before its end: a budget or something it cannot do. `nil`: it did not.
  public var stopped: String?
  /// A case in which the law fails.
  public var violation: Witness?
  /// The case nearest to failing.
  public var worst: Witness?
  /// The largest deviation seen, and what was allowed there (same unit, named in `unit`).
  public var observed: Double?
  public var bound: Double?
  public var unit: String?
  /// Where the bound is another one in each case: the largest of those that were not exceeded.
  public var widest: Double?
  /// The smallest margin that was proved (inequalities), a lower bound.
  public var margin: Double?
  /// The smallest relative change of a side that one of the cases refutes, in either direction; 0
  /// when it refutes every change.
  public var sensitivity: Double?
  /// Samples by stratum.
  public var strata: [Stratum] = []
  /// What a statistical check drew.
  public var draws: DrawSums?

  public init(required: Int? = nil) { self.required = required }

  /// Cases decided or not, hypotheses included.
  public var cases: Int { held + violated + undecided + uninformative + excluded + unclear }
}

/// A point and the two sides of the relation there, as text that a reader can check.
public struct Witness: Codable, Sendable, Equatable {
  /// Variables and their exact values (`3/2`) or, for samples, shortest round-trip decimals.
  public var point: [Binding]
  public var left: String
  public var relation: String
  public var right: String
  /// By how much at least the relation fails (or holds), when known.
  public var gap: String?

  public init(
    point: [Binding], left: String, relation: String, right: String, gap: String? = nil
  ) {
    self.point = point
    self.left = left
    self.relation = relation
    self.right = right
    self.gap = gap
  }
}

/// A variable's name (TeX) and its value.
public struct Binding: Codable, Sendable, Equatable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A family of sample points: ties, zero, huge, tiny, subnormal, one entry …
public struct Stratum: Codable, Sendable, Equatable {
  public var name: String
  public var drawn: Int
  public var accepted: Int

  public init(name: String, drawn: Int = 0, accepted: Int = 0) {
    self.name = name
    self.drawn = drawn
    self.accepted = accepted
  }
}
