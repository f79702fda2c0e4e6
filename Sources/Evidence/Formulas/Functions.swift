import MathCore

// The elementary and special functions of formulas. Each states a formula; nothing is computed.

private func apply(_ function: Function, _ x: Formula) -> Formula {
  Formula(Node(.apply(function, x.node)))
}

public func exp(_ x: Formula) -> Formula { apply(.exp, x) }
/// The natural logarithm.
public func log(_ x: Formula) -> Formula { apply(.log, x) }
public func sqrt(_ x: Formula) -> Formula { apply(.sqrt, x) }
/// The absolute value, of complex formulas too.
public func abs(_ x: Formula) -> Formula { apply(.abs, x) }
/// `|x|²`, analytic in the real and imaginary parts.
public func abs2(_ x: Formula) -> Formula { realPart(x) ** 2 + imaginaryPart(x) ** 2 }
public func realPart(_ x: Formula) -> Formula {
  x.node.mayBeComplex ? apply(.realPart, x) : x
}
public func imaginaryPart(_ x: Formula) -> Formula {
  x.node.mayBeComplex ? apply(.imaginaryPart, x) : 0
}
public func sin(_ x: Formula) -> Formula { apply(.sin, x) }
public func cos(_ x: Formula) -> Formula { apply(.cos, x) }
public func tan(_ x: Formula) -> Formula { apply(.tan, x) }
public func sinh(_ x: Formula) -> Formula { apply(.sinh, x) }
public func cosh(_ x: Formula) -> Formula { apply(.cosh, x) }
public func tanh(_ x: Formula) -> Formula { apply(.tanh, x) }
public func atan(_ x: Formula) -> Formula { apply(.atan, x) }
public func erf(_ x: Formula) -> Formula { apply(.erf, x) }
@_disfavoredOverload
public func gamma(_ x: Formula) -> Formula { apply(.gamma, x) }
@_disfavoredOverload
public func logGamma(_ x: Formula) -> Formula { apply(.logGamma, x) }
@_disfavoredOverload
public func digamma(_ x: Formula) -> Formula { apply(.polygamma(0), x) }
@_disfavoredOverload
public func trigamma(_ x: Formula) -> Formula { apply(.polygamma(1), x) }

/// The larger of two real formulas.
public func max(_ x: Formula, _ y: Formula) -> Formula { Formula(Node(.larger(x.node, y.node))) }
/// The smaller of two real formulas.
public func min(_ x: Formula, _ y: Formula) -> Formula { Formula(Node(.smaller(x.node, y.node))) }
/// The positive part, `max(x, 0)`.
public func relu(_ x: Formula) -> Formula { max(x, 0) }

/// The largest of several formulas.
///
/// - Precondition: there is at least one.
public func max(_ x: [Formula]) -> Formula {
  require(!x.isEmpty, "the largest of no formulas does not exist")
  return x.dropFirst().reduce(x[0]) { max($0, $1) }
}

/// The smallest of several formulas.
///
/// - Precondition: there is at least one.
public func min(_ x: [Formula]) -> Formula {
  require(!x.isEmpty, "the smallest of no formulas does not exist")
  return x.dropFirst().reduce(x[0]) { min($0, $1) }
}

/// The sum of the terms; zero if there are none.
public func sum(_ terms: some Sequence<Formula>) -> Formula {
  terms.reduce(nil as Formula?) { total, term in total.map { $0 + term } ?? term } ?? 0
}

/// The product of the factors; one if there are none.
public func product(_ factors: some Sequence<Formula>) -> Formula {
  factors.reduce(nil as Formula?) { total, factor in total.map { $0 * factor } ?? factor } ?? 1
}

/// The integral of `f` by a variable over a span: the only integrand that rigorous integration
/// accepts is a formula, because a formula knows its analytic form.
///
/// - Precondition: `variable` was made by `real`.
public func integral(_ f: Formula, by variable: Formula, over span: Span) -> Formula {
  integral(
    f, by: variable, from: span.lower.map { Formula($0) }, to: span.upper.map { Formula($0) })
}

/// The integral over a closed interval with exact ends.
public func integral(
  _ f: Formula, by variable: Formula, over range: ClosedRange<Rational>
) -> Formula {
  integral(f, by: variable, over: Span(range))
}

/// The integral between two bounds; `nil` is the infinite end.
public func integral(
  _ f: Formula, by variable: Formula, from lower: Formula?, to upper: Formula?
) -> Formula {
  guard case .variable(let v) = variable.node.kind else {
    fatalError("an integral is taken by a variable, not by \(variable.tex)")
  }
  return Formula(Node(.integral(f.node, v, lower?.node, upper?.node)))
}

// What the softmax family is, as formulas: definitions, without the shifts that code needs.

/// `softmax(x)_i = e^{x_i} / Σ_j e^{x_j}`.
public func softmax(_ x: [Formula]) -> [Formula] {
  let total = sum(x.map { exp($0) })
  return x.map { exp($0) / total }
}

/// `ln Σ_j e^{x_j}`.
public func logSumExp(_ x: [Formula]) -> Formula { log(sum(x.map { exp($0) })) }

/// `x_i − ln Σ_j e^{x_j}`.
public func logSoftmax(_ x: [Formula]) -> [Formula] { x.map { $0 - logSumExp(x) } }

extension Node {
  /// Whether the imaginary unit occurs outside of parts and absolute values.
  package var mayBeComplex: Bool {
    switch kind {
    case .imaginaryUnit: true
    case .apply(.realPart, _), .apply(.imaginaryPart, _), .apply(.abs, _): false
    default: children.contains { $0.mayBeComplex }
    }
  }

  /// Whether it can be evaluated in real arithmetic alone.
  package var needsComplexArithmetic: Bool { contains { $0.kind == .imaginaryUnit } }
}
