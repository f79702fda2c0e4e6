import MathCore
import Records

/// Steps that are polynomials in their atoms, multiplied out.
struct PolynomialSteps {
  typealias Form = IdentityReading.Form

  private(set) var forms: [Form] = []

  /// Products of terms that one multiplication may form, and the degree of a term.
  private static let termLimit = 1_000_000
  private static let degreeLimit = 1_000

  init(_ steps: [FormulaStep]) throws(Rejection) {
    try needNames(steps)
    for step in steps { forms.append(try form(of: step)) }
  }

  func form(_ step: Int) throws(Rejection) -> Form {
    try need(forms.indices.contains(step), "a step that is not there")
    return forms[step]
  }

  func product(_ a: Form, _ b: Form) throws(Rejection) -> Form {
    guard let product = a.times(b, Self.termLimit, Self.degreeLimit) else {
      throw Rejection("too large a polynomial")
    }
    return product
  }

  private func form(of step: FormulaStep) throws(Rejection) -> Form {
    switch (step.operation, step.operands.count) {
    case ("number", 0): return .constant(Complex(try number(try known(step.text)), 0))
    case ("atom", 0): return [[forms.count, 1]: .one]
    case ("negate", 1): return Form().plus(try form(step.operands[0]), times: -.one)
    case ("+", 2):
      return try form(step.operands[0]).plus(try form(step.operands[1]), times: .one)
    case ("-", 2):
      return try form(step.operands[0]).plus(try form(step.operands[1]), times: -.one)
    case ("*", 2): return try product(try form(step.operands[0]), try form(step.operands[1]))
    case ("^", 2):
      let base = try form(step.operands[0])
      try need(0...Self.degreeLimit ~= step.operands[1], "an exponent out of range")
      var power = Form.constant(.one)
      for _ in 0..<step.operands[1] { power = try product(power, base) }
      return power
    default: throw Rejection("an operation that no polynomial has")
    }
  }
}
