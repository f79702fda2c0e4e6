import Diagnostics
import Foundation
import Ledger
import MathCore
import Runner
import Testing

@testable import Site

/// Statistical checks as a site's author and its readers meet them.
@Suite("Statistical checks of a site")
struct ChanceTests {
  private let article = """
    > [!CLAIM gumbel] Gumbel-max draws from softmax
    >
    > The winner of $x_i + g_i$ is $i$ with probability $\\operatorname{softmax}(x)_i$.

    ```swift
    let x: Vector<Double> = [1, 2, 3]
    claim("gumbel")
      .statistical(probabilities: softmax([1, 2, 3] as Vector<Ball>), detects: 0.2) { draw in
        gumbelArgmax(x, using: &draw)
      }
      .mutant("noise of half the size") { draw in
        argmax(x.map { $0 + 0.5 * draw.gumbel() })
      }
    ```
    """

  // MARK: The site file

  private func read(_ text: String) -> (site: SiteFile, findings: [String]) {
    let (site, diagnostics) = SiteFileReader.read(Array(text.utf8), file: "site.yml")
    return (
      site,
      diagnostics.map { found in
        let place = found.place.map { "\($0.line):\($0.column)" } ?? "-"
        return "\(place) \(found.id): \(found.message)"
      }
    )
  }

  @Test("salt and budget stand in the site file; without a salt the address or the title is it")
  func siteFile() {
    let (site, findings) = read("title: T\nchance:\n  salt: sea\n  budget: 2.5e-5\n")
    #expect(findings == [])
    #expect(site.seed == RunSeed(salt: "sea"))
    #expect(site.budget == Rational(1, 40_000))
    #expect(read("title: T\n").site.seed == RunSeed(salt: "T"))
    #expect(read("title: T\nurl: https://a.b/\n").site.seed == RunSeed(salt: "https://a.b/"))
    #expect(read("title: T\n").site.budget == Rational(1, 10_000))
  }

  @Test("what is wrong there is told at its place")
  func siteFileErrors() {
    #expect(
      read("title: T\nchance: 1\n").findings
        == ["2:9 site.value: `chance` needs lines such as `budget: 1e-4`"])
    #expect(
      read("title: T\nchance:\n  bugdet: 1e-4\n").findings
        == ["3:3 site.unknown-key: unknown key `bugdet` in `chance`"])
    for budget in ["0", "1", "-1e-4", "much", "[1]", "nan"] {
      #expect(
        read("title: T\nchance:\n  budget: \(budget)\n").findings
          == ["3:11 site.budget: `budget` is a number between 0 and 1"])
    }
  }

  // MARK: From the article to the page

  @Test(
    "Gumbel-max, from the article to the page, the ledger and the data",
    .enabled(if: Repository.hasCore, "the core library is not built: run ./evident test"))
  func gumbel() throws {
    let site = try SiteTest(siteFile: "title: Test\nchance:\n  salt: sea\n")
    try site.article("a", article)
    let result = try site.build()
    #expect(result.verification.findings == [])
    #expect(result.verification.ledger.claims.map(\.verdict) == [.supported])
    let pages = site.published()
    let page = try #require(pages["a/index.html"])
    for text in [
      "Regression (fixed seed): not rejected at α = 1e-6 in 27\u{202F}000 draws; a bias of 20 % in "
        + "any outcome would be seen with probability ≥ 0.99.",
      "each probability in turn 20 % higher: rejected", "noise of half the size: rejected",
      "Significance level α", "fixed, from the claim's id and the site's salt",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    let ledger = try #require(pages["ledger/index.html"])
    #expect(ledger.contains("1 statistical check spends α = 1e-6 of the site"))
    let data = try #require(pages["ledger.json"])
    #expect(data.contains(#""budget": "1e-4""#) && data.contains(#""spent": "1e-6""#))
    #expect(data.contains(#""salt": "sea""#) && data.contains(#""fresh_seed": null"#))
  }

  @Test(
    "more α than the budget is an error, and nothing is published",
    .enabled(if: Repository.hasCore, "the core library is not built: run ./evident test"))
  func overspent() throws {
    let site = try SiteTest(siteFile: "title: Test\nchance:\n  budget: 5e-7\n")
    try site.article("a", article)
    let result = try site.build()
    #expect(result.verification.findings == ["articles/a.md:11:1 chance.budget"])
    #expect(result.publication == nil)
    #expect(
      result.verification.diagnostics.first?.fix
        == "give each check alpha: 5e-7 or less, or write `budget: 1e-6` under `chance:` in "
        + "site/site.yml")
  }

  @Test(
    "fresh runs: other draws, logged, added up in a file, and not twice",
    .enabled(if: Repository.hasCore, "the core library is not built: run ./evident test"))
  func freshRuns() throws {
    let site = try SiteTest()
    try site.article("a", article)
    let file = EvidenceFile(path: site.folder.url.appending(path: "evidence.json").path)
    func check(_ seed: String) throws -> Verification {
      let folder = SiteFolder(root: site.folder.url)
      let builder = SiteBuilder(
        SiteInputs(in: folder), stages: Stages(folder: folder, jobs: nil),
        fresh: FreshRun(seed: seed, book: try file.read()))
      let everything = try Selection([], in: builder.inputs.documents, of: folder)
      let verification = builder.verify(everything)
      try file.write(try #require(verification.ledger.evidence))
      return verification
    }
    let first = try check("2026-11-24")
    #expect(first.findings == [])
    #expect(
      first.ledger.claims[0].checks[0].sentence.hasPrefix(
        "Evidence (fresh seed “2026-11-24”): not rejected at α = 1e-6"))
    let second = try check("2026-11-25")
    #expect(
      first.runs[0].checks[0].trial.draws?.counts != second.runs[0].checks[0].trial.draws?.counts)
    #expect(try file.read().processes[0].runs.map(\.seed) == ["2026-11-24", "2026-11-25"])
    let again = try check("2026-11-25")
    #expect(again.findings == ["articles/a.md:11:1 evidence.seed-used"])
    #expect(try file.read().processes[0].runs.count == 2)
    // Prose is not what the evidence is about; the code is.
    try site.article("a", "A word.\n\n" + article)
    _ = try check("2026-11-26")
    #expect(try file.read().processes[0].runs.count == 3)
    try site.article("a", article.replacing("[1, 2, 3]", with: "[1,  2, 3]"))
    _ = try check("2026-11-27")
    #expect(try file.read().processes[0].runs.map(\.seed) == ["2026-11-27"])
  }
}
