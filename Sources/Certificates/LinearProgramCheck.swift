import MathCore
import Records

extension LinearProgramCertificate {
  func check() throws(Rejection) -> Conclusion {
    let program = try Program(self)
    try refutes ? program.refute(self) : program.prove(self)
    return refutes ? .refuted : .proved
  }

  var disturbed: LinearProgramCertificate? {
    guard !refutes, property == .optimum, let value, let other = Certificates.disturbed(value)
    else { return nil }
    var copy = self
    copy.value = other
    return copy
  }
}

/// The program with its numbers read, as a maximum.
private struct Program {
  let sign: Rational
  let objective: [Rational]
  let rows: [(a: [Rational], relation: String, bound: Rational)]
  /// What the property says the objective comes to, without the offset.
  let value: Rational?

  init(_ certificate: LinearProgramCertificate) throws(Rejection) {
    let n = certificate.names.count
    sign = certificate.goal == .maximize ? 1 : -1
    objective = try vector(certificate.objective, count: n).map { [sign] in sign * $0 }
    var rows: [(a: [Rational], relation: String, bound: Rational)] = []
    for row in certificate.constraints {
      try need(["≤", "<", "=", "≥", ">"].contains(row.relation), "an unknown relation")
      rows.append((try vector(row.coefficients, count: n), row.relation, try number(row.bound)))
    }
    self.rows = rows
    let offset = try number(certificate.offset)
    if let text = certificate.value {
      value = sign * (try number(text) - offset)
    } else {
      value = nil
    }
  }

  func prove(_ certificate: LinearProgramCertificate) throws(Rejection) {
    switch certificate.property {
    case .optimum:
      let top = try known(value)
      try need(
        try bound(certificate, of: objective).top == top, "the multipliers give another value")
      try need(dot(objective, try point(certificate)) == top, "the point has another value")
    case .bound:
      let top = try known(value)
      try need(try bound(certificate, of: objective).top <= top, "the multipliers do not bound it")
    case .strictBound:
      let top = try known(value)
      let bound = try bound(certificate, of: objective)
      try need(
        bound.top < top || (bound.top == top && bound.isStrict), "the multipliers do not bound it")
    case .infeasible: try contradict(certificate)
    case .unbounded:
      _ = try point(certificate)
      let r = try vector(try known(certificate.direction), count: objective.count)
      for row in rows {
        try need(compare(dot(row.a, r), loose(row.relation), 0), "the direction leaves the region")
      }
      try need(dot(objective, r) > 0, "the direction does not go up")
    }
  }

  func refute(_ certificate: LinearProgramCertificate) throws(Rejection) {
    let isContradiction = certificate.point == nil
    switch certificate.property {
    case .optimum where isContradiction:
      if (try? contradict(certificate)) != nil { return }
      try need(try bound(certificate, of: objective).top < (try known(value)), "no bound below")
    case .optimum, .bound:
      try need(dot(objective, try point(certificate)) > (try known(value)), "not beyond the value")
    case .strictBound:
      try need(dot(objective, try point(certificate)) >= (try known(value)), "below the value")
    case .infeasible: _ = try point(certificate)
    case .unbounded:
      if (try? contradict(certificate)) != nil { return }
      _ = try bound(certificate, of: objective)
    }
  }

  /// Multipliers that combine the constraints to 0 < 0 or worse.
  private func contradict(_ certificate: LinearProgramCertificate) throws(Rejection) {
    let nothing = Array(repeating: Rational.zero, count: objective.count)
    let bound = try bound(certificate, of: nothing)
    try need(bound.top < 0 || (bound.top == 0 && bound.isStrict), "no contradiction")
  }

  /// The bound of a linear function that multipliers show, and whether it is never reached.
  private func bound(
    _ certificate: LinearProgramCertificate, of target: [Rational]
  ) throws(Rejection) -> (top: Rational, isStrict: Bool) {
    let y = try vector(try known(certificate.multipliers), count: rows.count)
    var rest = target
    var top = Rational.zero
    var isStrict = false
    for (factor, row) in zip(y, rows) where factor != 0 {
      let isAllowed = row.relation == "=" || (factor > 0) == "≤<".contains(row.relation)
      try need(isAllowed, "a multiplier of the wrong sign")
      for (j, a) in row.a.enumerated() { rest[j] -= factor * a }
      top += factor * row.bound
      isStrict = isStrict || row.relation == "<" || row.relation == ">"
    }
    try need(rest.allSatisfy { $0 == 0 }, "the multipliers do not combine to the objective")
    return (top, isStrict)
  }

  /// A point that satisfies all constraints.
  private func point(_ certificate: LinearProgramCertificate) throws(Rejection) -> [Rational] {
    let x = try vector(try known(certificate.point), count: objective.count)
    for row in rows {
      try need(compare(dot(row.a, x), row.relation, row.bound), "the point violates a constraint")
    }
    return x
  }

  private func loose(_ relation: String) -> String {
    relation == "<" ? "≤" : relation == ">" ? "≥" : relation
  }
}

/// Whether a relation holds between two numbers; none but the five known ones ever does.
func compare(_ a: Rational, _ relation: String, _ b: Rational) -> Bool {
  switch relation {
  case "≤": a <= b
  case "<": a < b
  case "=": a == b
  case "≥": a >= b
  case ">": a > b
  default: false
  }
}

func known<Value>(_ value: Value?) throws(Rejection) -> Value {
  guard let value else { throw Rejection("something is missing") }
  return value
}
