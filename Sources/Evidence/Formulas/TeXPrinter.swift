import MathCore

/// Formulas as TeX, as a person would write them.
package enum TeXPrinter {
  package static func print(_ node: Node) -> String { render(node).text }

  /// How tightly the outermost operation binds.
  private enum Strength: Int, Comparable {
    case sum, product, prefix, power, atom
    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  private struct Piece {
    var text: String
    var strength: Strength

    /// The text, in parentheses unless it binds at least this tightly.
    func at(_ needed: Strength) -> String {
      strength >= needed ? text : "\\left(\(text)\\right)"
    }
  }

  private static func render(_ node: Node) -> Piece {
    switch node.kind {
    case .constant(let value): return constant(value)
    case .pi: return Piece(text: "\\pi", strength: .atom)
    case .imaginaryUnit: return Piece(text: "i", strength: .atom)
    case .variable(let v): return Piece(text: v.name, strength: .atom)
    case .add(let a, let b):
      let right = render(b)
      let tail = right.text.hasPrefix("-") ? " \(right.text)" : " + \(right.at(.sum))"
      return Piece(text: render(a).at(.sum) + tail, strength: .sum)
    case .subtract(let a, let b):
      return Piece(text: "\(render(a).at(.sum)) - \(render(b).at(.product))", strength: .sum)
    case .multiply(let a, let b): return product(a, b)
    case .divide(let a, let b):
      return Piece(text: "\\frac{\(print(a))}{\(print(b))}", strength: .product)
    case .negate(let a): return Piece(text: "-\(render(a).at(.product))", strength: .sum)
    case .power(let a, let b): return power(a, b)
    case .apply(let f, let a): return apply(f, a)
    case .larger(let a, let b): return call("\\max", [a, b])
    case .smaller(let a, let b): return call("\\min", [a, b])
    case .integral(let body, let v, let from, let to):
      let low = from.map(print) ?? "-\\infty"
      let high = to.map(print) ?? "\\infty"
      return Piece(
        text: "\\int_{\(low)}^{\(high)} \(render(body).at(.product))\\,d\(v.name)",
        strength: .product)
    }
  }

  private static func constant(_ value: Rational) -> Piece {
    if value < 0 {
      return Piece(text: "-\(constant(-value).text)", strength: .sum)
    }
    if value.denominator == "1" { return Piece(text: value.numerator, strength: .atom) }
    // Bounds: nobody counts the zeros of 1/10000000000.
    let zeros = value.denominator.count - 1
    if value.numerator == "1", zeros >= 5, value.denominator.dropFirst().allSatisfy({ $0 == "0" }) {
      return Piece(text: "10^{-\(zeros)}", strength: .power)
    }
    return Piece(text: "\\tfrac{\(value.numerator)}{\(value.denominator)}", strength: .product)
  }

  private static func product(_ a: Node, _ b: Node) -> Piece {
    let left = render(a).at(.product)
    let right = render(b)
    let text = right.at(.prefix)
    // Two numbers side by side need a sign between them.
    let needsDot = text.first.map { $0.isNumber || text.hasPrefix("\\tfrac") } ?? false
    return Piece(
      text: needsDot ? "\(left) \\cdot \(text)" : "\(left) \(text)", strength: .product)
  }

  private static func power(_ a: Node, _ b: Node) -> Piece {
    if b.rationalValue == Rational(1, 2) {
      return Piece(text: "\\sqrt{\(print(a))}", strength: .atom)
    }
    return Piece(text: "{\(render(a).at(.atom))}^{\(print(b))}", strength: .power)
  }

  private static func apply(_ f: Function, _ a: Node) -> Piece {
    switch f {
    case .exp: Piece(text: "e^{\(print(a))}", strength: .power)
    case .sqrt: Piece(text: "\\sqrt{\(print(a))}", strength: .atom)
    case .abs: Piece(text: "\\left|\(print(a))\\right|", strength: .atom)
    case .log: call("\\ln", [a])
    case .gamma: call("\\Gamma", [a])
    case .logGamma: call("\\ln\\Gamma", [a])
    case .polygamma(0): call("\\psi", [a])
    case .polygamma(let k): call("\\psi^{(\(k))}", [a])
    case .realPart: call("\\operatorname{Re}", [a])
    case .imaginaryPart: call("\\operatorname{Im}", [a])
    case .atan: call("\\arctan", [a])
    case .erf: call("\\operatorname{erf}", [a])
    case .sin, .cos, .tan, .sinh, .cosh, .tanh: call("\\\(f)", [a])
    }
  }

  private static func call(_ name: String, _ arguments: [Node]) -> Piece {
    let list = arguments.map(print).joined(separator: ", ")
    return Piece(text: "\(name)\\left(\(list)\\right)", strength: .power)
  }
}
