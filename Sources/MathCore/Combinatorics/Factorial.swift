/// n! = 1 · 2 ⋯ n, exactly; 0! = 1.
///
/// - Precondition: `n >= 0`.
public func factorial(_ n: Int) -> Rational {
  require(n >= 0, "\(n)! is not defined")
  return (1...Swift.max(n, 1)).reduce(Rational.one) { $0 * Rational($1) }
}
