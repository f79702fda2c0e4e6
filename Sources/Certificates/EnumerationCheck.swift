import MathCore
import Records

extension EnumerationCertificate: CheckableProof {
  func check() throws(Rejection) {
    try need(count > 0 && points.count == count, "\(points.count) of \(count) points")
    var tested = 0
    for point in points {
      if try !holds(point.hypotheses ?? []) || point.conclusions.isEmpty { continue }
      try need(try holds(point.conclusions), "it fails at \(point.name)")
      tested += 1
    }
    try need(tested > 0, "nothing is said at any point")
  }

  private func holds(_ comparisons: [Comparison]) throws(Rejection) -> Bool {
    var holds = true
    for comparison in comparisons {
      let (left, right) = (try number(comparison.left), try number(comparison.right))
      if try !compare(left, comparison.relation, right) { holds = false }
    }
    return holds
  }

  /// The first equality that counts, with its right side off by a little.
  var disturbed: EnumerationCertificate? {
    for (index, point) in points.enumerated() where point.hypotheses == nil {
      guard let place = point.conclusions.firstIndex(where: { $0.relation == "=" }),
        let other = Certificates.disturbed(point.conclusions[place].right)
      else { continue }
      var copy = self
      copy.points[index].conclusions[place].right = other
      return copy
    }
    return nil
  }
}

extension ExpectationCertificate: CheckableProof {
  func check() throws(Rejection) {
    try need(count > 0 && outcomes.count == count, "\(outcomes.count) of \(count) outcomes")
    try need(!other.isEmpty, "nothing is compared")
    var total = Rational.zero
    var mean = Array(repeating: Rational.zero, count: other.count)
    for outcome in outcomes {
      let weight = try number(outcome.weight)
      try need(weight >= 0, "a negative weight")
      total += weight
      for (j, value) in try vector(outcome.value, count: mean.count).enumerated() {
        mean[j] += weight * value
      }
    }
    try need(total == 1, "the weights sum to \(total)")
    try need(try vector(other, count: mean.count) == mean, "the expectation is another")
  }

  var disturbed: ExpectationCertificate? {
    guard let first = other.first, let change = Certificates.disturbed(first) else { return nil }
    var copy = self
    copy.other[0] = change
    return copy
  }
}
