import Testing

@testable import Runner

@Suite("The compiler's messages are read, its excerpts are not")
struct CompilerMessageTests {
  @Test("errors, warnings and notes with their places")
  func messages() {
    let output = """
      articles/x.md:4:14: error: cannot convert value of type 'String' to specified type 'Int'
      let a: Int = "text" // y.md: error: not this
                   ^~~~~~
      articles/x.md:2:1: note: declared here
      <unknown>:0: error: unable to load standard library
      a b.md:3:1: warning: 'f()' is deprecated [#DeprecatedDeclaration]
      """
    #expect(
      CompilerMessage.all(in: output) == [
        CompilerMessage(
          file: "articles/x.md", line: 4, column: 14, severity: .error,
          text: "cannot convert value of type 'String' to specified type 'Int'",
          notes: [.init(file: "articles/x.md", line: 2, column: 1, text: "declared here")]),
        CompilerMessage(
          file: "<unknown>", line: 0, column: 0, severity: .error,
          text: "unable to load standard library"),
        CompilerMessage(
          file: "a b.md", line: 3, column: 1, severity: .warning, text: "'f()' is deprecated"),
      ])
  }

  @Test("the names that a message is about")
  func names() {
    let names = CompilerMessage.quotedNames(
      in: "value of type 'Int' has no member 'f(_:)'; did you mean '+'?")
    #expect(names == ["Int", "f", "+"])
  }
}
