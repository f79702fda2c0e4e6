import Evident
import MathCore
import Records
import Testing

/// Rounding errors of every Double point of a box.
@Suite("Rounding errors on boxes")
struct BoundedBoxTests {
  private let x = real("x", in: -8...8)
  private func check(_ body: () -> Void) -> CheckRecord { Recorded(body).checks[0] }
  private func bounded(_ formula: Formula, by tolerance: Formula, boxes: Int = 500) -> CheckRecord {
    check { claim("a").bounded(formula, by: tolerance, boxes: boxes) }
  }

  @Test("the logistic function, for every Double from −8 to 8")
  func logistic() throws {
    let record = bounded(1 / (1 + exp(-x)), by: 6e-16)
    #expect(record.trial.outcome == .proved && record.coversLaw)
    let (observed, bound) = (try #require(record.trial.observed), try #require(record.trial.bound))
    #expect(observed > 0 && observed <= bound && bound <= 6e-16)
    #expect(
      record.statement
        == "\\left|\\operatorname{fl}\\left(\\frac{1}{1 + e^{-x}}\\right) - "
        + "\\left(\\frac{1}{1 + e^{-x}}\\right)\\right| \\le 6 \\cdot 10^{-16}")
    #expect(record.coverage.map(\.phrase) == ["every Double $x \\in [-8, 8]$"])
    #expect(record.proof?.form == .boxes)
  }

  @Test("a bound below what happens is refuted at a Double, one between is left open")
  func tooTight() throws {
    let refuted = bounded(1 / (1 + exp(-x)), by: 2e-17)
    #expect(refuted.trial.outcome == .refuted)
    let point = try #require(refuted.trial.violation?.point.first)
    #expect(Double(point.value) != nil)
    // Half a unit of [1, 2) is all that happens, but the end 2 has a larger unit.
    let y = real("y", in: 0...1)
    let between = bounded(y + 1, by: 1.2e-16)
    #expect(between.trial.outcome == .open)
    #expect(between.trial.stopped?.contains("the bound that was derived is 2.22e-16") == true)
    #expect(bounded(y + 1, by: 2.3e-16).trial.outcome == .proved)
  }

  @Test("cancellation is refuted where it happens, and bounded where it does not")
  func cancellation() throws {
    let near = real("t", in: 0.000001...1)
    let bad = bounded((1 - cos(near)) / near ** 2, by: 1e-10)
    #expect(bad.trial.outcome == .refuted)
    let far = real("t", in: 0.5...1)
    #expect(bounded((1 - cos(far)) / far ** 2, by: 5e-15).trial.outcome == .proved)
    // At 0 it has no value at all.
    let whole = real("t", in: 0...1)
    #expect(bounded((1 - cos(whole)) / whole ** 2, by: 1).trial.outcome != .proved)
  }

  @Test("branches that some point decides otherwise stay open; the larger of two is no branch")
  func branches() {
    func kink<S: Scalar>(_ x: S) -> S { x < S(Rational(1, 3)) ? 0 : x * x }
    let open = check { claim("a").bounded(kink, on: -1...1, by: 1e-15, boxes: 300) }
    #expect(open.trial.outcome == .open)
    #expect(open.trial.stopped?.contains("a comparison can go either way") == true)
    #expect(
      check { claim("a").bounded(kink, on: 0.5...1, by: 1e-15) }.trial.outcome == .proved)
    func hinge<S: Elementary>(_ x: S) -> S { S.larger(x, 0) * x }
    let record = check { claim("a").bounded(hinge, on: -1...1, by: 1e-15) }
    #expect(record.trial.outcome == .proved && record.reference == .ownOperations)
  }

  @Test("nothing is known beyond a pole, a domain's end, or the largest number")
  func undefined() {
    let y = real("y", in: -1...1)
    #expect(bounded(1 / y, by: 1, boxes: 200).trial.outcome != .proved)
    #expect(bounded(log(y), by: 1, boxes: 200).trial.outcome != .proved)
    #expect(bounded(sqrt(y), by: 1, boxes: 200).trial.outcome != .proved)
    let large = real("y", in: 700...720)
    #expect(bounded(exp(large), by: 1, boxes: 200).trial.outcome == .refuted)
    let free = real("z")
    #expect(bounded(free + 1, by: 1).trial.stopped?.contains("has no ends") == true)
    let positive = real("s", in: 1...2)
    #expect(
      bounded(gamma(positive), by: 1).trial.stopped == "no error bound is known for gamma in Double"
    )
  }

  @Test("a bound that no value reaches tests nothing, on a subnormal scale as well")
  func vacuous() {
    let tiny = real("y", in: Span(lower: 0, upper: Rational(1, 1 << 60)))
    let record = bounded(tiny * tiny, by: 1)
    #expect(record.trial.outcome == .empty && record.trial.uninformative > 0)
    #expect(bounded(x * 0, by: 1).trial.held == 0)
  }

  @Test("a relative bound, and two variables")
  func relative() {
    #expect(bounded(exp(x), by: 4e-16 * exp(x)).trial.outcome == .proved)
    let y = real("y", in: 1...2)
    #expect(bounded(x * y - y / 3, by: 1e-14).trial.outcome == .proved)
    #expect(bounded(exp(x), by: 1e-17 * exp(x)).trial.outcome == .refuted)
  }

  @Test("vectors in, vectors out")
  func vectors() {
    let record = check {
      claim("a").bounded(softmax, on: [-2...2, -2...2], by: 1e-14)
        .mutant("entries swapped") { (x: Vector<RoundedRange>) in
          let p = softmax(x)
          return [p[1], p[0]] as Vector<RoundedRange>
        }
    }
    #expect(record.trial.outcome == .proved)
    #expect(record.coverage.map(\.phrase).last == "every Double $x_{2} \\in [-2, 2]$")
  }

  @Test("a function with the same range is another function; one that is as near is not proved")
  func others() {
    let mirrored = Recorded {
      claim("a").bounded({ (x: RoundedRange) in x + 1 }, on: 0...1, by: 0.001)
        .mutant("mirrored") { (x: RoundedRange) in 2 - x }
        .mutant("as near as ε") { (x: RoundedRange) in x + 1 + RoundedRange(Rational(1, 10_000)) }
    }
    #expect(mirrored.trial.outcome == .proved)
    #expect(mirrored.mutants.suffix(2).map(\.trial.outcome) == [.refuted, .open])
  }

  @Test("damages are refuted at Double points; what computes the same in another way is not proved")
  func damages() throws {
    let recorded = Recorded {
      claim("a").bounded(1 / (1 + exp(-x)), by: 6e-16)
        .mutant("a constant that is slightly off", 1 / (Formula("1.0000000000001")! + exp(-x)))
        .mutant("the same by another road", exp(x) / (1 + exp(x)))
    }
    let engine = recorded.mutants.filter { $0.origin == .engine }
    #expect(
      engine.map(\.why) == [
        "the value times 1 + 2^−50", "2^−50 added to the value", "the value rounded to Float",
      ])
    #expect(engine.contains { $0.trial.violated > 0 })
    #expect(engine.filter { $0.why.contains("Float") }.map(\.trial.violated) == [1])
    #expect(try #require(engine[0].size) <= 0x1p-46)
    let author = recorded.mutants.filter { $0.origin == .author }
    #expect(author.map(\.trial.outcome) == [.refuted, .open])
  }
}
