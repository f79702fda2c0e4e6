/// Stops the program with a message unless a condition holds.
///
/// The library is built with optimisation, where `precondition` loses its message; an author who
/// passes a wrong shape must be told which.
@inline(__always)
package func require(
  _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String
) {
  if !condition() { stop(message()) }
}

private func stop(_ message: String) -> Never {
  guard let circumstance = Circumstance.current else { fatalError(message) }
  fatalError("\(message) (while \(circumstance))")
}

/// What is going on that an author cannot see, for messages of programs that stop.
package enum Circumstance {
  @TaskLocal package static var current: String?
}
