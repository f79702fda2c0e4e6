import MathCore
import Records

/// Coefficients that a polynomial may have.
let maximumLength = 2_000

/// The formula as N/D, of which nothing is cancelled.
struct Quotient {
  private(set) var numerator = Coefficients.one
  private(set) var denominator = Coefficients.one
  /// Whether it divides by nothing but numbers.
  private(set) var isPolynomial = true

  init(_ steps: [FormulaStep], atom: String) throws(Rejection) {
    var parts: [(over: Coefficients, under: Coefficients)] = []
    for step in steps {
      let part = try value(of: step, atom, parts)
      try need(part.over.count + part.under.count <= maximumLength, "too high a degree")
      parts.append(part)
    }
    guard let last = parts.last else { throw Rejection("an empty formula") }
    (numerator, denominator) = last
  }

  private mutating func value(
    of step: FormulaStep, _ atom: String, _ parts: [(over: Coefficients, under: Coefficients)]
  ) throws(Rejection) -> (over: Coefficients, under: Coefficients) {
    func operand(_ place: Int) throws(Rejection) -> (over: Coefficients, under: Coefficients) {
      let number = step.operands.indices.contains(place) ? step.operands[place] : -1
      try need(parts.indices.contains(number), "an operand that is no earlier step")
      return parts[number]
    }
    switch (step.operation, step.operands.count) {
    case ("number", 0): return (Coefficients([try number(try known(step.text))]), .one)
    case ("atom", 0):
      try need(step.text == atom, "another atom")
      return (.variable, .one)
    case ("+", 2), ("-", 2):
      let (a, b) = (try operand(0), try operand(1))
      let right = step.operation == "+" ? b.over : b.over.scaled(by: -1)
      if a.under == b.under { return (a.over + right, a.under) }
      return (a.over * b.under + right * a.under, a.under * b.under)
    case ("negate", 1):
      let a = try operand(0)
      return (a.over.scaled(by: -1), a.under)
    case ("*", 2):
      let (a, b) = (try operand(0), try operand(1))
      return (a.over * b.over, a.under * b.under)
    case ("/", 2):
      let (a, b) = (try operand(0), try operand(1))
      try need(!b.over.isZero, "a division by zero")
      if b.over.count > 1 { isPolynomial = false }
      return (a.over * b.under, a.under * b.over)
    case ("^", 2):
      var base = try operand(0)
      let exponent = step.operands[1]
      if exponent < 0 {
        try need(!base.over.isZero, "a negative power of zero")
        if base.over.count > 1 { isPolynomial = false }
        base = (base.under, base.over)
      }
      let length = Swift.max(base.over.count, base.under.count)
      try need(exponent.magnitude <= maximumLength / Swift.max(length, 1), "too high a power")
      let count = Int(exponent.magnitude)
      return (base.over.power(count), base.under.power(count))
    default: throw Rejection("an operation that no quotient of polynomials has")
    }
  }
}
