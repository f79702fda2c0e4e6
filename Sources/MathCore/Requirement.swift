/// Stops the program with a message unless a condition holds.
///
/// The library is built with optimisation, where `precondition` loses its message; an author who
/// passes a wrong shape must be told which.
@inline(__always)
package func require(
  _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String
) {
  if !condition() { fatalError(message()) }
}
