import Foundation
import Testing

@testable import Preview
@testable import Site

/// Previews of articles with code. They need the core library, which `./evident test` builds first.
@Suite(
  "Code in the preview",
  .enabled(
    if: (try? CoreLocation.find()) != nil, "the core library is not built: run ./evident test"))
struct PreviewedCodeTests {
  private let site: PreviewSite
  init() throws { site = try PreviewSite() }

  private let claim = """
    > [!CLAIM square] Square
    >
    > $(x + 1)^2 = x^2 + 2x + 1$ for every real $x$.

    ```swift
    print("run", UInt64.random(in: 0...UInt64.max))
    let x = real("x")
    claim("square", (x + 1) * (x + 1) .== x * x + 2 * x + 1).exact()
    ```
    """

  private func run(_ page: String) -> Substring? {
    page.firstMatch(of: /run ([0-9]+)/)?.output.1
  }

  @Test("verdicts come, a prose edit keeps them and runs nothing, a false claim loses its own")
  func verdicts() async throws {
    try site.article("one", claim)
    try await site.preview { browser in
      let first = try await browser.page("/one/") { $0.contains("1 holds") }
      try site.article("one", "Another opening.\n\n" + claim)
      let second = try await browser.page("/one/") { $0.contains("Another opening.") }
      #expect(second.contains("1 holds"))
      #expect(run(second) != nil && run(second) == run(first))
      try site.article("one", claim.replacing("2 * x + 1)", with: "2 * x + 2)"))
      let third = try await browser.page("/one/") { $0.contains("1 refuted") }
      #expect(third.contains("Claim square: holds → refuted"))
      #expect(third.contains("articles/one.md:12:"))
      try site.article("one", claim)
      let fourth = try await browser.page("/one/") { $0.contains("1 holds") }
      #expect(run(fourth) == run(first))
    }
  }

  @Test("a slow block waits until the page asks for it; its results then stay, in prose edits too")
  func slow() async throws {
    let article = """
      ```swift slow
      print("run", UInt64.random(in: 0...UInt64.max))
      ```

      It is `{swift} 6 * 7 = 42`.
      """
    try site.article("one", article)
    try await site.preview { browser in
      let first = try await browser.page("/one/") { $0.contains("waits until") }
      #expect(run(first) == nil)
      #expect(first.contains("1 slow block of articles/one.md not run."))
      let path = "/.evident/run?article=articles/one.md"
      #expect(first.contains("action=\"\(path)\""))
      // Only a page of the preview's own may ask.
      #expect(try await browser.get(path, method: "POST").status == 403)
      #expect(try await browser.get(path).status == 404)
      let own = ["Origin": "http://127.0.0.1:\(browser.port)"]
      let unknown = path + "x"
      #expect(try await browser.get(unknown, method: "POST", headers: own).status == 404)
      let answer = try await browser.get(path, method: "POST", headers: own)
      #expect(answer.status == 303 && answer.headers["location"] == "/one/")
      let second = try await browser.page("/one/") { run($0) != nil }
      #expect(!second.contains("slow block"))
      try site.article("one", "More prose.\n\n" + article)
      let third = try await browser.page("/one/") { $0.contains("More prose.") }
      #expect(run(third) == run(second))
      // Other code is another question.
      try site.article("one", article.replacing("6 * 7", with: "7 * 6"))
      _ = try await browser.page("/one/") { $0.contains("1 slow block of") }
    }
  }

  @Test("code that does not end is ended with the preview; meanwhile prose is shown")
  func endless() async throws {
    try site.article("one", "Before.\n\n```swift timeout=600\nwhile true {}\n```")
    try await site.preview { browser in
      _ = try await browser.page("/one/") { $0.contains("Before.") && $0.contains("running …") }
      try site.article("one", "After.\n\n```swift timeout=600\nwhile true {}\n```")
      _ = try await browser.page("/one/") { $0.contains("After.") }
      try site.article("one", "Mended.\n\n```swift\nprint(\"run 1\")\n```")
      let page = try await browser.page("/one/") { run($0) != nil && !$0.contains("running …") }
      #expect(page.contains("Mended."))
      try site.article("one", "```swift timeout=600\nwhile true {}\n```")
      _ = try await browser.page("/one/") { $0.contains("running …") }
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: site.root.path + "/.evident")
    #expect(left.filter { $0.hasPrefix("run-") } == [])
  }
}
