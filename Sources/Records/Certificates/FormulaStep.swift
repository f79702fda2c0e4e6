/// One step of a formula that is written as a list: a number, an atom (a variable, or something
/// that stands in the place of one), or an operation on earlier steps.
///
/// In JSON `["number", "3/4"]`, `["atom", "x"]`, `["pi"]`, `["i"]`, `["+", 0, 1]`, also `-`, `*`
/// and `/`, `["negate", 2]`, `["^", 2, -3]` with an integer exponent, and `["exp", 4]`, also `log`,
/// `sin`, `cos`, `tan`, `sinh`, `cosh` and `tanh`.
public struct FormulaStep: Codable, Sendable, Hashable {
  public var operation: String
  /// Of a number or an atom.
  public var text: String?
  /// Earlier steps, by number; last, an exponent.
  public var operands: [Int]

  public init(_ operation: String, text: String? = nil, _ operands: Int...) {
    self.operation = operation
    self.text = text
    self.operands = operands
  }

  private static let withText: Set = ["number", "atom"]

  public init(from decoder: any Decoder) throws {
    var parts = try decoder.unkeyedContainer()
    operation = try parts.decode(String.self)
    text = Self.withText.contains(operation) ? try parts.decode(String.self) : nil
    operands = []
    while !parts.isAtEnd { operands.append(try parts.decode(Int.self)) }
  }

  public func encode(to encoder: any Encoder) throws {
    var parts = encoder.unkeyedContainer()
    try parts.encode(operation)
    if let text { try parts.encode(text) }
    for operand in operands { try parts.encode(operand) }
  }
}
