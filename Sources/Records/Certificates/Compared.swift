/// Two sides and one of ≤ < = ≥ > between them; in JSON a list of three.
public struct Compared<Side: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
  public var left: Side
  public var relation: String
  public var right: Side

  public init(_ left: Side, _ relation: String, _ right: Side) {
    self.left = left
    self.relation = relation
    self.right = right
  }

  public init(from decoder: any Decoder) throws {
    var parts = try decoder.unkeyedContainer()
    left = try parts.decode(Side.self)
    relation = try parts.decode(String.self)
    right = try parts.decode(Side.self)
    guard parts.isAtEnd else {
      throw DecodingError.dataCorruptedError(
        in: parts, debugDescription: "a comparison has three parts")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var parts = encoder.unkeyedContainer()
    try parts.encode(left)
    try parts.encode(relation)
    try parts.encode(right)
  }
}
