import Testing

@testable import Diagnostics

@Suite("Annotations of GitHub Actions")
struct GitHubTests {
  private let places = SourcePlaces(
    sources: ["articles/a.md": "one\n概率 = 1\n"], prefix: "docs/")

  private func commands(_ found: [Diagnostic]) -> [String] {
    Annotations(found, places: places, rest: "https://example.org/run").commands.map(\.line)
  }

  @Test("a finding stands on its line, its column in characters, its path from the repository")
  func place() {
    let found = Diagnostic(
      "claim.refuted", at: Place(file: "articles/a.md", line: 2, column: 8), "1 ≤ 0 is false",
      fix: "correct it")
    #expect(
      commands([found]) == [
        "::error file=docs/articles/a.md,line=2,col=4,title=claim.refuted::1 ≤ 0 is false%0AFix: "
          + "correct it"
      ])
  }

  @Test("a finding without a place; warnings and notes by their own words")
  func severities() {
    #expect(
      commands([
        Diagnostic("b", .warning, at: nil, "x"), Diagnostic("a", .note, at: nil, "y"),
      ]) == ["::warning title=b::x", "::notice title=a::y"])
  }

  @Test("nothing in a text ends a command, begins one, or adds a property")
  func escapes() {
    let command = WorkflowCommand(
      "error", [("file", "a,line=9::x%0A.md"), ("title", "t\r\n::error::")],
      "100 %\n::error::injected\r%0A\u{1B}[2J")
    #expect(
      command.line == "::error file=a%2Cline=9%3A%3Ax%250A.md,title=t%0D%0A%3A%3Aerror%3A%3A::"
        + "100 %25%0A::error::injected%0D%250A␛[2J")
    #expect(!command.line.contains("\n"))
  }

  @Test("of ten findings all are shown; of more, the tenth says how many are left and where")
  func cap() {
    func found(_ count: Int) -> [Diagnostic] {
      (0..<count).map { Diagnostic("x", at: nil, "\($0)") }
    }
    #expect(commands(found(10)).count == 10)
    let many = commands(found(25))
    #expect(many.count == 10)
    #expect(
      many.last == "::error::16 more errors are not shown here. All of them: "
        + "https://example.org/run")
  }

  @Test(
    "places outside of any text have a line and a column all the same",
    arguments: [(0, 0, 1, 1), (2, 400, 2, 7), (99, 3, 99, 3), (1, -5, 1, 1)])
  func outside(line: Int, column: Int, expectedLine: Int, expectedColumn: Int) {
    let place = Place(file: "articles/a.md", line: line, column: column)
    #expect(places.line(place) == expectedLine)
    #expect(places.column(place) == expectedColumn)
  }
}
