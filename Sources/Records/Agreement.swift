/// How enclosures that a proof has used came out when they were computed again: at twice the
/// precision, and in machine arithmetic by another road.
public struct Agreement: Codable, Sendable, Equatable {
  /// Boxes, nodes or points at which they were.
  public var places = 0
  /// Values that machine arithmetic could say something about.
  public var compared = 0
  /// What disagreed, one sentence each, a few at most: a fault in what proofs rest on.
  public var alarms: [String] = []

  public init() {}
}
