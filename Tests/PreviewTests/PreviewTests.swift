import Foundation
import Testing

@testable import Preview

@Suite("Writing with the preview open")
struct PreviewTests {
  private let site: PreviewSite
  init() throws { site = try PreviewSite() }

  @Test("pages, assets and the ledger are there; nothing is written but below .evident")
  func pages() async throws {
    try site.article("one", "Text with $x^2$.")
    try await site.preview { browser in
      let page = try await browser.page("/one/") { $0.contains("Text with") }
      #expect(page.contains("class=\"katex\""))
      #expect(page.contains("src=\"/.evident/preview.js\""))
      #expect(!page.contains("<aside class=\"evident-preview\""))
      #expect(try await browser.get("/").body.contains("one/index.html"))
      #expect(try await browser.get("/assets/evident.css").body == "body {}\n")
      #expect(try await browser.get("/ledger.json").body.contains("\"schema\": 1"))
      let script = try await browser.get("/.evident/preview.js")
      #expect(script.headers["content-type"] == "text/javascript; charset=utf-8")
    }
    #expect(!FileManager.default.fileExists(atPath: site.root.path + "/site/public"))
  }

  @Test("an edit is told to the page, which then gets the new text")
  func edit() async throws {
    try site.article("one", "Before.")
    try await site.preview { browser in
      let before = try await browser.page("/one/") { $0.contains("Before.") }
      let edition = try #require(Browser.edition(of: before))
      try site.article("one", "After.")
      let event = try await browser.get("/.evident/events?seen=\(edition)").body
      #expect(event.contains("\"assets\": \"0\""))
      let after = try await browser.get("/one/").body
      #expect(after.contains("After.") && !after.contains("Before."))
      #expect(event.contains("\"\(try #require(Browser.edition(of: after)))\""))
    }
  }

  @Test("a broken article is shown, with what is wrong at its top, and mended")
  func broken() async throws {
    try site.article("one", "Good.")
    try site.article("two", "Other.")
    try await site.preview { browser in
      _ = try await browser.page("/one/") { $0.contains("Good.") }
      try site.article("one", "Still text, but <b>$\\frac{1}$</b> is wrong.")
      let page = try await browser.page("/one/") { $0.contains("<aside class=\"evident-preview\"") }
      #expect(page.contains("Still text"))
      #expect(page.contains("articles/one.md:5:"))
      #expect(page.contains("\nStill text, but &lt;b&gt;$\\frac{1}$&lt;/b&gt; is wrong.</pre>"))
      #expect(page.contains("1 error</a>"))
      let other = try await browser.get("/two/").body
      #expect(other.contains("1 error in <a href=\"/one/\">articles/one.md</a>"))
      try site.article("one", "Good again.")
      _ = try await browser.page("/one/") {
        $0.contains("Good again.") && !$0.contains("<aside class=\"evident-preview\"")
      }
    }
  }

  @Test("a burst of saves ends with what was saved last")
  func burst() async throws {
    try site.article("one", "Version 0.")
    try await site.preview { browser in
      _ = try await browser.page("/one/") { $0.contains("Version 0.") }
      for version in 1...200 { try site.article("one", "Version \(version).") }
      _ = try await browser.page("/one/") { $0.contains("Version 200.") }
      for version in 201...240 { try site.articleByRename("one", "Version \(version).") }
      let page = try await browser.page("/one/") { $0.contains("Version 240.") }
      #expect(!page.contains("<aside class=\"evident-preview\""))
    }
  }

  @Test("an article that vanishes takes its page along; a new one, in a new folder, gets one")
  func comingAndGoing() async throws {
    try site.article("one", "One.")
    try await site.preview { browser in
      _ = try await browser.page("/one/") { $0.contains("One.") }
      try site.remove("articles/one.md")
      _ = try await browser.page("/") { $0.contains("There are no articles yet") }
      let missing = try await browser.get("/one/")
      #expect(missing.status == 404)
      #expect(missing.body.contains("preview.js"))
      try site.write("---\ntitle: New\n---\n\nNew.\n", at: "articles/deep/er/new.md")
      _ = try await browser.page("/new/") { $0.contains("New.") }
      try site.remove("articles")
      _ = try await browser.page("/") { $0.contains("There are no articles yet") }
      try site.article("one", "Back.")
      _ = try await browser.page("/one/") { $0.contains("Back.") }
    }
  }

  @Test("templates, site file and assets count; a broken template says so and recovers")
  func everythingElse() async throws {
    try site.article("one", "One.")
    let template = try String(
      contentsOf: site.root.appending(path: "site/templates/article.mustache"), encoding: .utf8)
    try await site.preview { browser in
      _ = try await browser.page("/one/") { $0.contains("One.") }
      try site.write("title: Renamed\n", at: "site/site.yml")
      _ = try await browser.page("/one/") { $0.contains("Renamed") }
      try site.write("{{#title}}", at: "site/templates/article.mustache")
      let broken = try await browser.page("/one/") {
        $0.contains("site/templates/article.mustache:")
      }
      #expect(broken.contains("This page cannot be made."))
      try site.write(template, at: "site/templates/article.mustache")
      let mended = try await browser.page("/one/") { $0.contains("One.") }
      let edition = try #require(Browser.edition(of: mended))
      try site.write("body { color: red }\n", at: "site/assets/evident.css")
      let event = try await browser.get("/.evident/events?seen=\(edition)").body
      #expect(event.contains("\"assets\": \"1\""))
      #expect(try await browser.get("/assets/evident.css").body == "body { color: red }\n")
    }
  }

  @Test("what an editor leaves beside an article, and a built site, wake nobody")
  func noLoop() async throws {
    try site.article("one", "One.")
    try await site.preview { browser in
      let page = try await browser.page("/one/") { $0.contains("One.") }
      let edition = try #require(Browser.edition(of: page))
      try site.write("x", at: "articles/.one.md.swp")
      try site.write("x", at: "articles/one.md~")
      try site.write("x", at: "site/public/one/index.html")
      try site.write("x", at: ".evident/cache/x.run")
      try await Task.sleep(for: .milliseconds(600))
      #expect(Browser.edition(of: try await browser.get("/one/").body) == edition)
    }
  }

  @Test("foreign names and pages, other methods and other files get nothing")
  func strangers() async throws {
    try site.article("one", "Secret.")
    try await site.preview { browser in
      _ = try await browser.page("/one/") { $0.contains("Secret.") }
      for headers in [
        ["Host": "evil.example"], ["Host": ""], ["Origin": "http://evil.example"],
        ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"],
      ] {
        let answer = try await browser.get("/one/", headers: headers)
        #expect(answer.status == 403)
        #expect(!answer.body.contains("Secret."))
      }
      #expect(try await browser.get("/one/", method: "POST").status == 405)
      for path in [
        "/../site/site.yml", "/..%2fsite%2fsite.yml", "/%2e%2e/site/site.yml", "/site/site.yml",
        "//etc/passwd", "/one/../../site/site.yml", "/%00", "/articles/one.md", "/%ff",
      ] {
        let answer = try await browser.get(path)
        #expect(answer.status == 404, "\(path)")
        #expect(!answer.body.contains("title: Test"))
      }
      let redirect = try await browser.get("/one")
      #expect(redirect.status == 301)
      #expect(redirect.headers["location"] == "/one/")
      let head = try await browser.get("/one/", method: "HEAD")
      #expect(head.status == 200 && head.body.isEmpty)
    }
  }

  @Test("a preview that has ended has closed its port, and a waiting page has its answer")
  func end() async throws {
    try site.article("one", "One.")
    let (asked, browser) = try await ended()
    #expect(asked)
    await #expect(throws: Browser.NoConnection.self) { try await browser.get("/") }
  }

  /// Ends a preview while a page waits.
  private func ended() async throws -> (Bool, Browser) {
    var used: Browser?
    var waiting: Task<Void, any Error>?
    try await site.preview { browser in
      let page = try await browser.page("/one/") { $0.contains("One.") }
      let edition = try #require(Browser.edition(of: page))
      waiting = Task { _ = try? await browser.get("/.evident/events?seen=\(edition)") }
      used = browser
    }
    try await waiting?.value
    return (waiting != nil, try #require(used))
  }

  @Test("a port that is taken is an error")
  func taken() async throws {
    try await site.preview { browser in
      let other = try Preview(.init(root: site.root), port: browser.port)
      await #expect(throws: (any Error).self) { try await other.start() }
    }
  }
}
