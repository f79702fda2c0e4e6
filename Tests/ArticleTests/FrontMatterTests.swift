import Testing

@testable import Article

@Suite("Front matter")
struct FrontMatterTests {
  @Test("every key, and nothing is taken for a date or a number")
  func keys() {
    let document = expect(
      [],
      inFile: """
        ---
        title: 2026
        summary: "a: b"
        date: 2026-11-23
        series: 1.50
        author: yes
        lang: zh-Hans
        discusses:
          title: 通向概率分布之路
          author: 苏剑林
          date: 2024-06-14
          url: https://kexue.fm/archives/10145
        ---
        Text
        """)
    let matter = document.frontMatter
    #expect(matter.title == "2026")
    #expect(matter.summary == "a: b")
    #expect(matter.date == "2026-11-23")
    #expect(matter.series == "1.50")
    #expect(matter.author == "yes")
    #expect(matter.lang == "zh-Hans")
    #expect(matter.discusses?.author == "苏剑林")
    #expect(matter.discusses?.date == "2024-06-14")
    #expect(document.slug == "a")
  }

  @Test("what is missing, unknown or malformed, at its place")
  func errors() {
    expect(["frontmatter.missing"], inFile: "①Text")
    expect(["frontmatter.unclosed"], inFile: "①---\ntitle: x\n")
    expect(["frontmatter.title"], inFile: "①---\nsummary: x\n---\n")
    expect(["frontmatter.title"], inFile: "①---\n---\n")
    expect(["frontmatter.date"], inFile: "---\ntitle: x\ndate: ①2026-02-30\n---\n")
    expect(["frontmatter.value"], inFile: "---\ntitle: ①[a, b]\n---\n")
    expect(
      ["frontmatter.url"],
      inFile: "---\ntitle: x\ndiscusses:\n  title: y\n  url: ①javascript:alert(1)\n---\n")
    expect(
      ["frontmatter.date"], inFile: "---\ntitle: x\ndiscusses:\n  title: y\n  date: ①soon\n---\n")
    expect(["frontmatter.value"], inFile: "---\ntitle: x\nsummary: ①[a]\n---\n")
    let document = expect(["frontmatter.unknown-key"], inFile: "---\ntitle: x\n①summry: y\n---\n")
    #expect(document.diagnostics.first?.message == "unknown key `summry`; did you mean `summary`?")
  }

  @Test("YAML that is none, at its line and byte column")
  func malformed() {
    expect(["frontmatter.yaml"], inFile: "---\ntitle: é: ①b\n---\n".replacingMarker())
    expect(["frontmatter.yaml"], inFile: "---\n①just text\n---\n")
  }
}

extension String {
  /// libyaml names the place of the second colon.
  fileprivate func replacingMarker() -> String { "---\ntitle: é①: b\n---\n" }
}
