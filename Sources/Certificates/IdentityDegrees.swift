import Records

/// Bounds for the degrees of each step as a quotient N/D of polynomials in the atoms: D is a
/// product of powers of atoms and of numerators of other steps.
struct IdentityDegrees {
  typealias Atom = IdentityReading.Atom

  enum Divisor: Hashable {
    case atom(Atom)
    /// The numerator of a step.
    case step(Int)
  }

  fileprivate struct Part {
    var over: [Atom: Int] = [:]
    var under: [Divisor: Int] = [:]
  }

  private let reading: IdentityReading
  private var parts: [Part] = []

  /// Beyond this, no grid is walked anyway.
  private static let limit = 100_000

  init(_ reading: IdentityReading) throws(Rejection) {
    self.reading = reading
    for number in reading.steps.indices {
      let part = part(of: number)
      let isSmall = (Array(part.over.values) + part.under.values).allSatisfy { $0 <= Self.limit }
      try need(isSmall, "too high a degree")
      parts.append(part)
    }
  }

  /// Of the numerator of the difference of two steps.
  func ofDifference(_ left: Int, _ right: Int) -> [Atom: Int] {
    sum(parts[left], parts[right]).over
  }

  private func part(of number: Int) -> Part {
    let operands = reading.operands(number).map { parts[$0] }
    let step = reading.steps[number]
    switch step.operation {
    case "number", "i": return Part()
    case "+", "-": return sum(operands[0], operands[1])
    case "negate": return operands[0]
    case "*": return product(operands[0], operands[1])
    case "/": return product(operands[0], inverse(of: step.operands[1]))
    case "^":
      let exponent = step.operands[1]
      let base = exponent < 0 ? inverse(of: step.operands[0]) : operands[0]
      return base.power(exponent.magnitude, Self.limit)
    case "exp", "sin", "cos", "sinh", "cosh":
      let parts = (reading.exponentials[number] ?? []).map(exponential)
      return parts.dropFirst().reduce(parts.first ?? Part(), sum)
    default: return Part(over: [Atom(kind: .value, monomial: [number, 1]): 1])
    }
  }

  private func exponential(_ exponential: IdentityReading.Exponential) -> Part {
    var part = Part()
    for (atom, power) in exponential.atoms {
      if power > 0 { part.over[atom] = power } else { part.under[.atom(atom)] = -power }
    }
    for (step, power) in exponential.steps {
      let base = power < 0 ? inverse(of: step) : parts[step]
      part = product(part, base.power(power.magnitude, Self.limit))
    }
    return part
  }

  private func inverse(of step: Int) -> Part {
    Part(
      over: degrees(of: parts[step].under), under: parts[step].over.isEmpty ? [:] : [.step(step): 1]
    )
  }

  private func product(_ a: Part, _ b: Part) -> Part {
    Part(
      over: a.over.merging(b.over, uniquingKeysWith: +),
      under: a.under.merging(b.under, uniquingKeysWith: +))
  }

  /// Over the least common denominator that shows.
  private func sum(_ a: Part, _ b: Part) -> Part {
    let under = a.under.merging(b.under, uniquingKeysWith: Swift.max)
    func over(_ part: Part) -> [Atom: Int] {
      let missing = under.merging(part.under, uniquingKeysWith: -).filter { $0.value > 0 }
      return part.over.merging(degrees(of: missing), uniquingKeysWith: +)
    }
    return Part(over: over(a).merging(over(b), uniquingKeysWith: Swift.max), under: under)
  }

  private func degrees(of divisors: [Divisor: Int]) -> [Atom: Int] {
    var degrees: [Atom: Int] = [:]
    for (divisor, power) in divisors {
      switch divisor {
      case .atom(let atom): degrees[atom, default: 0] += power
      case .step(let step):
        for (atom, degree) in parts[step].over { degrees[atom, default: 0] += power * degree }
      }
    }
    return degrees
  }
}

extension IdentityDegrees.Part {
  /// Capped, so that nothing overflows.
  fileprivate func power(_ exponent: UInt, _ limit: Int) -> Self {
    guard exponent > 0 else { return Self() }
    let factor = Int(Swift.min(exponent, UInt(limit + 1)))
    return Self(over: over.mapValues { $0 * factor }, under: under.mapValues { $0 * factor })
  }
}
