import MathCore
import Records

extension IdentityCertificate: CheckableProof {
  /// The same with the atoms that its steps have and their degrees, but no values yet.
  ///
  /// - Throws: `Rejection` when the steps cannot be read.
  public func withoutValues() throws(Rejection) -> IdentityCertificate {
    var copy = self
    copy.atoms = try expectedAtoms(IdentityReading(steps))
    return copy
  }

  /// Points that a grid may have, and steps that all its points may take together.
  public static let maximumPoints = 10_000
  public static let maximumSteps = 200_000

  func check() throws(Rejection) {
    let reading = try IdentityReading(steps)
    let expected = try expectedAtoms(reading)
    try need(
      expected.map(\.identity) == atoms.map(\.identity),
      "other atoms or degrees than the steps have")
    let axes = try axes()
    var total = 1
    for axis in axes {
      total *= axis.count
      try need(
        total <= Self.maximumPoints && total * steps.count <= Self.maximumSteps, "too large a grid")
    }
    for code in 0..<total {
      var rest = code
      var point: [IdentityReading.Atom: Complex<Rational>] = [:]
      for (atom, axis) in zip(atoms, axes) {
        point[.init(kind: atom.kind, monomial: atom.monomial)] = axis[rest % axis.count]
        rest /= axis.count
      }
      let values = try IdentityValues(reading, at: point).values
      try need(values[left] == values[right], "the sides differ at a point of the grid")
    }
  }

  private func expectedAtoms(_ reading: IdentityReading) throws(Rejection) -> [Atom] {
    try need(
      steps.indices.contains(left) && steps.indices.contains(right), "a side that is no step")
    let degrees = try IdentityDegrees(reading).ofDifference(left, right)
    return degrees.map { atom, degree in
      Atom(kind: atom.kind, monomial: atom.monomial, degree: degree, values: [])
    }.sorted {
      $0.kind == $1.kind
        ? $0.monomial.lexicographicallyPrecedes($1.monomial) : $0.kind < $1.kind
    }
  }

  /// The values of each atom: all different, and more than its degree.
  private func axes() throws(Rejection) -> [[Complex<Rational>]] {
    var axes: [[Complex<Rational>]] = []
    for atom in atoms {
      let texts = try vector(atom.values, count: atom.values.count)
      try need(
        texts.count > atom.degree && Set(texts).count == texts.count, "too few different values")
      try need(atom.kind != .growth || !texts.contains(0), "an exponential that is zero")
      axes.append(
        texts.map { t in
          guard atom.kind == .rotation else { return Complex(t, 0) }
          return Complex((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
        })
    }
    return axes
  }

  /// Says that the right side is larger by a little.
  var disturbed: IdentityCertificate? {
    var copy = self
    copy.steps += [
      FormulaStep("number", text: "1/1000000"), FormulaStep("+", right, steps.count),
    ]
    copy.right = steps.count + 1
    guard let bare = try? copy.withoutValues(), bare.atoms.count == atoms.count else { return nil }
    for index in atoms.indices { copy.atoms[index].degree = bare.atoms[index].degree }
    return copy
  }
}

extension IdentityCertificate.Atom {
  fileprivate var identity: IdentityCertificate.Atom {
    var copy = self
    copy.values = []
    return copy
  }
}

/// All steps at one point of the grid.
private struct IdentityValues {
  private(set) var values: [Complex<Rational>] = []
  private let reading: IdentityReading
  private let point: [IdentityReading.Atom: Complex<Rational>]

  init(
    _ reading: IdentityReading, at point: [IdentityReading.Atom: Complex<Rational>]
  ) throws(Rejection) {
    self.reading = reading
    self.point = point
    for number in reading.steps.indices { values.append(try value(of: number)) }
  }

  private func value(of number: Int) throws(Rejection) -> Complex<Rational> {
    let step = reading.steps[number]
    let operands = reading.operands(number).map { values[$0] }
    switch step.operation {
    case "number": return Complex(try Certificates.number(try known(step.text)), 0)
    case "i": return .i
    case "+": return operands[0] + operands[1]
    case "-": return operands[0] - operands[1]
    case "negate": return -operands[0]
    case "*": return operands[0] * operands[1]
    case "/": return try operands[0] * inverse(operands[1])
    case "^": return try power(operands[0], step.operands[1])
    case "exp", "sin", "cos", "sinh", "cosh":
      var parts: [Complex<Rational>] = []
      for part in reading.exponentials[number] ?? [] { parts.append(try exponential(part)) }
      switch step.operation {
      case "sin": return try (parts[0] - parts[1]) * inverse(Complex(0, 2))
      case "cos", "cosh": return try (parts[0] + parts[1]) * inverse(2)
      case "sinh": return try (parts[0] - parts[1]) * inverse(2)
      default: return parts[0]
      }
    default:
      let value = point[.init(kind: .value, monomial: [number, 1])]
      // An atom that has cancelled may have any value.
      return value ?? Complex(number + 2)
    }
  }

  private func exponential(
    _ exponential: IdentityReading.Exponential
  ) throws(Rejection) -> Complex<Rational> {
    var product = try power(.i, exponential.turns)
    for (atom, exponent) in exponential.atoms {
      product *= try power(point[atom] ?? 2, exponent)
    }
    for (step, exponent) in exponential.steps { product *= try power(values[step], exponent) }
    return product
  }

  private func power(_ base: Complex<Rational>, _ exponent: Int) throws(Rejection)
    -> Complex<Rational>
  {
    try need(exponent.magnitude <= 1_000, "too large an exponent")
    let factor = exponent < 0 ? try inverse(base) : base
    return (0..<exponent.magnitude).reduce(.one) { power, _ in power * factor }
  }

  private func inverse(_ value: Complex<Rational>) throws(Rejection) -> Complex<Rational> {
    try need(value != .zero, "a denominator vanishes at a point of the grid")
    return .one / value
  }
}
