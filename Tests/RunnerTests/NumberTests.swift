import Testing

@testable import Runner

@Suite("Numbers that would silently mean something else")
struct NumberTests {
  @Test("a decimal with more digits than a literal keeps, but not in a text or a comment")
  func digits() throws {
    let run = try run(
      """
      ```swift
      let a = 0.123456789012345
      let text = "0.09003057317038045799" // 0.09003057317038045799
      ```
      ```swift
      let b = 1 + 0.09003057317038045799
      ```
      """)
    #expect(
      run.findings == [
        "6:13 swift.literal-digits the literal 0.09003057317038045799 has 19 significant digits; "
          + "a Swift literal keeps 15"
      ])
    #expect(run.outcomes == [.ran, .failed])
  }

  @Test("a minus binds more tightly than a power, which nobody means")
  func negatedPower() throws {
    let run = try run(
      """
      ```swift
      let t = real("t")
      let right = [-(t ** 2), (-t) ** 2, 1 - t ** 2]
      ```
      ```swift
      let wrong = exp(-t ** 2)
      ```
      """)
    #expect(run.findings == ["6:17 swift.negated-power Swift reads -t ** … as (-t) ** …"])
  }
}
