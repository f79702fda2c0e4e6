// How far the C library's functions may be from the true value, in units in the last place.
//
// Source: The GNU C Library manual, section "Known Maximum Errors in Math Functions", column
// x86_64, type double. The manual's figures are the largest errors known, not proved bounds
// (hence "rigorous in practice"); where it lists 1 or nothing we take 1. Other C libraries are
// not covered by the table.

/// The error table behind ``Rounded``, in ulps of the result.
enum LibmError {
  static let exp = 1.0
  static let log = 1.0
  static let power = 1.0
  static let sin = 1.0
  static let cos = 1.0
  static let tan = 1.0
  static let atan = 1.0
  static let erf = 1.0
  static let sinh = 2.0
  static let cosh = 2.0
  static let tanh = 2.0
}
