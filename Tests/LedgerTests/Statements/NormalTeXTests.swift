import Testing

@testable import Ledger

@Suite("Formulas that read the same")
struct NormalTeXTests {
  @Test(
    "spaces, sizes, needless braces and second names do not count",
    arguments: [
      ("x_1^2", "{x_{1}}^{2}"), ("a\\leq b", "a \\le b"), ("\\left(a + b\\right)^2", "{(a+b)}^{2}"),
      ("\\tfrac{1}{2}", "\\frac12"), ("2\\cdot 3", "2 3"), ("\\lvert x\\rvert", "|x|"),
      ("e^x", "e^{x}"), ("\\sqrt 2", "\\sqrt{2}"), ("a % comment\n+ b", "a+b"),
      ("\\operatorname{Re} z", "\\operatorname{Re}\\,z"), ("{a}{b}", "ab"),
    ])
  func same(a: String, b: String) {
    #expect(NormalTeX(a) == NormalTeX(b))
  }

  @Test(
    "what reads otherwise stays different",
    arguments: [
      ("2 3", "23"), ("x^{12}", "x^1 2"), ("a - b", "a + b"), ("x_{ab}", "x_a b"),
      ("a < b", "b < a"),
      ("\\frac{ab}{c}", "\\frac{a}{bc}"), ("e^{-x}", "e^- x"), ("\\sin x", "s i n x"),
      ("1.5", "15"), ("\\sqrt{2 x}", "\\sqrt{2} x"),
    ])
  func different(a: String, b: String) {
    #expect(NormalTeX(a) != NormalTeX(b))
  }

  @Test(
    "broken TeX is cut without a crash", arguments: ["}", "{", "\\", "^", "\\frac", "_{", "}{"])
  func broken(tex: String) {
    _ = NormalTeX(tex).comparisons
    #expect(NormalTeX(tex) == NormalTeX(tex))
  }

  private func comparisons(_ tex: String) -> Set<TeXComparison>? { NormalTeX(tex).comparisons }

  @Test("a chain states its steps, a list its parts, in either direction")
  func comparisons() {
    #expect(comparisons("a < b \\le c") == comparisons("c \\ge b,\\quad b > a"))
    #expect(comparisons("a = b") == comparisons("b = a"))
    #expect(comparisons("f(a, b) = c, d = e.")?.count == 2)
    #expect(comparisons("x \\in [0, 1]") == [])
  }

  @Test(
    "a formula with words, arrows or a broken side states no comparison that could be told",
    arguments: [
      "a = b \\text{ if } c = d", "a = b \\implies c = d", "a = \\\\ = b", "= b", "f(x = y",
      "\\neg a = b",
    ])
  func untold(tex: String) {
    #expect(comparisons(tex) == nil)
  }
}
