// Comparing computed numbers with literal expected ones.

import MathCore
import Testing

/// Expects every entry within `tolerance` of the expected one, relative to max(1, |expected|).
func expectClose(
  _ actual: Vector<Double>, _ expected: [Double], within tolerance: Double = 1e-15,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, sourceLocation: sourceLocation)
  for (a, e) in zip(actual, expected) {
    let isClose = a == e || (a - e).magnitude <= tolerance * max(1, e.magnitude)
    #expect(isClose, "\(actual) is not \(expected)", sourceLocation: sourceLocation)
  }
}

func expectClose(
  _ actual: Double, _ expected: Double, within tolerance: Double = 1e-15,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose([actual], [expected], within: tolerance, sourceLocation: sourceLocation)
}

func isAllNaN(_ x: Vector<Double>) -> Bool { x.entries.allSatisfy(\.isNaN) }
