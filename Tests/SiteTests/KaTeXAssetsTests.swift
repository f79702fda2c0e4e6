import Testing
import Weave

@testable import Site

@Suite("KaTeX in the site")
struct KaTeXAssetsTests {
  @Test("of each font only WOFF2 stays")
  func stylesheet() {
    let css =
      "@font-face{font-family:K;src:url(fonts/K.woff2) format('woff2'),url(fonts/K.woff) "
      + "format('woff'),url(fonts/K.ttf) format('truetype');font-weight:400}.katex{font:K}"
    #expect(
      KaTeXAssets.onlyWOFF2(css)
        == "@font-face{font-family:K;src:url(fonts/K.woff2) format('woff2');font-weight:400}"
        + ".katex{font:K}")
  }

  @Test("every font that the installed stylesheet names is in the site")
  func installed() throws {
    var tree = SiteTree()
    #expect(KaTeXAssets.add(to: &tree, from: try .find()) == [])
    let css = String(decoding: try #require(tree["assets/katex/katex.min.css"]), as: UTF8.self)
    let named = css.matches(of: /url\(([^)]*)\)/).map { "assets/katex/\($0.output.1)" }
    #expect(named.count >= 20)
    for font in named { #expect(tree[font] != nil, "\(font)") }
    #expect(!css.contains(".ttf"))
  }

  @Test("a folder without KaTeX is an error that says how to get it")
  func missing() throws {
    var tree = SiteTree()
    let found = KaTeXAssets.add(to: &tree, from: KaTeXInstallation(folder: "/nowhere"))
    #expect(found.map(\.id) == ["site.katex"])
    #expect(found.first?.fix?.contains("apt-get install libjs-katex") == true)
  }
}
