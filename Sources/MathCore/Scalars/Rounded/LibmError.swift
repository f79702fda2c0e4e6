// How far the C library's functions may be from the true value, in units in the last place.
//
// Source: The GNU C Library manual, section "Known Maximum Errors in Math Functions", column
// x86_64, type double. The manual's figures are the largest errors known, not proved bounds
// (hence "rigorous in practice"); where it lists 1 or nothing we take 1. Where arguments with larger
// errors were found (B. Gladman, V. Innocente, J. Mather, P. Zimmermann, "Accuracy of Mathematical
// Functions in Single, Double, Double Extended, and Quadruple Precision", 2023; and here: erf of
// 0x1.c332bde7ca515p-5 is off by 1.42 ulp, tanh of 0x1.dce787c263529p-3 by 2.13), we take the next
// whole number. Other C libraries are not covered by the table.

/// The error table behind ``Rounded``, in ulps of the result.
enum LibmError {
  static let exp = 1.0
  static let log = 1.0
  static let power = 1.0
  static let sin = 1.0
  static let cos = 1.0
  static let tan = 1.0
  static let atan = 1.0
  static let erf = 2.0
  static let sinh = 2.0
  static let cosh = 2.0
  static let tanh = 3.0
}
