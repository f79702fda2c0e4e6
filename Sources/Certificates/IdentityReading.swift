import MathCore
import Records

/// What the steps of an identity are made of, read without computing any value: polynomial forms,
/// as far as exponents need them, and exponentials as products of atoms.
struct IdentityReading {
  /// A step and its power, a step and its power, …, by step.
  typealias Monomial = [Int]
  typealias Form = [Monomial: Complex<Rational>]

  struct Atom: Hashable {
    var kind: IdentityCertificate.Atom.Kind
    var monomial: Monomial
  }

  /// i^turns times powers of atoms and of steps: what e to a form is.
  struct Exponential {
    var turns = 0
    var atoms: [Atom: Int] = [:]
    /// From e^{n ln u} = uⁿ.
    var steps: [Int: Int] = [:]
  }

  let steps: [FormulaStep]
  /// Of the steps that apply exp, and of those that apply sin, cos, sinh or cosh with both signs.
  private(set) var exponentials: [Int: [Exponential]] = [:]
  private var forms: [Form] = []

  /// Terms that a form may have, and the power of a step in it, before a step counts as an atom.
  private static let termLimit = 200
  private static let powerLimit = 64

  init(_ steps: [FormulaStep]) throws(Rejection) {
    self.steps = steps
    try needNames(steps)
    for number in steps.indices {
      try checkOperands(of: number)
      forms.append(try form(of: number) ?? [[number, 1]: .one])
    }
    try readExponentials()
  }

  /// The steps that a step is made of.
  func operands(_ number: Int) -> [Int] {
    steps[number].operation == "^" ? [steps[number].operands[0]] : steps[number].operands
  }

  private func checkOperands(of number: Int) throws(Rejection) {
    let step = steps[number]
    let expected: Int
    switch step.operation {
    case "number", "atom", "pi", "i": expected = 0
    case "negate", "exp", "log", "sin", "cos", "sinh", "cosh": expected = 1
    case "+", "-", "*", "/", "^": expected = 2
    default: throw Rejection("an unknown operation")
    }
    try need(step.operands.count == expected, "too many operands, or too few")
    for operand in operands(number) {
      try need((0..<number).contains(operand), "an operand that is no earlier step")
    }
  }

  /// The step as a polynomial in earlier steps; `nil` if it is none, or too large a one.
  private func form(of number: Int) throws(Rejection) -> Form? {
    let parts = operands(number).map { forms[$0] }
    switch steps[number].operation {
    case "number":
      return Form.constant(
        Complex(try Certificates.number(try known(steps[number].text)), 0))
    case "i": return Form.constant(.i)
    case "+": return parts[0].plus(parts[1], times: .one)
    case "-": return parts[0].plus(parts[1], times: -.one)
    case "negate": return Form().plus(parts[0], times: -.one)
    case "*": return parts[0].times(parts[1], Self.termLimit, Self.powerLimit)
    case "/":
      guard parts[1].count == 1, let constant = parts[1][[]] else { return nil }
      return Form().plus(parts[0], times: .one / constant)
    case "^":
      var power: Form? = Form.constant(.one)
      guard 0...8 ~= steps[number].operands[1] else { return nil }
      for _ in 0..<steps[number].operands[1] {
        power = power?.times(parts[0], Self.termLimit, Self.powerLimit)
      }
      return power
    default: return nil
    }
  }

  private typealias Exponent = (turns: Int, atoms: [Atom: Rational], steps: [Int: Int])

  /// The exponentials, once it is known by which number each monomial is divided.
  private mutating func readExponentials() throws(Rejection) {
    var exponents: [Int: [Exponent]] = [:]
    var divisors: [Atom: Int] = [:]
    for (number, step) in steps.enumerated() {
      let factors: [Complex<Rational>]
      switch step.operation {
      case "exp": factors = [.one]
      case "sinh", "cosh": factors = [.one, -.one]
      case "sin", "cos": factors = [.i, -.i]
      default: continue
      }
      exponents[number] = factors.map { exponent(Form().plus(forms[step.operands[0]], times: $0)) }
      for (atom, factor) in exponents[number]?.flatMap(\.atoms) ?? [] {
        divisors[atom] = try commonMultiple(divisors[atom] ?? 1, factor)
      }
    }
    for (number, parts) in exponents {
      for part in parts {
        var exponential = Exponential(turns: part.turns, steps: part.steps)
        for (atom, factor) in part.atoms {
          guard let power = (factor * Rational(divisors[atom] ?? 1)).words?.numerator,
            power.magnitude <= Self.powerLimit
          else { throw Rejection("too large an exponent") }
          exponential.atoms[atom] = power
        }
        exponentials[number, default: []].append(exponential)
      }
    }
  }

  private func exponent(_ form: Form) -> Exponent {
    var result: Exponent = (0, [:], [:])
    for (monomial, factor) in form {
      let single = monomial.count == 2 && monomial[1] == 1 ? steps[monomial[0]].operation : ""
      var angle = factor.im
      if single == "log", angle == 0, let power = factor.re.words, power.denominator == 1,
        power.numerator.magnitude <= Self.powerLimit
      {
        result.steps[steps[monomial[0]].operands[0], default: 0] += power.numerator
        continue
      }
      if single == "pi", let turns = (2 * angle).floor.words?.numerator {
        angle -= Rational(turns) / 2
        result.turns += ((turns % 4) + 4) % 4
      }
      if factor.re != 0 { result.atoms[Atom(kind: .growth, monomial: monomial)] = factor.re }
      if angle != 0 { result.atoms[Atom(kind: .rotation, monomial: monomial)] = angle }
    }
    return result
  }

  private func commonMultiple(_ a: Int, _ factor: Rational) throws(Rejection) -> Int {
    guard let b = factor.words?.denominator, b <= 1_000 else {
      throw Rejection("an exponent with too large a denominator")
    }
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    try need(a / x * b <= 1_000, "exponents with too large a common denominator")
    return a / x * b
  }
}

extension IdentityReading.Form {
  static func constant(_ value: Complex<Rational>) -> Self { Self().plus([[]: value], times: .one) }

  func plus(_ other: Self, times factor: Complex<Rational>) -> Self {
    merging(other.mapValues { factor * $0 }, uniquingKeysWith: +).filter { $0.value != .zero }
  }

  /// `nil` beyond the limits.
  func times(_ other: Self, _ terms: Int, _ power: Int) -> Self? {
    guard count * other.count <= terms else { return nil }
    var product = Self()
    for (m, x) in self {
      for (n, y) in other {
        var powers: [Int: Int] = [:]
        for monomial in [m, n] {
          for place in stride(from: 0, to: monomial.count, by: 2) {
            powers[monomial[place], default: 0] += monomial[place + 1]
          }
        }
        guard powers.values.reduce(0, +) <= power else { return nil }
        let monomial = powers.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        product[monomial, default: .zero] += x * y
      }
    }
    return product.filter { $0.value != .zero }
  }
}
