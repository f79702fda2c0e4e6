import Foundation
import Testing

@testable import Site

/// From an article's code to the file that a reader checks: they need the core library.
@Suite(
  "Published certificates",
  .enabled(if: Repository.hasCore, "the core library is not built: run ./evident test"))
struct CertificateTests {
  private let site: SiteTest
  init() throws { site = try SiteTest() }

  private let claims = """
    > [!CLAIM form:definite] The form is definite
    >
    > It is never negative.

    ```swift
    let second: Matrix<Rational> = [[2, -1], [-1, 2]]
    claim("form:definite").exact(positiveDefinite(second))
      .mutant("a larger entry", positiveDefinite([[2, -3], [-3, 2]]))
    ```

    > [!CLAIM many] Squares
    >
    > Squares are not negative.

    ```swift
    claim("many").exact(over: integers(0...5000)) { Rational($0) * Rational($0) .>= 0 }
    ```
    """

  @Test("a file for each claim that has any, linked from its card, with the program beside")
  func published() throws {
    try site.article("one", claims)
    let result = try site.build()
    #expect(result.verification.findings == [])
    #expect(result.verification.ledger.claims.map(\.verdict) == [.holds, .holds])
    let pages = site.published()
    #expect(
      pages.keys.filter { $0.hasPrefix("certificates/") } == ["certificates/form~definite.json"])
    #expect(pages["certificates/form~definite.json"] == expected)
    let page = try #require(pages["one/index.html"])
    #expect(page.contains("href=\"../certificates/form~definite.json\""))
    #expect(page.contains("href=\"../assets/check_certificates.py\""))
    #expect(pages["assets/check_certificates.py"] != nil)
    #expect(page.contains("Certificate: not published, 5001 points."))
  }

  @Test("a site without the program that its pages offer is told so")
  func noChecker() throws {
    try site.folder.remove("site/assets/check_certificates.py")
    try site.article("one", claims)
    #expect(try site.build().verification.diagnostics.map(\.id) == ["certificate.no-checker"])
  }

  @Test(
    "what is published passes the program that is published with it",
    .enabled(if: SiteTest.python != nil, "python3 is not here"))
  func checked() throws {
    try site.article("one", claims)
    try site.build()
    let (status, output) = try site.checkCertificates()
    #expect(status == 0)
    let form = "(((2 * (x_{1} ^ 2)) - (2 * (x_{1} * x_{2}))) + (2 * (x_{2} ^ 2)))"
    let square = "((x_{1} ^ 2) + (x_{2} ^ 2))"
    #expect(output == "ok        form:definite: (\(form) - \(square)) ≥ 0\n")
  }

  private let expected = """
    {
      "format": "evident certificates",
      "version": 1,
      "claim": "form:definite",
      "title": "The form is definite",
      "page": "one/index.html#form:definite",
      "checks": [
        {
          "part": null,
          "verdict": "holds",
          "summary": "Proved exactly for every real vector $x \\\\ne 0$.",
          "statement": "x^{\\\\top} \\\\begin{pmatrix}2 & -1 \\\\\\\\ -1 & 2\\\\end{pmatrix}\\\\, x > 0",
          "certificates": [
            {"kind":"combination","steps":[["number","2"],["atom","x_{1}"],["^",1,2],["*",0,2],\
    ["atom","x_{2}"],["*",1,4],["*",0,5],["-",3,6],["^",4,2],["*",0,8],["+",7,9],["+",2,8],\
    ["-",10,11],["-",1,4]],"given":[],"conclusions":[{"slack":12,"relation":"≥",\
    "terms":[{"weight":"1","root":[13],"given":[]}]}]}
          ]
        }
      ]
    }

    """
}
