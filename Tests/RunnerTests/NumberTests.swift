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
    let powers = try run(
      """
      ```swift
      let t = real("t")
      let right = [-(t ** 2), (-t) ** 2, 1 - t ** 2]
      ```
      ```swift
      let wrong = exp(-t ** 2)
      ```
      """)
    #expect(powers.findings == ["6:17 swift.negated-power Swift reads -t ** … as (-t) ** …"])
    let inParentheses = try run("```swift\nlet u = -(real(\"t\") + 1) ** 2\n```")
    #expect(
      inParentheses.findings.first?.hasPrefix("2:9 swift.negated-power Swift reads -(real(") == true
    )
  }

  @Test("two integers are divided as such, where nothing says that they are anything else")
  func integerDivision() throws {
    for code in ["let h = 1/2", "let r = Rational(1/2)", "let b = Ball( 7 / 3 )"] {
      let findings = try run("```swift\n\(code)\n```").findings
      #expect(findings.count == 1, "\(code)")
      #expect(findings[0].contains("swift.integer-division Swift divides two integers here"))
    }
    let fine = try run(
      """
      ```swift
      let h: Rational = 1/2
      let t = real("t", in: 0...1/2)
      let r = Rational(1, 2) + Rational(6/3), s = Formula(h) + 1/2 * t
      ```
      """)
    #expect(fine.findings == [])
  }
}
