import MathCore
import Records

struct Interval {
  let lower: (value: Rational, isIncluded: Bool)?
  let upper: (value: Rational, isIncluded: Bool)?

  init(
    _ low: SignCertificate.End?, _ high: SignCertificate.End?
  ) throws(Rejection) {
    lower = try low.map { end throws(Rejection) in
      (try number(end.value), end.isIncluded)
    }
    upper = try high.map { end throws(Rejection) in
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
struct SturmSigns {
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

  /// The same with the ends that belong to the interval.
  func roots(in interval: Interval) -> Int {
    roots(inside: interval) + interval.ownEnds.count { members[0].value(at: $0) == 0 }
  }

  private func changes(_ signs: [Int]) -> Int {
    let present = signs.filter { $0 != 0 }
    return zip(present, present.dropFirst()).count { $0 != $1 }
  }
}
