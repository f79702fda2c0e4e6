/// A computed value on its way to the page, exact: no digit is rounded before the parent decides
/// how many to show. Numbers travel as text, because JSON has neither NaN nor big integers.
public indirect enum Quantity: Codable, Sendable, Equatable {
  case integer(String)
  /// `numerator/denominator` in lowest terms, the denominator positive.
  case rational(numerator: String, denominator: String)
  /// A `Double`, shortest text that reads back the same (`nan`, `inf` and `-inf` included).
  case double(String)
  /// A ball: every real number within [lower, upper], both ends exact rationals `p/q`;
  /// `nil` ends mean that the ball is not finite.
  case ball(lower: String?, upper: String?)
  case complex(re: Quantity, im: Quantity)
  case boolean(Bool)
  case text(String)
  /// TeX, from a formula or a law.
  case tex(String)
  case tuple([Quantity])
  case vector([Quantity])
  case matrix([[Quantity]])
}
