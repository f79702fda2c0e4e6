import MathCore

/// A formula made ready for evaluation: every distinct subtree once, in an order in which operands
/// come first. One tape serves every arithmetic.
package struct Tape: Sendable {
  package enum Step: Sendable {
    case constant(Rational)
    case pi
    case imaginaryUnit
    case input(Int)
    case add(Int, Int)
    case subtract(Int, Int)
    case multiply(Int, Int)
    case divide(Int, Int)
    case negate(Int)
    case integerPower(Int, Int)
    case power(Int, Int, exponent: Rational?)
    case apply(Function, Int)
    /// e^a − 1, which loses all digits near 0 when it is computed as a difference.
    case exponentialMinusOne(Int)
    case larger(Int, Int)
    case smaller(Int, Int)
    case integral(IntegralStep)
  }

  /// An integral inside a tape: its body is a tape of its own, over the outer inputs and, last, the
  /// variable of integration.
  package struct IntegralStep: Sendable {
    package var node: Node
    package var body: Integrand
    package var from: Int?
    package var to: Int?
  }

  package private(set) var steps: [Step] = []
  package private(set) var roots: [Int] = []
  package let variables: [Variable]

  /// - Parameter variables: the inputs, in order; every free variable must be among them.
  package init(_ nodes: [Node], variables: [Variable]) {
    self.variables = variables
    var places: [Node: Int] = [:]
    roots = nodes.map { Self.place($0, in: &steps, &places, variables) }
  }

  package var holdsImaginaryUnit: Bool {
    steps.contains {
      switch $0 {
      case .imaginaryUnit: true
      case .integral(let step): step.body.tape.holdsImaginaryUnit
      default: false
      }
    }
  }

  var holdsIntegral: Bool { steps.contains { if case .integral = $0 { true } else { false } } }

  private static func place(
    _ node: Node, in steps: inout [Step], _ places: inout [Node: Int], _ variables: [Variable]
  ) -> Int {
    if let known = places[node] { return known }
    func child(_ node: Node) -> Int { place(node, in: &steps, &places, variables) }
    let step: Step
    switch node.kind {
    case .constant(let value): step = .constant(value)
    case .pi: step = .pi
    case .imaginaryUnit: step = .imaginaryUnit
    case .variable(let v):
      guard let index = variables.firstIndex(of: v) else {
        fatalError("the variable \(v.name) has no value here")
      }
      step = .input(index)
    case .add(let a, let b): step = .add(child(a), child(b))
    case .subtract(let a, let b):
      if case .apply(.exp, let power) = a.kind, b.isConstant == 1 {
        step = .exponentialMinusOne(child(power))
      } else {
        step = .subtract(child(a), child(b))
      }
    case .multiply(let a, let b):
      step = a == b ? .integerPower(child(a), 2) : .multiply(child(a), child(b))
    case .divide(let a, let b): step = .divide(child(a), child(b))
    case .negate(let a): step = .negate(child(a))
    case .power(let a, let b):
      let exponent = b.rationalValue
      if let exponent, let n = Int(exactly: exponent) {
        step = .integerPower(child(a), n)
      } else {
        step = .power(child(a), child(b), exponent: exponent)
      }
    case .apply(let f, let a): step = .apply(f, child(a))
    case .larger(let a, let b): step = .larger(child(a), child(b))
    case .smaller(let a, let b): step = .smaller(child(a), child(b))
    case .integral(let body, let v, let from, let to):
      step = .integral(
        IntegralStep(
          node: node,
          body: Integrand(
            body, by: v, over: Span.between(from, to), outer: variables), from: from.map(child),
          to: to.map(child)))
    }
    steps.append(step)
    places[node] = steps.count - 1
    return steps.count - 1
  }

  /// The values of the roots.
  ///
  /// - Throws: `Undefined` when the arithmetic cannot give a value (no exact exponential, a
  ///   division by zero). Balls and doubles give non-finite values instead where they can.
  package func evaluate<A: Arithmetic>(_ inputs: [A], precision: Int) throws -> [A] {
    var values: [A] = []
    values.reserveCapacity(steps.count)
    for step in steps { values.append(try value(of: step, values, inputs, precision)) }
    return roots.map { values[$0] }
  }

  private func value<A: Arithmetic>(
    of step: Step, _ values: [A], _ inputs: [A], _ precision: Int
  ) throws -> A {
    switch step {
    case .constant(let value): A.constant(value, precision: precision)
    case .pi: try A.pi(precision: precision)
    case .imaginaryUnit: try A.imaginaryUnit(precision: precision)
    case .input(let index): inputs[index]
    case .add(let a, let b): values[a] + values[b]
    case .subtract(let a, let b): values[a] - values[b]
    case .multiply(let a, let b): values[a] * values[b]
    case .divide(let a, let b): try values[a].divided(by: values[b])
    case .negate(let a): -values[a]
    case .integerPower(let a, let n): try values[a].raised(to: n)
    case .power(let a, let b, let exponent): try values[a].raised(to: values[b], exponent)
    case .apply(let f, let a): try values[a].applying(f)
    case .exponentialMinusOne(let a): try values[a].exponentialMinusOne()
    case .larger(let a, let b): try A.larger(values[a], values[b])
    case .smaller(let a, let b): try A.smaller(values[a], values[b])
    case .integral(let step):
      try A.integral(
        step, from: step.from.map { values[$0] }, to: step.to.map { values[$0] },
        inputs: inputs, precision: precision)
    }
  }
}

/// Why an arithmetic has no value for a formula.
package struct Undefined: Error, CustomStringConvertible {
  package var description: String
  package init(_ description: String) { self.description = description }
}
