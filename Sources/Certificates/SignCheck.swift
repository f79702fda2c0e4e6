import MathCore
import Records

extension SignCertificate {
  func check() throws(Rejection) -> Conclusion {
    try need(["≥", ">"].contains(relation), "neither ≥ nor >")
    let isStrict = relation == ">"
    let formula = try Quotient(steps, atom: atom)
    let interval = try Interval(self)
    var product = Coefficients([try number(constant)])
    for factor in factors {
      let f = try Coefficients(factor.polynomial)
      try need(f.count > 1 && factor.power > 0, "a factor without a root or without a power")
      try need(factor.power <= maximumLength / f.count, "a factor of too high a degree")
      for _ in 0..<factor.power { product = product * f }
      let changesSign = factor.power % 2 == 1
      let mustNotVanish = isStrict && !f.divides(formula.poles)
      guard changesSign || mustNotVanish else { continue }
      let chain = try SturmSigns(f, try known(factor.chain))
      let inside = chain.roots(inside: interval)
      try need(!changesSign || inside == 0, "its sign changes inside of the interval")
      let atEnds = interval.ownEnds.count { f.value(at: $0) == 0 }
      try need(!mustNotVanish || inside + atEnds == 0, "it vanishes in the interval")
    }
    try need(product == formula.numerator * formula.denominator, "the factors give another product")
    let x = try number(point)
    try need(interval.holdsInside(x), "the point is not inside of the interval")
    try need(product.value(at: x) > 0, "it is not positive at the point")
    return .proved
  }

  var disturbed: SignCertificate? {
    guard let other = Certificates.disturbed(constant) else { return nil }
    var copy = self
    copy.constant = other
    return copy
  }
}

/// The formula as N/D, and a polynomial that vanishes wherever it divides by zero.
private struct Quotient {
  var numerator = Coefficients.one
  var denominator = Coefficients.one
  var poles = Coefficients.one

  init(_ steps: [FormulaStep], atom: String) throws(Rejection) {
    var parts: [(over: Coefficients, under: Coefficients)] = []
    for step in steps {
      let part = try Self.value(of: step, atom, parts, &poles)
      try need(
        part.over.count + part.under.count + poles.count <= maximumLength, "too high a degree")
      parts.append(part)
    }
    guard let last = parts.last else { throw Rejection("an empty formula") }
    (numerator, denominator) = last
  }

  private static func value(
    of step: FormulaStep, _ atom: String, _ parts: [(over: Coefficients, under: Coefficients)],
    _ poles: inout Coefficients
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
      poles = poles * b.over
      return (a.over * b.under, a.under * b.over)
    case ("^", 2):
      var base = try operand(0)
      let exponent = step.operands[1]
      if exponent < 0 {
        try need(!base.over.isZero, "a negative power of zero")
        poles = poles * base.over
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

/// Coefficients that a polynomial may have.
private let maximumLength = 2_000

private struct Interval {
  let lower: (value: Rational, isIncluded: Bool)?
  let upper: (value: Rational, isIncluded: Bool)?

  init(_ certificate: SignCertificate) throws(Rejection) {
    lower = try certificate.lower.map { end throws(Rejection) in
      (try number(end.value), end.isIncluded)
    }
    upper = try certificate.upper.map { end throws(Rejection) in
      (try number(end.value), end.isIncluded)
    }
  }

  func holdsInside(_ x: Rational) -> Bool {
    lower.map { $0.value < x } ?? true && upper.map { x < $0.value } ?? true
  }

  var ownEnds: [Rational] {
    [lower, upper].compactMap { $0 }.filter(\.isIncluded).map(\.value)
  }
}

/// A Sturm chain, rebuilt from its quotients.
private struct SturmSigns {
  let members: [Coefficients]

  init(_ f: Coefficients, _ steps: [SignCertificate.ChainStep]) throws(Rejection) {
    var members = [f, f.derivative]
    for step in steps {
      let (scale, carry) = (try number(step.scale), try number(step.carry))
      try need(scale > 0 && carry > 0, "a chain with a factor that is not positive")
      let next =
        try Coefficients(step.quotient) * members[members.count - 1]
        + members[members.count - 2].scaled(by: -scale)
      try need(next.count <= f.count, "a chain that grows")
      members.append(next.scaled(by: 1 / carry))
    }
    try need(members[members.count - 1].count == 1, "a chain that does not end in a constant")
    self.members = members
  }

  /// Roots strictly between the ends.
  func roots(inside interval: Interval) -> Int {
    let left = interval.lower.map { end in members.map { $0.value(at: end.value).sign } }
    let right = interval.upper.map { end in members.map { $0.value(at: end.value).sign } }
    let count =
      changes(left ?? members.map(\.signFarLeft)) - changes(right ?? members.map(\.signFarRight))
    return right?[0] == 0 ? count - 1 : count
  }

  private func changes(_ signs: [Int]) -> Int {
    let present = signs.filter { $0 != 0 }
    return zip(present, present.dropFirst()).count { $0 != $1 }
  }
}
