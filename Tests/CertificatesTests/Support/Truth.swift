import MathCore
import Records

/// Whether what a certificate says is so at many points, as far as points can tell: by another
/// reading of its steps than that of its checkers.
func isTrueAtPoints(_ certificate: Certificate) -> Bool {
  switch certificate {
  case .witness(let witness):
    let values = witness.values.compactMap { Rational($0) }
    let numbers = numbers(witness.steps, values)
    return witness.comparisons.allSatisfy {
      holds(numbers[$0.left], $0.relation, numbers[$0.right])
    }
  case .combination(let combination):
    var draws = Draws(3)
    let count = combination.steps.count { $0.operation == "atom" }
    return (0..<400).allSatisfy { _ in
      let numbers = numbers(combination.steps, (0..<count).map { _ in draws.rational(9) })
      return !combination.given.allSatisfy { holds(numbers[$0.step], $0.relation, 0) }
        || combination.conclusions.allSatisfy { holds(numbers[$0.slack], $0.relation, 0) }
    }
  default: return false
  }
}

private func numbers(_ steps: [FormulaStep], _ atoms: [Rational]) -> [Rational] {
  var rest = atoms[...]
  var numbers: [Rational] = []
  for step in steps {
    func operand(_ place: Int) -> Rational { numbers[step.operands[place]] }
    switch step.operation {
    case "number": numbers.append(Rational(step.text!)!)
    case "atom": numbers.append(rest.removeFirst())
    case "negate": numbers.append(-operand(0))
    case "+": numbers.append(operand(0) + operand(1))
    case "-": numbers.append(operand(0) - operand(1))
    case "*": numbers.append(operand(0) * operand(1))
    case "/": numbers.append(operand(0) / operand(1))
    default: numbers.append(operand(0).power(step.operands[1]))
    }
  }
  return numbers
}

private func holds(_ a: Rational, _ relation: String, _ b: Rational) -> Bool {
  ["≤": a <= b, "<": a < b, "=": a == b, "≥": a >= b, ">": a > b][relation] ?? false
}
