import MathCore

/// A fault put into ball functions on purpose, so that tests can see whether it would be noticed.
/// Nothing but tests sets one.
package enum BallFault {
  /// What is added to the enclosure of a function computed with so many bits.
  @TaskLocal package static var injected: (@Sendable (Function, Int) -> Rational?)?

  static func shift(_ f: Function, _ precision: Int) -> Rational? { injected?(f, precision) }
}
