import Diagnostics
import Foundation
import Weave

/// KaTeX's stylesheet and fonts, as the pages load them: only WOFF2, which every browser of today
/// reads, in a third of the files.
struct KaTeXAssets {
  static let folder = "assets/katex"

  static func add(to tree: inout SiteTree, from installation: KaTeXInstallation) -> [Diagnostic] {
    guard let data = FileManager.default.contents(atPath: installation.stylesheet) else {
      return [missing(installation.stylesheet)]
    }
    tree.add(onlyWOFF2(String(decoding: data, as: UTF8.self)), at: "\(folder)/katex.min.css")
    let files = try? FileManager.default.contentsOfDirectory(atPath: installation.fonts)
    let fonts = (files ?? []).filter { $0.hasSuffix(".woff2") }
    if fonts.isEmpty { return [missing(installation.fonts + "/*.woff2")] }
    var diagnostics: [Diagnostic] = []
    for font in fonts.sorted() {
      let path = "\(installation.fonts)/\(font)"
      if let bytes = FileManager.default.contents(atPath: path) {
        tree["\(folder)/fonts/\(font)"] = [UInt8](bytes)
      } else {
        diagnostics.append(missing(path))
      }
    }
    return diagnostics
  }

  /// `src:url(a.woff2) format('woff2'),url(a.woff) …` becomes `src:url(a.woff2) format('woff2')`.
  static func onlyWOFF2(_ css: String) -> String {
    css.replacing(
      /(src:url\([^)]*\.woff2\) ?format\(['"]woff2['"]\))(,url\([^)]*\)( ?format\([^)]*\))?)+/
    ) {
      $0.output.1
    }
  }

  private static func missing(_ path: String) -> Diagnostic {
    Diagnostic(
      "site.katex", at: nil, "KaTeX's \(path) cannot be read",
      fix: "install it: apt-get install libjs-katex fonts-katex, or brew install katex")
  }
}
