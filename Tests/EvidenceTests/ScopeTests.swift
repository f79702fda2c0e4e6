import Evident
import Records
import Testing

/// Claims that a check goes less far than, and must not be taken to settle.
@Suite("Nothing is shown for more than was checked")
struct ScopeTests {
  let x = real("x")
  let u = real("u")
  let w = real("w", in: -3...3)

  @Test("what lies beyond the cut of a box does not follow where a hypothesis is false at the cut")
  func cuts() {
    let x = real("x", in: (-5)...)
    // False at 17.5; the cut is at 16, where the hypothesis is false.
    let hidden = ((x - 10) ** 2 .>= 100).given((x + 1) * (x - 17) * (x - 18) .<= 0)
    #expect(enclosed(hidden) == .refuted)
    #expect(enclosed((x .>= 100).given(x .>= 50)) == .refuted)
    #expect(enclosed((x .>= 2).given(x .>= 3)) == .proved)
    #expect(enclosed((x + w .>= -9 / 2).given(w .>= -2 && x .>= -2)) == .proved)
    #expect(enclosed((x + w .>= 1).given(w .>= 2)) == .refuted)
    #expect(enclosed((x + w .>= -4).given(w .>= 2)) == .proved)
  }

  @Test("a law is the same for the same values of its variables only")
  func narrowerVariable() {
    let n = real("x", in: 1...2)
    let narrower = Recorded { claim("test", x ** 2 .>= 0).exact(n ** 2 .>= 0) }
    #expect(narrower.trial.outcome == .proved && !narrower.checks[0].coversLaw)
    let other = real("y", in: 1...2)
    let renamed = Recorded { claim("test", x ** 2 .>= 0).exact(other ** 2 .>= 0) }
    #expect(renamed.trial.outcome == .proved && !renamed.checks[0].coversLaw)
    let again = real("x")
    #expect(Recorded { claim("test", x ** 2 .>= 0).exact(again ** 2 .>= 0) }.checks[0].coversLaw)
    #expect(
      Recorded { claim("test", x ** 2 .>= x).enclosed(n ** 2 .>= n) }.trial.outcome == .refuted)
    // True on [1, 2]; that it is false elsewhere says nothing against it.
    let elsewhere = Recorded { claim("test", n ** 2 .>= n).refuted(x ** 2 .>= x, at: [1 / 2]) }
    #expect(!elsewhere.checks[0].contradictsClaim)
  }

  @Test("a check of another law is no evidence for the one that the claim states")
  func otherLaw() {
    let law = (x ** 3 - x - 1) ** 2 .> 0
    #expect(Recorded { claim("test", law).exact(x ** 2 .>= 0) }.trial.outcome == .open)
    #expect(Recorded { claim("test", law).witness(x ** 2 .>= 1, at: [2]) }.trial.outcome == .open)
    // Neither a number, nor a refutation of something else.
    let number = Recorded { claim("test", law).exact(Rational(1) + 1 .== 2) }
    #expect(number.trial.outcome == .open)
    let matrix: Matrix<Rational> = [[2, 1], [1, 2]]
    let form = Recorded { claim("test", law).exact(positiveDefinite(matrix)) }
    #expect(form.trial.outcome == .open)
    let square = x ** 2 .>= x
    #expect(Recorded { claim("test", law).refuted(square, at: [1 / 2]) }.trial.outcome == .open)
    let part = Recorded { claim("test", x ** 2 .>= 0 && exp(x) .> 0).exact(exp(x) .> 0) }
    #expect(part.trial.outcome == .proved && !part.checks[0].coversLaw)
  }

  @Test("samples of a law do not stand against a point where it fails")
  func sampled() {
    for law in [
      abs(3 * x - 1) .> 0, 1 / (1 + Formula("1e10")! * (w - 1 / 7) ** 2) .<= 1 / 2,
    ] {
      #expect(Recorded { claim("test", law).sampled() }.trial.outcome == .refuted)
    }
  }

  @Test("a hypothesis restricts what it was given to, and nothing beside it")
  func hypotheses() {
    // False for [0, 2, 0]: the second step is down, the first one goes up by 2.
    let steps = Recorded {
      claim("test").exact(over: words(3, length: 3)) { word in
        all(1..<3) { index in
          let (last, next) = (Rational(word[index - 1]), Rational(word[index]))
          return (next .<= last + 1).given(next .> last)
        }
      }
    }
    #expect(steps.trial.outcome == .refuted)
    let silent = Recorded {
      claim("test").exact(over: integers(1...5)) { n in
        (Rational(n) .> 9).given(Rational(n) .> 8) && (Rational(n) .> 9).given(Rational(n) .> 7)
      }
    }
    #expect(silent.trial.outcome == .empty && silent.trial.excluded == 5)
  }

  @Test("a hypothesis that is not a number is not false: its points do not vanish")
  func notANumber() {
    let roots = Recorded {
      claim("test").sampled(over: numbers()) { (x: Double) in
        (x .>= 0).given(Double.sqrt(x) .>= 0)
      }
    }
    #expect(roots.trial.violated == 0 && roots.trial.held > 0)
    #expect(100 * roots.trial.unclear > roots.trial.cases)
    let point = Recorded {
      claim("test").refuted({ Double.sqrt($0) }, at: -1) { root, x in
        (x .>= 0).given(root(x) .<= 5)
      }
    }
    #expect(point.trial.held == 0 && point.trial.unclear == 1)
  }

  @Test("laws with different hypotheses are not joined")
  func joined() async {
    await #expect(processExitsWith: .failure) {
      let x = real("x")
      print((x .>= 1).given(x .>= 1) && x ** 2 .>= x)
    }
    let (a, b) = ((x ** 2 .>= x).given(x .>= 1), (x ** 3 .>= x).given(x .>= 1))
    #expect((a && b).description == (all([a, b]) { $0 }).description)
  }

  @Test("an integral up to a variable may go either way")
  func eitherWay() {
    let t = real("t", in: -1...0)
    let s = real("s", in: 0...1)
    #expect(enclosed(integral(sqrt(u), by: u, from: 0, to: t) .<= 1 / 100, boxes: 50) == .open)
    #expect(enclosed(integral(sqrt(u), by: u, from: 0, to: s) .<= 67 / 100, boxes: 500) == .proved)
  }

  @Test("an equality that fails by less than machine numbers see is none")
  func slightly() {
    let law = sin(w) .== (1 + Formula("1e-45")!) * sin(w)
    let check = Recorded { claim("test", law).enclosed(to: 1e-40) }
    #expect(check.trial.outcome == .proved && check.checks[0].isApproximate)
  }

  @Test("an equation has a solution only where it has a value")
  func undefined() {
    let hole = uniqueZero(of: x - 1 / 4 + 0 / (x - 1 / 4), by: x, in: 0...1)
    #expect(Recorded { claim("test").enclosed(hole) }.trial.outcome == .open)
  }

  @Test("a domain of one's own says how many points it has")
  func ownDomain() {
    let few = Domain(count: 3, phrase: "every integer") { $0 }
    let check = Recorded { claim("test").exact(over: few) { Rational($0) .<= 2 } }.checks[0]
    #expect(check.coverage.map(\.phrase) == ["the 3 points called “every integer”"])
  }

  @Test("hypotheses that contradict each other leave nothing to say")
  func contradiction() {
    let (a, b, c) = (real("a"), real("b"), real("c"))
    let circle = (a .== b + c).given(a .< b && b .< c && c .< a)
    #expect(Recorded { claim("test", circle).exact() }.trial.outcome == .empty)
    let ring = (a * b .<= 0).given(a + b .>= 2 && a - b .>= 1 && a .<= 1)
    #expect(Recorded { claim("test", ring).exact() }.trial.outcome == .empty)
    let touching = (a * b .<= 3 / 4).given(a + b .>= 2 && a - b .>= 1 && a .<= 3 / 2)
    #expect(Recorded { claim("test", touching).exact() }.trial.outcome == .proved)
    for hypothesis in [x .> 1 && x .< 0, x ** 2 .< 0, exp(x) .<= 0] {
      #expect(exactly((exp(x) .<= 0).given(hypothesis)) == .empty)
    }
    #expect(exactly((exp(x) .<= 0).given(x .> 1 && x .< 2)) == .refuted)
  }

  @Test("a point at which an equation holds may be irrational")
  func irrational() {
    #expect(
      Recorded { claim("test").witness(x ** 2 .== 2, at: [sqrt(2)]) }.trial.outcome == .proved)
    #expect(
      Recorded { claim("test").witness(x ** 2 .== 2, at: [Formula("1.4142135623730951")!]) }
        .trial.outcome == .refuted)
    let nearby = Recorded { claim("test").witness(w ** 2 .== 10, at: [sqrt(10)]) }
    #expect(nearby.trial.held == 0)
  }

  @Test("an identity does not hold where only one of its sides has a value")
  func oneSided() {
    let p = real("p", in: .positive)
    for law in [x / x .== 1, log(x ** 2) .== 2 * log(x), (x ** 2 - 1) / (x - 1) .== x + 1] {
      let check = Recorded { claim("test", law).exact() }.checks[0]
      #expect(check.trial.outcome == .proved && !check.coversLaw)
    }
    let hole = Recorded { claim("test", x / x .== 1).exact() }.checks[0]
    #expect(
      hole.coverage.map(\.phrase)
        == ["every real $x$ where both sides are defined; at $x = 0$ one of them is not"])
    for law in [
      p / p .== 1, log(p ** 2) .== 2 * log(p), x / (1 + x ** 2) .<= 1 / 2,
      (x / x .== 1).given(x ** 2 .> 0), 1 / x + 1 / x .== 2 / x,
    ] {
      #expect(Recorded { claim("test", law).exact() }.checks[0].coversLaw)
    }
  }

  @Test("be the point irrational, or one of many that have no logarithm")
  func lacking() {
    let y = real("y")
    for (law, phrase) in [
      (1 / cos(x) ** 2 .>= 1, "near $x \\approx"), (tan(x) ** 2 .>= 0, "near $x \\approx"),
      (tan(x) * cos(x) .== sin(x), "near $x \\approx"),
      (1 / (x ** 2 - 2) ** 2 .> 0, "near $x \\approx"),
      (1 / (x - y ** 2 - 1 / 7) ** 2 .> 0, "one of them is not"),
      ((x ** 3 - x - 1) / (x ** 3 - x - 1) .== 1, "near $x \\approx 1.3247"),
      (log(x) ** 2 .>= 2 * log(x) - 1, "neither is"),
    ] {
      let check = Recorded { claim("test", law).exact() }.checks[0]
      #expect(check.trial.outcome == .proved && !check.coversLaw, "\(law)")
      #expect(check.coverage.last?.phrase.contains(phrase) == true, "\(check.coverage)")
    }
    let half = real("x", in: 0...1)
    let p = real("p", in: .positive)
    for law in [
      1 / cos(half) ** 2 .>= 1, (1 / (x ** 2 - 2) ** 2 .> 0).given(x ** 2 .< 1),
      gamma(p + 1) .== p * gamma(p), tan(x) .== sin(x) / cos(x),
    ] {
      let check = Recorded { claim("test", law).exact() }.checks[0]
      #expect(check.trial.outcome == .proved && check.coversLaw, "\(law) \(check.coverage)")
    }
  }

  @Test("a tolerance as large as both sides leaves nothing to find out")
  func lostInTolerance() {
    func trial(_ law: Law, _ tolerance: Formula) -> Trial {
      Recorded { claim("test", law).enclosed(to: tolerance) }.checks[0].trial
    }
    let half = real("x", in: 0...1)
    let lost = trial(sin(half) .== half, 1e100)
    #expect(lost.held == 0 && lost.uninformative > 0 && lost.violated == 0)
    // Small at 0 and at 1, not in between; and how small something is may be stated.
    #expect(trial(half * (1 - half) .== half - half ** 2, 1e-3).held > 0)
    #expect(trial(sin(half) / 1000 .== 0, 1e-2).held > 0)
    #expect(trial(sin(half) .== half, 1 / 5).held > 0)
  }

  @Test(
    "a name that could be read as something else is none",
    arguments: ["", "x ", "2", "x + y", "{x}", "i", "\\pi", "x\ny", "a=b", "x_1, x_2"])
  func names(name: String) async {
    await #expect(processExitsWith: .failure) { [name] in
      _ = real(name)
    }
  }

  @Test("a variable that is put under an integral is not that of the integral")
  func capture() {
    let u = real("u")
    let half = real("x", in: 0...1)
    let constant = integral(half, by: u, from: 0, to: 1)
    #expect(constant.substituting(half, by: u).node.freeVariables.count == 1)
    let law = integral(half * u, by: u, from: 0, to: 1)
    let moved = real("v", in: 0...1)
    let check = Recorded {
      claim("test", law.substituting(half, by: moved) .== moved / 2).enclosed(to: 1e-9)
      claim("test", constant.substituting(half, by: u) .== 1 / 2).enclosed(to: 1e-9)
    }.checks
    #expect(check.map(\.trial.outcome) == [.proved, .refuted])
  }

  @Test("numbers without variables are compared as numbers")
  func closed() {
    #expect(exactly(Formula(2) ** 200 .> Formula(10) ** 60) == .proved)
    #expect(exactly(Formula(2) ** 200 .> Formula(10) ** 61) == .refuted)
    #expect(exactly((Formula(1) / 3) ** 2 .>= 1 / 9) == .proved)
    #expect(exactly((Formula(1) / 3) ** 2 .> 1 / 9) == .refuted)
  }
}
