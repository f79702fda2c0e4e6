// The property tester itself finds and shrinks.

import MathCore
import Testing

@Suite("Property tester")
struct PropertiesTests {
  @Test("a false law is found and its counterexample shrunk")
  func findsAndShrinks() {
    #expect(counterexample("find", 1...6, 300) { $0.sum <= 1 } == [2])
    #expect(counterexample("find", 2...6, 300) { $0[0] <= 1 } == [2, 0])
  }

  @Test("a true law has none")
  func passes() {
    #expect(counterexample("pass", 1...6, 300) { $0.norm2 >= 0 } == nil)
  }
}
