/// Shows that comparisons hold at one point.
public struct WitnessCertificate: Codable, Sendable, Hashable {
  /// Of two steps.
  public typealias Comparison = Compared<Int>

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
