import Testing

@testable import Diagnostics

@Suite("JSON reports")
struct JSONTests {
  @Test("a report of diagnostics, to the byte")
  func report() {
    let diagnostic = Diagnostic(
      "claim.unchecked", at: Place(file: "a.md", line: 7, column: 3), "no check for \"x\"",
      notes: [.init(message: "part 2")])
    #expect(
      Diagnostic.report([diagnostic]).text == #"""
        {
          "schema": 1,
          "columns": "utf8-bytes-from-1",
          "diagnostics": [
            {
              "id": "claim.unchecked",
              "severity": "error",
              "place": {
                "file": "a.md",
                "line": 7,
                "column": 3
              },
              "message": "no check for \"x\"",
              "notes": [
                {
                  "place": null,
                  "message": "part 2"
                }
              ],
              "fix": null,
              "claim": null
            }
          ]
        }

        """#)
  }

  @Test(
    "numbers read back as they were, or are null",
    arguments: [
      (0.1, "0.1"), (3, "3"), (-0.0, "-0"), (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"),
      (Double.nan, "null"), (-Double.infinity, "null"),
    ])
  func numbers(value: Double, text: String) {
    #expect(JSON.number(value).text == text + "\n")
  }

  @Test("control characters are escaped, other text is kept")
  func strings() {
    #expect(JSON.string("\u{0}\u{1B}\t\\ \"é概").text == #""\u0000\u001b\t\\ \"é概""# + "\n")
  }

  @Test("empty groups stay on one line")
  func empty() {
    #expect(
      JSON.object([("a", .array([])), ("b", .object([]))]).text == """
        {
          "a": [],
          "b": {}
        }

        """)
  }
}
