// The algebra that the library's functions ask of their numbers, and no more.
//
// `Int` is deliberately not a `Field`: integer division would make `1 / 2` zero without a word,
// and `let v: Vector = [1, 2, 3]` shall mean three real numbers.

/// Numbers that add, subtract, multiply and divide.
///
/// Conforming types: ``Rational`` (exact), `Double`, ``Rounded``, ``Ball``, ``Complex``.
/// The field laws hold exactly for ``Rational`` and for ``Complex`` over it. For `Double` and
/// ``Rounded`` only commutativity does; for balls every law holds as inclusion. There is no
/// equality here, because two equal balls need not contain the same number.
public protocol Field: Sendable, ExpressibleByIntegerLiteral {
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static prefix func - (a: Self) -> Self
  static func += (a: inout Self, b: Self)
  static func -= (a: inout Self, b: Self)
  static func *= (a: inout Self, b: Self)
  static func /= (a: inout Self, b: Self)

  init(_ value: Int)
  /// The nearest value of this type; for balls, a ball that contains `value`.
  init(_ value: Rational)

  static var zero: Self { get }
  static var one: Self { get }
}

extension Field {
  public static func += (a: inout Self, b: Self) { a = a + b }
  public static func -= (a: inout Self, b: Self) { a = a - b }
  public static func *= (a: inout Self, b: Self) { a = a * b }
  public static func /= (a: inout Self, b: Self) { a = a / b }

  public static var one: Self { Self(1) }
}

/// A field whose numbers can be told from zero and compared by size, which is all that elimination
/// asks: every ``Scalar``, and ``Complex`` numbers over one. Not balls.
public protocol Eliminable: Field, Equatable {
  /// Whether the absolute value is smaller.
  func isSmaller(than other: Self) -> Bool
}

/// A field with a decidable order: ``Rational``, `Double` and ``Rounded``. Not balls, whose order
/// is three-valued (see ``Ball/compared(to:)``).
public protocol Scalar: Eliminable, Comparable {
  /// The absolute value.
  var magnitude: Self { get }
}

extension Scalar {
  public func isSmaller(than other: Self) -> Bool { magnitude < other.magnitude }
}

/// Numbers whose arithmetic is exact, so that a comparison decides. Only ``Rational``.
public protocol Exact: Scalar {}

/// A field with the functions that softmax and its relatives need.
public protocol Elementary: Field {
  static func exp(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  static func sqrt(_ x: Self) -> Self
  /// `base` to a real exponent; for a negative base only integer exponents are defined.
  static func power(_ base: Self, _ exponent: Self) -> Self
  static func power(_ base: Self, _ exponent: Int) -> Self
  /// The larger of the two. For balls: a ball that contains the larger of any two members.
  static func larger(_ a: Self, _ b: Self) -> Self
  /// What to subtract from numbers whose largest is `largest` before they are exponentiated:
  /// `largest` itself, but 0 if it is infinite.
  static func finiteShift(_ largest: Self) -> Self
}

extension Elementary {
  public static func finiteShift(_ largest: Self) -> Self { largest }

  /// The smaller of the two, in the sense of ``larger(_:_:)``.
  public static func smaller(_ a: Self, _ b: Self) -> Self { -larger(-a, -b) }
}

/// The functions of a table of functions, beside the elementary ones.
public protocol Transcendental: Elementary {
  static func sin(_ x: Self) -> Self
  static func cos(_ x: Self) -> Self
  static func tan(_ x: Self) -> Self
  static func sinh(_ x: Self) -> Self
  static func cosh(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
  static func atan(_ x: Self) -> Self
  static func erf(_ x: Self) -> Self
}

/// Powers bind tighter than products and group to the right: `2 ** 3 ** 2` is `2 ** 9`.
precedencegroup PowerPrecedence {
  higherThan: MultiplicationPrecedence
  associativity: right
}

infix operator ** : PowerPrecedence
