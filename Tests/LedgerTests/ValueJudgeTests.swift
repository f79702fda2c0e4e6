import Article
import Diagnostics
import Records
import Testing

@testable import Ledger

@Suite("Literals in prose")
struct ValueJudgeTests {
  private func judge(_ quantity: Quantity, _ text: String) -> ValueJudge.Opinion {
    let source = "---\ntitle: t\n---\n\n`{swift} x \(text)`\n"
    let document = ArticleParser.parse(Array(source.utf8), path: "articles/a.md")
    guard case .value(let value)? = document.runnables.first, let claimed = value.claimed else {
      Issue.record("no literal in \(text)")
      return ValueJudge.Opinion(verdict: .failed)
    }
    return ValueJudge.judge(quantity, claimed)
  }

  @Test("half a unit of the last printed place, not more")
  func halfUnit() {
    let value = Quantity.double("0.6652409557748219")
    #expect(judge(value, "≈ 0.665").verdict == .holds)
    #expect(judge(value, "≈ 0.67").verdict == .holds)
    #expect(judge(value, "≈ 0.6650").verdict == .refuted)
    #expect(judge(value, "≈ 0.666").verdict == .refuted)
  }

  @Test("the common slip is named")
  func truncation() {
    #expect(
      judge(.double("0.6666666666666666"), "≈ 0.666").message
        == "computed 0.6666666666666666, which rounds to 0.667; 0.666 is the truncation")
  }

  @Test("equality is equality of exact values")
  func equality() {
    #expect(judge(.integer("42"), "= 42").verdict == .holds)
    #expect(judge(.rational(numerator: "7", denominator: "8"), "= 7/8").verdict == .holds)
    #expect(judge(.rational(numerator: "7", denominator: "8"), "= 0.875").verdict == .holds)
    #expect(judge(.double("0.1"), "= 0.1").verdict == .holds)
    #expect(judge(.double("0.30000000000000004"), "= 0.3").verdict == .refuted)
    #expect(judge(.boolean(true), "= true").verdict == .holds)
    #expect(judge(.boolean(false), "= true").verdict == .refuted)
  }

  @Test("a ball must lie wholly inside, and proves no equality")
  func balls() {
    #expect(judge(.ball(lower: "1/3", upper: "334/1000"), "≈ 0.33").verdict == .holds)
    #expect(judge(.ball(lower: "33/100", upper: "34/100"), "≈ 0.33").verdict == .inconclusive)
    #expect(judge(.ball(lower: "5/10", upper: "6/10"), "≈ 0.33").verdict == .refuted)
    #expect(judge(.ball(lower: nil, upper: nil), "≈ 0.33").verdict == .inconclusive)
    #expect(judge(.ball(lower: "0", upper: "1"), "= 1").verdict == .inconclusive)
  }

  @Test("signs, exponents, percent and tuples")
  func forms() {
    #expect(judge(.double("-2.5e-08"), "≈ −2.5e-8").verdict == .holds)
    #expect(judge(.double("-2.5e-08"), "≈ -2.5 × 10⁻⁸").verdict == .holds)
    #expect(judge(.double("0.253"), "≈ 25.3%").verdict == .holds)
    #expect(
      judge(.vector([.double("0.25"), .double("0.75")]), "≈ (0.25, 0.75)").verdict == .holds)
    #expect(
      judge(.vector([.double("0.25"), .double("0.75")]), "≈ (0.25, 0.76)").verdict == .refuted)
    #expect(judge(.vector([.double("0.25")]), "≈ (0.25, 0.75)").verdict == .refuted)
  }

  @Test("NaN and infinity never pass for numbers")
  func nonFinite() {
    #expect(judge(.double("nan"), "≈ 0.33").verdict == .refuted)
    #expect(judge(.double("inf"), "≈ 0.33").verdict == .refuted)
  }
}
