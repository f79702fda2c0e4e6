// Random expressions in every arithmetic: the same tree over machine numbers with their bounds,
// over ranges of them, and over balls; and smaller trees and inputs that fail as well.

import MathCore

/// A computation from numbered inputs.
indirect enum Expression: CustomStringConvertible {
  case input(Int)
  case constant(Rational)
  case unary(Unary, Expression)
  case binary(Binary, Expression, Expression)
  case power(Expression, Int)

  enum Unary: String, CaseIterable {
    case negate = "−"
    case exp, log, sqrt, sin, cos, tan, sinh, cosh, tanh, atan, erf
  }
  enum Binary: String, CaseIterable {
    case add = "+"
    case subtract = "−"
    case multiply = "·"
    case divide = "/"
    case power = "^"
    case larger = "⊔"
    case smaller = "⊓"
  }

  func value<S: Transcendental>(_ inputs: [S]) -> S {
    switch self {
    case .input(let index): inputs[index]
    case .constant(let value): S(value)
    case .unary(let f, let a): Self.apply(f, a.value(inputs))
    case .binary(let f, let a, let b): Self.apply(f, a.value(inputs), b.value(inputs))
    case .power(let a, let n): S.power(a.value(inputs), n)
    }
  }

  private static func apply<S: Transcendental>(_ f: Unary, _ a: S) -> S {
    switch f {
    case .negate: -a
    case .exp: S.exp(a)
    case .log: S.log(a)
    case .sqrt: S.sqrt(a)
    case .sin: S.sin(a)
    case .cos: S.cos(a)
    case .tan: S.tan(a)
    case .sinh: S.sinh(a)
    case .cosh: S.cosh(a)
    case .tanh: S.tanh(a)
    case .atan: S.atan(a)
    case .erf: S.erf(a)
    }
  }

  private static func apply<S: Transcendental>(_ f: Binary, _ a: S, _ b: S) -> S {
    switch f {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: S.power(a, b)
    case .larger: S.larger(a, b)
    case .smaller: S.smaller(a, b)
    }
  }

  static func random(_ draws: inout RandomSample, inputs: Int, depth: Int) -> Expression {
    switch depth == 0 ? 0 : draws.integer(in: 0...9) {
    case 0:
      return draws.integer(in: 0...3) == 0
        ? .constant(Rational(draws.integer(in: -9...9), draws.integer(in: 1...7)))
        : .input(draws.integer(in: 0...(inputs - 1)))
    case 1...3:
      let all = Unary.allCases
      return .unary(
        all[draws.integer(in: 0...(all.count - 1))],
        random(&draws, inputs: inputs, depth: depth - 1))
    case 4:
      return .power(
        random(&draws, inputs: inputs, depth: depth - 1), draws.integer(in: -3...5))
    default:
      let all = Binary.allCases
      let f = all[draws.integer(in: 0...(all.count - 1))]
      let left = random(&draws, inputs: inputs, depth: depth - 1)
      return .binary(f, left, random(&draws, inputs: inputs, depth: depth - 1))
    }
  }

  /// Trees with one node less or simpler.
  var simpler: [Expression] {
    switch self {
    case .input: []
    case .constant(let value): value == 1 ? [] : [.constant(1)]
    case .unary(let f, let a): [a] + a.simpler.map { .unary(f, $0) }
    case .power(let a, let n): [a] + a.simpler.map { .power($0, n) }
    case .binary(let f, let a, let b):
      [a, b] + a.simpler.map { .binary(f, $0, b) } + b.simpler.map { .binary(f, a, $0) }
    }
  }

  var description: String {
    switch self {
    case .input(let index): "x\(index)"
    case .constant(let value): "\(value)"
    case .unary(let f, let a): "\(f.rawValue)(\(a))"
    case .power(let a, let n): "(\(a))^\(n)"
    case .binary(let f, let a, let b): "(\(a) \(f.rawValue) \(b))"
    }
  }
}

/// A computation with its inputs, and smaller ones that fail as well.
struct Case: CustomStringConvertible {
  var expression: Expression
  var inputs: [Double]

  /// Numbers of every kind: of size 1, near each other, whole, huge, tiny, subnormal, special.
  static func random(_ draws: inout RandomSample, depth: Int = 4) -> Case {
    let first = number(&draws)
    let others = (0..<2).map { _ in
      draws.integer(in: 0...3) == 0 ? first * (1 + 1e-12 * draws.normal()) : number(&draws)
    }
    return Case(
      expression: .random(&draws, inputs: 3, depth: draws.integer(in: 1...depth)),
      inputs: [first] + others)
  }

  private static func number(_ draws: inout RandomSample) -> Double {
    let sign: Double = draws.integer(in: 0...1) == 0 ? 1 : -1
    switch draws.integer(in: 0...9) {
    case 0: return Double(draws.integer(in: -3...3))
    case 1: return sign * 1e300 * draws.uniform()
    case 2: return sign * 1e-300 * draws.uniform()
    case 3: return sign * .leastNonzeroMagnitude * Double(draws.integer(in: 0...50))
    case 4: return 1 + 1e-9 * draws.normal()
    case 5: return sign * 700 * draws.uniform()
    case 6: return sign * Double(sign: .plus, exponent: draws.integer(in: -60...60), significand: 1)
    default: return draws.normal()
    }
  }

  /// The smallest case found that still fails.
  func shrunk(_ fails: (Case) -> Bool) -> Case {
    var best = self
    while let better = best.simpler.first(where: fails) { best = better }
    return best
  }

  private var simpler: [Case] {
    expression.simpler.map { Case(expression: $0, inputs: inputs) }
      + inputs.indices.flatMap { index in
        [0, 1, 2, inputs[index].rounded()].filter {
          $0.magnitude < inputs[index].magnitude && $0.isFinite
        }.map { simple in
          var inputs = inputs
          inputs[index] = simple
          return Case(expression: expression, inputs: inputs)
        }
      }
  }

  /// The exact value along with its tiny radius, or `nil` where balls find none.
  var truth: Ball? {
    for precision in [256, 2048] {
      let ball = expression.value(inputs.map { Ball(exactly: $0, precision: precision) })
      if ball.isFinite, ball.radius <= 1e-40 * ball.greatestMagnitude { return ball }
    }
    return nil
  }

  var description: String { "\(expression) at \(inputs)" }
}
