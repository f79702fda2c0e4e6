import MathCore

/// A formula as a value: one source for what the page prints and what is checked.
///
/// A formula prints itself as TeX, evaluates in `Double`, in balls, in complex balls and, where it
/// is built from field operations only, in rationals; it differentiates itself and knows its
/// degrees. Literals are exact: `1/2` is one half and `0.1` one tenth. There is no `==` that
/// decides: `a .== b` states a `Law`.
public struct Formula: Field, ExpressibleByFloatLiteral, CustomStringConvertible {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  public init(integerLiteral value: Int) { self.init(value) }

  /// A decimal literal means the decimal that was written.
  public init(floatLiteral value: Double) {
    self.init(Rational(floatLiteral: value))
  }

  public init(_ value: Int) { self.init(Rational(value)) }

  public init(_ value: Rational) { node = Node(.constant(value)) }

  /// An exact decimal or fraction of any length: `Formula("0.09003057317038045799")`.
  ///
  /// - Returns: `nil` when the text is not a number.
  public init?(_ text: String) {
    guard let value = Rational(text) else { return nil }
    self.init(value)
  }

  public static var zero: Formula { 0 }
  public static var one: Formula { 1 }
  /// The number π, as `pi` is; for where a type's own is asked for: `x .== .pi`.
  public static var pi: Formula { Formula(Node(.pi)) }

  public static func + (a: Formula, b: Formula) -> Formula { Formula(Node(.add(a.node, b.node))) }
  public static func - (a: Formula, b: Formula) -> Formula {
    Formula(Node(.subtract(a.node, b.node)))
  }
  public static func * (a: Formula, b: Formula) -> Formula {
    Formula(Node(.multiply(a.node, b.node)))
  }
  public static func / (a: Formula, b: Formula) -> Formula {
    Formula(Node(.divide(a.node, b.node)))
  }
  public static prefix func - (a: Formula) -> Formula {
    if let value = a.node.isConstant { return Formula(-value) }
    return Formula(Node(.negate(a.node)))
  }
  /// A power; for a real base, a non-integer exponent asks for a positive base.
  public static func ** (a: Formula, b: Formula) -> Formula {
    Formula(Node(.power(a.node, b.node)))
  }

  /// The formula as TeX.
  public var tex: String { TeXPrinter.print(node) }

  public var description: String { tex }

  /// The derivative by a variable.
  ///
  /// - Precondition: `variable` was made by `real`.
  public func derivative(by variable: Formula) -> Formula {
    guard case .variable(let v) = variable.node.kind else {
      fatalError("a derivative is taken by a variable, not by \(variable.tex)")
    }
    return Formula(node.derivative(by: v))
  }

  /// The formula with a variable replaced.
  public func substituting(_ variable: Formula, by value: Formula) -> Formula {
    guard case .variable(let v) = variable.node.kind else {
      fatalError("only a variable can be replaced, not \(variable.tex)")
    }
    return Formula(node.replacing([v: value.node]))
  }
}

/// The circle's half circumference.
public let pi = Formula(Node(.pi))

/// The imaginary unit.
public let i = Formula(Node(.imaginaryUnit))
