// Comparisons that rounding might turn round: an error bound holds along the branch that was taken.

/// Notes that code compared numbers which its error bounds cannot tell apart, so that it may have
/// taken another branch than exact arithmetic would. Who relies on a bound asks afterwards. Of one
/// computation, on one thread.
package final class UndecidedBranch: @unchecked Sendable {
  package private(set) var isThere = false

  @TaskLocal private static var current: UndecidedBranch?

  private init() {}

  /// What `body` returns, and whether it took such a branch on the way.
  package static func noticed<Result>(
    during body: () throws -> Result
  ) rethrows -> (result: Result, isThere: Bool) {
    let note = UndecidedBranch()
    let result = try $current.withValue(note) { try body() }
    return (result, note.isThere)
  }

  static func note() { current?.isThere = true }
}
