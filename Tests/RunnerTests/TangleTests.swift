import Testing

@testable import Runner

@Suite("An article's Swift becomes one program with the article's lines and columns")
struct TangleTests {
  private let article = """
    # Title

    ```swift
    let x = 1
    ```

    - The value `{swift} x + 1` and

      ```swift own
      let y = x

      print(y)
      ```
    """

  @Test("the placed program")
  func placed() {
    let tangle = Tangle(Sketch.document(article))
    #expect(
      tangle.program(of: 0...2).placed == """
        import Evident
        _evidentStart()
        _began(0)
        #sourceLocation(file: "articles/x.md", line: 4)
        let x = 1
        #sourceLocation()
        _ended(0)
        _began(1)
        #sourceLocation(file: "articles/x.md", line: 7)
                    _val(try(x + 1
        ))
        #sourceLocation()
        _ended(1)
        _began(2)
        do {
        #sourceLocation(file: "articles/x.md", line: 10)
          let y = x

          print(y)
        #sourceLocation()
        }
        _ended(2)
        _evidentFinish()

        """)
  }

  @Test("what is hashed has neither lines nor padding, and stays when prose moves the blocks")
  func content() {
    let content = Tangle(Sketch.document(article)).program(of: 0...2).content
    #expect(
      content == """
        import Evident
        _evidentStart()
        _began(0)
        let x = 1
        _ended(0)
        _began(1)
        _val(try(x + 1
        ))
        _ended(1)
        _began(2)
        do {
        let y = x

        print(y)
        }
        _ended(2)
        _evidentFinish()

        """)
    let moved = "More prose.\n\n" + article.replacing("- The value", with: "- The very value")
    #expect(Tangle(Sketch.document(moved)).program(of: 0...2).content == content)
  }

  @Test("every line of the placed program knows its line of the article")
  func articleLines() {
    let program = Tangle(Sketch.document(article)).program(of: [0])
    #expect(program.articleLines == [nil, nil, nil, nil, 4, nil, nil, nil])
  }

  @Test("a leaf ends the program, after the ordinary blocks before it")
  func leaf() {
    let tangle = Tangle(
      Sketch.document(
        """
        ```swift
        let a = 1
        ```
        ```swift own
        let b = 1
        ```
        `{swift} a`
        ```swift traps
        fatalError()
        ```
        """))
    #expect(
      tangle.program(leaf: 3, after: 0...2).placed == """
        import Evident
        _evidentStart()
        _began(0)
        #sourceLocation(file: "articles/x.md", line: 2)
        let a = 1
        #sourceLocation()
        _ended(0)
        _began(3)
        #sourceLocation(file: "articles/x.md", line: 9)
        fatalError()

        """)
  }

  @Test("a path that `#sourceLocation` cannot hold gets another name")
  func paths() {
    #expect(Program.nameable("articles/größe 1.md") == "articles/größe 1.md")
    #expect(Program.nameable("a\"b.md") == "article.md")
    #expect(Program.nameable("c:\\a.md") == "article.md")
  }

  @Test("which runnable a place belongs to")
  func runnables() {
    let tangle = Tangle(
      Sketch.document(
        """
        `{swift} a` and `{swift} b`
        ```swift
        let x = 1
        ```
        """))
    let at = { tangle.runnable(atLine: $0, column: $1) }
    #expect(at(1, 10) == 0)
    #expect(at(1, 4) == 0)
    #expect(at(1, 26) == 1)
    #expect(at(1, 19) == 1)
    #expect(at(3, 1) == 2)
    #expect(at(5, 1) == nil)
  }

  @Test("names that a block declares")
  func names() {
    #expect(
      DeclaredNames.all(
        in: """
          let (a, b) = (1, 2), c = 3
          var d: [Int] = [x, y], e = z
          // let no = 1
          func f<T>(_ t: T) {}; infix operator <+>
          func == (p: S, q: S) -> Bool { true }
          enum E { case one, two }
          let text = "let inside = \\(outside)"
          """) == ["a", "b", "c", "d", "e", "f", "<+>", "==", "E", "one", "text"])
  }

  @Test("expectations are comments, not texts")
  func expectations() {
    let document = Sketch.document(
      """
      ```swift fails
      let a = "// error: not this"
      let b = 1  // error: that
      /* // error: nor this */ // error:
      ```
      """)
    guard case .block(let block) = document.runnables[0] else { return }
    #expect(Expectation.all(in: block, word: "error") == [Expectation(message: "that", line: 3)])
  }
}
