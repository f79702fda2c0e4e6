import Evident
import MathCore
import Records
import Runner
import Testing

@testable import Ledger

/// From the draws of a check to its verdict and its one sentence.
@Suite("Judging by chance")
struct StatisticalJudgeTests {
  private struct Judged {
    var verdict: Verdict
    var reason: String?
    var finding: StatisticalFinding?
    var ends: [MutantEntry.End]
    var sentence: String
  }

  private func judged(seed: RunSeed = RunSeed(), _ body: () -> Void) throws -> Judged {
    try judged(RecordChannel.collecting(body), seed: seed)
  }

  private func judged(_ records: [Record], seed: RunSeed = RunSeed()) throws -> Judged {
    var checks: [CheckRecord] = []
    var mutants: [MutantRecord] = []
    for record in records {
      switch record {
      case .check(let check): checks.append(check)
      case .mutant(let mutant): mutants.append(mutant)
      default: continue
      }
    }
    let judge = try #require(StatisticalJudge(checks[0]))
    let entries = mutants.map { mutant in
      let end = judge.end(of: mutant.trial)
      return MutantEntry(
        record: mutant, end: end, sentence: StatisticalSentences.mutant(mutant, end, judge))
    }
    let opinion = judge.opinion(mutants: entries, accumulated: nil)
    let finding = judge.finding(seed: seed, accumulated: nil)
    var sentence = Sentences.sentence(for: checks[0], opinion, subject: "")
    if opinion.verdict == .supported, let finding {
      sentence = StatisticalSentences.notRejected(checks[0], finding)
    }
    return Judged(
      verdict: opinion.verdict, reason: opinion.reason, finding: finding,
      ends: entries.map(\.end), sentence: sentence)
  }

  // MARK: Means

  @Test("an honest sampler is supported, never more, and the sentence says how far")
  func honest() throws {
    func check() {
      claim("exponential")
        .statistical(mean: 1, deviation: 1, detects: 0.2) { $0.exponential() }
        .mutant("a fifth more") { draw in 1.2 * draw.exponential() }
    }
    let fixed = try judged(check)
    #expect(fixed.verdict == .supported)
    #expect(fixed.ends == [.killed, .killed, .killed])
    #expect(
      fixed.sentence
        == "Regression (fixed seed): not rejected at α = 1e-6 in 3\u{202F}000 draws; a bias of 20 % "
        + "would be seen with probability ≥ 0.99.")
    let fresh = try judged(seed: RunSeed(salt: "", fresh: "2026-11-24"), check)
    #expect(
      fresh.sentence
        == "Evidence (fresh seed “2026-11-24”): not rejected at α = 1e-6 in 3\u{202F}000 draws; a "
        + "bias of 20 % would be seen with probability ≥ 0.99.")
    let power = try #require(fixed.finding?.power)
    #expect(power >= 0.9999 && power < 1)
  }

  @Test("a biased sampler is refuted, with the estimate of its own draws")
  func biased() throws {
    let judged = try judged {
      claim("exponential").statistical(mean: 1, deviation: 1, detects: 0.2) {
        1.2 * $0.exponential()
      }
    }
    #expect(judged.verdict == .refuted)
    #expect(
      judged.sentence.hasPrefix("Refuted: rejected at α = 1e-6 in 3\u{202F}000 draws (p ≤ "))
    #expect(judged.sentence.contains("; the draws say 1.1") || judged.sentence.contains("say 1.2"))
  }

  /// One draw of the positive features of softmax attention over its mean: lognormal, of relative
  /// deviation √(e^(s²) − 1).
  private func performer(_ s: Double, draws: Int?) throws -> Judged {
    let variance = Formula(Rational(exactly: s * s) ?? 0)
    return try judged {
      claim("performer")
        .statistical(mean: 1, deviation: sqrt(exp(variance) - 1), detects: 0.2, draws: draws) {
          exp(s * $0.normal() - s * s / 2)
        }
    }
  }

  @Test("with relative deviation 1.3 a bias of 20 % is seen")
  func lightTail() throws {
    let judged = try performer(1, draws: nil)
    #expect(judged.verdict == .supported)
    #expect(judged.finding?.draws == 5100)
  }

  @Test("with relative deviation 90 nothing is seen, and that is said instead of green")
  func heavyTail() throws {
    let judged = try performer(3, draws: 10_000)
    #expect(judged.verdict == .vacuous)
    #expect(
      judged.sentence
        == "Tests nothing: it would not see a bias of 20 %: no power can be shown for "
        + "10\u{202F}000 draws, 0.99 needs 20\u{202F}000\u{202F}000 draws.")
    #expect(try performer(3, draws: nil).verdict == .vacuous)
    #expect(try performer(4, draws: nil).verdict == .vacuous)
  }

  @Test("too few draws are vacuous although nothing was rejected; even then a rejection counts")
  func tooFew() throws {
    let few = try judged {
      claim("a").statistical(mean: 1, deviation: 1, detects: 0.2, draws: 2000) {
        $0.exponential()
      }
    }
    #expect(few.verdict == .vacuous)
    #expect(
      few.reason
        == "it would not see a bias of 20 %: 2\u{202F}000 draws see it with probability 0.74 at "
        + "least, 0.99 needs 2\u{202F}400 draws")
    let wrong = try judged {
      claim("a").statistical(mean: 1, deviation: 1, detects: 0.2, draws: 200) { _ in 50 }
    }
    #expect(wrong.verdict == .refuted)
  }

  @Test("a deviation that is stated too small refutes, although the mean is right")
  func understatedDeviation() throws {
    let judged = try judged {
      claim("a").statistical(mean: 1, deviation: 1 / 2, detects: 0.2, draws: 3000) {
        $0.exponential()
      }
    }
    #expect(judged.verdict == .refuted)
  }

  @Test("a mutant that is not rejected takes the badge")
  func survivor() throws {
    let judged = try judged {
      claim("a")
        .statistical(mean: 1, deviation: 1, detects: 0.2) { $0.exponential() }
        .mutant("a thousandth more") { draw in 1.001 * draw.exponential() }
    }
    #expect(judged.verdict == .inconclusive)
    #expect(judged.reason == "the check does not reject the mutant “a thousandth more”")
  }

  @Test(
    "draws that use none of the numbers they are handed have another seed, and count for nothing")
  func ownSeed() throws {
    let source = RandomSource("a seed that I like")
    var index: UInt64 = 0
    let judged = try judged {
      claim("a").statistical(mean: 1, deviation: 1, detects: 0.2) { _ in
        var sample = source.sample(index % 16)
        index += 1
        return sample.exponential() < 0 ? 0 : 1
      }
    }
    #expect(judged.verdict == .vacuous)
    #expect(judged.reason == "no draw took any of the random numbers it was handed")
  }

  @Test("a draw that depends on the draws before it is found out")
  func dependentDraws() throws {
    var before = 0.0
    let judged = try judged {
      claim("a").statistical(mean: 1, deviation: 1, detects: 0.2) { draw in
        defer { before = draw.exponential() }
        return before == 0 ? 1 : before
      }
    }
    #expect(judged.verdict == .inconclusive)
    #expect(
      judged.reason?.hasPrefix("draw 15 came out otherwise when it was made again from the same ")
        == true)
  }

  @Test("and they reject nothing, however far their mean has strayed")
  func strayingDraws() throws {
    var last = 0.0
    let judged = try judged {
      claim("a").statistical(mean: 0, deviation: 23, detects: 3) { draw in
        last = 0.999 * last + draw.normal()
        return last
      }
    }
    #expect(judged.verdict == .inconclusive)
  }

  @Test("so is one that takes numbers of the system")
  func systemNumbers() throws {
    let judged = try judged {
      claim("a").statistical(bounded: 0...1, mean: 1 / 2, detects: 0.2) { draw in
        (draw.uniform() + Double.random(in: 0..<1)) / 2
      }
    }
    #expect(judged.verdict == .inconclusive)
  }

  @Test("a mutant that is a literal draws that number, integer or not")
  func literalMutant() throws {
    let judged = try judged {
      claim("a")
        .statistical(mean: 1, deviation: 1, detects: 0.2) { $0.exponential() }
        .mutant("always 2") { _ in 2 }
        .mutant("always a half") { _ in 0.5 }
    }
    #expect(judged.verdict == .supported)
    #expect(judged.ends == [.killed, .killed, .killed, .killed])
  }

  @Test("a draw that is not a number is refuted at its place")
  func notANumber() throws {
    let judged = try judged {
      claim("a").statistical(mean: 1, deviation: 1, detects: 0.2) { _ in Double.nan }
    }
    #expect(judged.verdict == .refuted)
    #expect(
      judged.sentence == "Refuted: it fails at $\\text{draw}$ = 0: nan ∈ ℝ is false.")
  }

  @Test("an unlucky average of bounded draws is not mistaken for a wrong range")
  func bounded() throws {
    let judged = try judged {
      claim("a")
        .statistical(bounded: 0...1, mean: 1 / 2, detects: 0.1) { $0.uniform() }
        .mutant("squared") { draw in
          let u = draw.uniform()
          return u * u
        }
    }
    #expect(judged.verdict == .supported)
    #expect(judged.ends == [.killed, .killed, .killed])
  }

  @Test("an effect that no mean in the range can have is none to see")
  func impossibleEffect() throws {
    let judged = try judged {
      claim("a").statistical(bounded: 0...1, mean: 1 / 2, detects: .absolute(0.6)) {
        $0.uniform()
      }
    }
    #expect(judged.verdict == .vacuous)
    #expect(judged.reason?.hasSuffix("a smaller effect may be seen") == true)
  }

  // MARK: Outcomes

  @Test("Gumbel-max draws from softmax; with the noise halved it does not")
  func gumbel() throws {
    let scores: Vector<Double> = [1, 2, 3]
    let judged = try judged {
      claim("gumbel")
        .statistical(probabilities: softmax([1, 2, 3] as Vector<Ball>), detects: 0.2) { draw in
          gumbelArgmax(scores, using: &draw)
        }
        .mutant("noise of half the size") { draw in
          argmax(scores.map { $0 + 0.5 * draw.gumbel() })
        }
        .mutant("normal noise") { draw in
          perturbedArgmax(scores, noise: .normal, using: &draw)
        }
    }
    #expect(judged.verdict == .supported)
    #expect(judged.ends == [.killed, .killed, .killed, .killed])
    #expect(judged.sentence.contains("a bias of 20 % in any outcome would be seen"))
  }

  @Test("normal noise in place of Gumbel noise is refuted, and the outcome that shows it is named")
  func normalNoise() throws {
    let scores: Vector<Double> = [1, 2, 3]
    let judged = try judged {
      claim("gumbel").statistical(
        probabilities: softmax([1, 2, 3] as Vector<Ball>), detects: 0.2
      ) { draw in perturbedArgmax(scores, noise: .normal, using: &draw) }
    }
    #expect(judged.verdict == .refuted)
    #expect(judged.sentence.contains("; outcome 0 came 1\u{202F}"))
  }

  @Test("an outcome of probability 0 that occurs once refutes")
  func impossibleOutcome() throws {
    var index = 0
    let judged = try judged {
      claim("a").statistical(probabilities: [1 / 2, 1 / 2, 0], detects: 0.2) { draw in
        index += 1
        return index == 100 ? 2 : draw.integer(in: 0...1)
      }
    }
    #expect(judged.verdict == .refuted)
    #expect(judged.sentence.contains("(p < 1e-300)"))
  }

  // MARK: Records that lie

  private func changed(_ change: (inout CheckRecord) -> Void) throws -> Judged {
    let records = RecordChannel.collecting {
      claim("a").statistical(probability: 1 / 2, detects: 0.2) { $0.uniform() < 0.5 }
    }
    return try judged(
      records.map { record in
        guard case .check(var check) = record else { return record }
        change(&check)
        return .check(check)
      })
  }

  @Test("counts that do not add up, sums of another kind and missing sums are never green")
  func sumsThatDoNotFit() throws {
    #expect(try changed { _ in }.verdict == .supported)
    #expect(try changed { $0.trial.draws?.counts = [1, 1] }.verdict == .inconclusive)
    #expect(try changed { $0.trial.draws?.counts = [.max, .max] }.verdict == .inconclusive)
    #expect(try changed { $0.trial.draws?.counts = [] }.verdict == .inconclusive)
    #expect(try changed { $0.trial.draws = nil }.verdict == .inconclusive)
    #expect(try changed { $0.statistical = nil }.verdict == .inconclusive)
    #expect(try changed { $0.trial.held = 0 }.verdict == .inconclusive)
  }

  @Test("numbers that make no test make no verdict, and stop nobody")
  func hostileDesigns() throws {
    for level in ["0", "1", "-1", "2", "x", "1/1" + String(repeating: "0", count: 400)] {
      #expect(try changed { $0.statistical?.level = level }.verdict == .inconclusive)
    }
    #expect(try changed { $0.statistical?.draws = 1 << 60 }.verdict == .inconclusive)
    #expect(try changed { $0.statistical?.stated = [] }.verdict == .inconclusive)
    #expect(
      try changed { $0.statistical?.stated = [Enclosure(lower: "2", upper: "1")] }.verdict
        == .inconclusive)
    #expect(try changed { $0.statistical?.family = .mean }.verdict == .inconclusive)
    #expect(try changed { $0.statistical?.family = .bounded }.verdict == .inconclusive)
    #expect(try changed { $0.statistical?.effect.size = "0" }.verdict == .inconclusive)
  }

  @Test("a level or an effect that was made easier does not make the power: it is derived again")
  func derivedAgain() throws {
    #expect(try changed { $0.statistical?.effect.size = "1/1000" }.verdict == .vacuous)
    #expect(
      try changed { $0.statistical?.level = "1/1" + String(repeating: "0", count: 200) }.verdict
        == .vacuous)
  }

  @Test("without the moved statements the check tested nothing")
  func noContradictions() throws {
    let records = RecordChannel.collecting {
      claim("a").statistical(probability: 1 / 2, detects: 0.2) { $0.uniform() < 0.5 }
    }.filter { if case .mutant = $0 { false } else { true } }
    #expect(try judged(records).verdict == .vacuous)
  }

  @Test("levels are written as one writes them")
  func levels() {
    #expect((1e-6 as Rational).levelText == "1e-6")
    #expect((6e-6 as Rational).levelText == "6e-6")
    #expect((1.25e-4 as Rational).levelText == "1.25e-4")
    #expect((9.999e-7 as Rational).levelText == "1e-6")
    #expect((0.05 as Rational).levelText == "0.05")
    #expect((0.001 as Rational).levelText == "0.001")
    #expect(Rational(0).levelText == "0")
  }
}
