import MathCore
import Records

extension WitnessCertificate: CheckableProof {
  func check() throws(Rejection) {
    try needNames(steps)
    var atoms = try vector(values, count: steps.count { $0.operation == "atom" })[...]
    var numbers: [Rational] = []
    for step in steps { numbers.append(try value(of: step, numbers, &atoms)) }
    try need(!comparisons.isEmpty, "nothing is compared")
    for comparison in comparisons {
      let isThere = [comparison.left, comparison.right].allSatisfy(numbers.indices.contains)
      try need(isThere, "a step that is not there")
      let holds = try compare(
        numbers[comparison.left], comparison.relation, numbers[comparison.right])
      try need(holds, "it fails at the point")
    }
  }

  private func value(
    of step: FormulaStep, _ numbers: [Rational], _ atoms: inout ArraySlice<Rational>
  ) throws(Rejection) -> Rational {
    func operand(_ place: Int) throws(Rejection) -> Rational {
      try need(numbers.indices.contains(step.operands[place]), "an operand that is no earlier step")
      return numbers[step.operands[place]]
    }
    switch (step.operation, step.operands.count) {
    case ("number", 0): return try number(try known(step.text))
    case ("atom", 0): return try known(atoms.popFirst())
    case ("negate", 1): return -(try operand(0))
    case ("+", 2): return try operand(0) + operand(1)
    case ("-", 2): return try operand(0) - operand(1)
    case ("*", 2): return try operand(0) * operand(1)
    case ("/", 2):
      try need(try operand(1) != 0, "a division by zero")
      return try operand(0) / operand(1)
    case ("^", 2):
      let (base, exponent) = (try operand(0), step.operands[1])
      try need(-1_000...1_000 ~= exponent && (base != 0 || exponent >= 0), "no such power")
      return base.power(exponent)
    default: throw Rejection("an operation that no number has")
    }
  }

  /// The first equality with its right side off by a little.
  var disturbed: WitnessCertificate? {
    guard let place = comparisons.firstIndex(where: { $0.relation == "=" }) else { return nil }
    var copy = self
    copy.steps += [
      FormulaStep("number", text: "1/1000000"),
      FormulaStep("+", comparisons[place].right, steps.count),
    ]
    copy.comparisons[place].right = steps.count + 1
    return copy
  }
}
