import MathCore

/// A formula as a Double program: its operations in the order in which they are written, one
/// rounding each.
package struct ComputedFormula: Sendable {
  let formula: Formula
  let variables: [Variable]
  private let tape: Tape

  /// - Parameter variables: the inputs, in order; every free variable of the formula is among them.
  package init(_ formula: Formula, variables: [Variable]) {
    self.formula = formula
    self.variables = variables
    tape = Tape([formula.node], variables: variables)
  }

  /// Why it cannot be computed, or `nil`.
  package var obstacle: String? {
    if formula.node.mayBeComplex { return "the formula is complex" }
    do {
      _ = try tape.evaluate(variables.map { _ in RoundedRange(1) }, precision: 53)
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// Its value on a box; nothing is known of it where there is none.
  package func callAsFunction(_ inputs: Vector<RoundedRange>) -> RoundedRange {
    (try? tape.evaluate(inputs.entries, precision: Ball.defaultPrecision))?.first
      ?? RoundedRange(exact: Ball(exactly: .nan), error: .infinity, value: .nan)
  }

  /// Encloses its exact values.
  func enclosure(_ inputs: [RoundedRange]) -> Ball {
    (try? tape.evaluate(inputs.map(\.exact), precision: Ball.defaultPrecision))?.first
      ?? Ball(exactly: .nan)
  }
}
