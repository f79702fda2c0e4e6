import Diagnostics
import Testing

@testable import Site

@Suite("The site file")
struct SiteFileTests {
  private func read(_ text: String) -> (site: SiteFile, diagnostics: [Diagnostic]) {
    SiteFileReader.read(Array(text.utf8), file: "site.yml")
  }

  private func findings(_ text: String) -> [String] {
    read(text).diagnostics.map { found in
      let place = found.place.map { "\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(found.id): \(found.message)" + (found.fix.map { " | \($0)" } ?? "")
    }
  }

  @Test("every key, with macros")
  func everything() {
    let (site, diagnostics) = read(
      #"""
      title: Evidence
      description: What is true.
      url: https://example.org/math/
      author: A. Author
      language: zh-Hans
      macros:
        \R: \mathbb{R}
        '\E': "\\operatorname{E}"
      """#)
    var expected = SiteFile(title: "Evidence")
    expected.description = "What is true."
    expected.url = "https://example.org/math/"
    expected.author = "A. Author"
    expected.language = "zh-Hans"
    expected.macros = [#"\R"#: #"\mathbb{R}"#, #"\E"#: #"\operatorname{E}"#]
    #expect(site == expected)
    #expect(diagnostics == [])
  }

  @Test("an unknown key is found, with what may have been meant")
  func unknownKey() {
    #expect(
      findings("title: A\ndescripton: B\n") == [
        "2:1 site.unknown-key: unknown key `descripton` | did you mean `description`?"
      ])
  }

  @Test("columns count bytes, after text of any script")
  func columns() {
    #expect(
      findings("{title: 数学, url: ftp://x}") == [
        "1:22 site.url: `url` must start with `https://` or `http://`"
      ])
  }

  @Test("a key twice, a broken line and a wrong shape are errors at their places")
  func broken() {
    #expect(findings("title: A\ntitle: B\n") == ["1:1 site.yaml: written twice: `title`"])
    #expect(findings("title: [A\n").first?.hasPrefix("2:1 site.yaml: not YAML:") == true)
    #expect(
      findings("- title\n") == [
        "1:1 site.shape: the site file must be a list of `key: value` lines"
      ])
    #expect(findings("title: [A]\n") == ["1:8 site.value: `title` needs a text"])
    #expect(
      findings("title: A\nmacros:\n  R: x\n") == [
        "3:3 site.macro: the name of a macro starts with a backslash"
      ])
    #expect(findings("title: A\nlanguage: en us\n").first?.hasPrefix("2:11 site.language") == true)
  }

  @Test("an empty file, no title, and bytes that are no text")
  func unreadable() {
    #expect(findings("") == ["1:1 site.title: the site file is empty | write `title: …` into it"])
    #expect(
      findings("author: B\n") == [
        "1:1 site.title: the site has no title | write `title: …` into the file"
      ])
    let (_, diagnostics) = SiteFileReader.read([0x74, 0xFF], file: "site.yml")
    #expect(diagnostics.map(\.id) == ["site.encoding"])
    #expect(findings("title: a\u{0}b\n").count == 1)
  }

  @Test("only web addresses become links")
  func addresses() {
    #expect(WebAddress.isWeb("https://kexue.fm/archives/10145"))
    #expect(WebAddress.isWeb("HTTP://example.org"))
    #expect(!WebAddress.isWeb("javascript:alert(1)"))
    #expect(!WebAddress.isWeb("https://a b"))
    #expect(!WebAddress.isWeb(" https://a"))
  }
}
