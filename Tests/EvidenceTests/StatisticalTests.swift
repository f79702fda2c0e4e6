import Evident
import MathCore
import Records
import Testing

/// What a statistical check records: data, from draws that nothing but its name decides.
@Suite("Draws of statistical checks")
struct StatisticalTests {
  private func exponential(_ id: StaticString, draws: Int? = nil) -> Recorded {
    Recorded {
      claim(id).statistical(mean: 1, deviation: 1, detects: 0.2, draws: draws) {
        $0.exponential()
      }
    }
  }

  @Test("the draws of a claim are the same every time, whatever ran before, and not another's")
  func sameDraws() {
    let first = exponential("a").trial.draws
    let other = exponential("b").trial.draws
    #expect(first == exponential("a").trial.draws)
    #expect(first?.sums != other?.sums)
    let part = Recorded {
      claim("a", part: 2).statistical(mean: 1, deviation: 1, detects: 0.2) { $0.exponential() }
    }
    #expect(part.trial.draws?.sums != first?.sums)
  }

  @Test("draw i does not depend on how many numbers other draws have taken")
  func independentDraws() {
    // Every draw but the ninth takes one number more than it uses.
    func nineth(_ waste: Bool) -> Double {
      var value = 0.0
      var index = 0
      _ = Recorded {
        claim("a").statistical(bounded: 0...1, mean: 1 / 2, detects: 0.2, draws: 20) { draw in
          let number = draw.uniform()
          if waste, index != 9 { _ = draw.uniform() }
          if index == 9 { value = number }
          index += 1
          return number
        }
      }
      return value
    }
    #expect(nineth(true) == nineth(false))
  }

  @Test("the number of draws is derived from effect, level and power, rounded up to two digits")
  func derivedDraws() {
    // mpmath: (log(3/α) − log(1 − 0.9999))/−log(g·h) = 2 965.98…
    #expect(exponential("a").checks[0].statistical?.draws == 3000)
    #expect(exponential("a", draws: 50).checks[0].statistical?.draws == 50)
    let hopeless = Recorded {
      claim("a").statistical(mean: 1, deviation: 90, detects: 0.2) { $0.exponential() }
    }
    #expect(hopeless.checks[0].statistical?.draws == 100_000)
  }

  @Test("the record holds what is stated, enclosed, and the sums; the statement as TeX")
  func record() throws {
    let recorded = exponential("a", draws: 100)
    let check = recorded.checks[0]
    let design = try #require(check.statistical)
    #expect(check.evidence == .statistical && !check.coversLaw && check.never == nil)
    #expect(check.statement == "\\mathbb{E}\\,X = 1,\\quad \\sigma(X) \\le 1")
    #expect(design.stated == [Enclosure(lower: "1", upper: "1")])
    #expect(design.level == "1/1000000")
    #expect(design.effect == StatedEffect(isRelative: true, size: "1/5"))
    #expect(check.trial.held == 100 && check.trial.required == 100)
    let draws = try #require(check.trial.draws)
    #expect(draws.count == 100 && draws.sums.count == KnownDeviationTest.sumCount)
    #expect(recorded.mutants.map(\.why) == ["the mean 20 % higher", "the mean 20 % lower"])
    #expect(recorded.mutants.map(\.trial.draws?.moved) == [1, -1])
  }

  @Test("an irrational mean is enclosed to more digits than the test can see")
  func enclosedMean() throws {
    let recorded = Recorded {
      claim("a").statistical(mean: exp(1), deviation: exp(1), detects: 0.2, draws: 10) {
        2.718281828459045 * $0.exponential()
      }
    }
    let stated = try #require(recorded.checks[0].statistical?.stated.first)
    let lower = try #require(Rational(stated.lower))
    let upper = try #require(Rational(stated.upper))
    #expect(lower < upper && upper - lower < 1e-50)
    #expect(Ball(exactly: 2.718281828459045).upper.map { $0 < lower } == true)
  }

  @Test(
    "a draw that is no number refutes, at its place, and none is left out",
    arguments: [Double.nan, .infinity, -.infinity])
  func notANumber(value: Double) throws {
    var index = -1
    let trial = Recorded {
      claim("a").statistical(mean: 1, deviation: 1, detects: 0.2, draws: 100) { draw in
        index += 1
        return index == 17 ? value : draw.exponential()
      }
    }.trial
    #expect(trial.violated == 1 && trial.held == 17)
    let violation = try #require(trial.violation)
    #expect(violation.point == [Binding("\\text{draw}", "17")])
    #expect(violation.left == "\(value)" && violation.right == "ℝ")
    #expect(trial.draws == nil)
  }

  @Test("a draw outside of the stated range, or of the outcomes, refutes")
  func outside() {
    let range = Recorded {
      claim("a").statistical(bounded: 0...1, mean: 1 / 2, detects: 0.2) { _ in 1.5 }
    }
    #expect(range.trial.violation?.right == "[0.0, 1.0]")
    let outcome = Recorded {
      claim("a").statistical(probabilities: [1 / 2, 1 / 2], detects: 0.2) { _ in 2 }
    }
    #expect(outcome.trial.violation?.left == "2")
    #expect(outcome.trial.violation?.right == "{0, …, 1}")
    #expect(outcome.mutants.allSatisfy { $0.trial.violated == 1 })
  }

  @Test("what makes no test is undecided, with the reason")
  func noTest() {
    func reason(_ body: () -> Void) -> String? {
      let trial = Recorded(body).trial
      return trial.undecided == 1 ? trial.stopped : nil
    }
    let t = real("t")
    #expect(
      reason { claim("a").statistical(mean: 0, deviation: 1, detects: 0.2) { $0.normal() } }
        == "the stated value is 0, and a share of nothing is nothing: write detects: .absolute(…)")
    #expect(
      reason { claim("a").statistical(mean: t, deviation: 1, detects: 0.2) { $0.normal() } }
        == "the mean is not a number: it depends on a variable")
    #expect(
      reason { claim("a").statistical(mean: 1, deviation: 0, detects: 0.2) { $0.normal() } }
        == "a deviation of 0 leaves nothing to chance")
    #expect(
      reason {
        claim("a").statistical(bounded: 0...1, mean: 2, detects: 0.2) { $0.uniform() }
      } == "a mean of 2 does not lie inside of the stated range")
    let bad = reason {
      claim("a").statistical(probabilities: [1 / 2, 1 / 3], detects: 0.2) { _ in 0 }
    }
    #expect(bad?.hasSuffix("not to 1") == true)
    #expect(
      reason {
        claim("a").statistical(probabilities: [3 / 2, -1 / 2], detects: 0.2) { _ in 0 }
      } == "a stated probability is negative")
    #expect(
      reason { claim("a").statistical(mean: log(-1), deviation: 1, detects: 0.2) { $0.normal() } }
        != nil)
  }

  @Test("a mean of 0 is tested with an absolute effect")
  func absolute() {
    let recorded = Recorded {
      claim("a").statistical(mean: 0, deviation: 1, detects: .absolute(0.2)) { $0.normal() }
    }
    #expect(recorded.trial.held == recorded.checks[0].statistical?.draws)
    #expect(recorded.mutants.map(\.why) == ["the mean by 0.2 higher", "the mean by 0.2 lower"])
  }

  @Test("mutants draw the same random numbers as the sampler that they damage")
  func mutants() throws {
    let recorded = Recorded {
      claim("a")
        .statistical(mean: 1, deviation: 1, detects: 0.2, draws: 500) { $0.exponential() }
        .mutant("the same") { draw in draw.exponential() }
        .mutant("larger") { draw in 1.2 * draw.exponential() }
    }
    let authors = recorded.mutants.filter { $0.origin == .author }
    #expect(authors.map(\.why) == ["the same", "larger"])
    #expect(authors[0].trial.draws == recorded.trial.draws)
    #expect(authors[1].trial.draws?.sums != recorded.trial.draws?.sums)
  }

  @Test("events and outcomes have mutants of their own kind")
  func kinds() {
    let recorded = Recorded {
      claim("a")
        .statistical(probability: 1 / 2, detects: 0.2) { $0.uniform() < 0.5 }
        .mutant("too often") { draw in draw.uniform() < 0.6 }
      claim("a")
        .statistical(probabilities: [1 / 2, 1 / 2], detects: 0.2) { $0.uniform() < 0.5 ? 0 : 1 }
        .mutant("too often") { draw in draw.uniform() < 0.6 ? 0 : 1 }
    }
    let authors = recorded.mutants.filter { $0.origin == .author }
    #expect(authors.count == 2)
    #expect(authors[0].trial.draws?.counts == authors[1].trial.draws?.counts)
    #expect(recorded.checks[0].trial.draws?.counts != authors[0].trial.draws?.counts)
  }
}
