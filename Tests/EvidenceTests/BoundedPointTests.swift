import Evident
import MathCore
import Records
import Testing

/// Machine results held against true values at points, within bounds that nobody chose.
@Suite("Rounding errors at points")
struct BoundedPointTests {
  private func check(_ body: () -> Void) -> CheckRecord { Recorded(body).checks[0] }

  /// log(1 + e^x) without overflow.
  private func softplus<S: Elementary>(_ x: S) -> S {
    S.larger(x, 0) + S.log(1 + S.exp(-(S.larger(x, 0) + S.larger(-x, 0))))
  }
  private func softplus(_ x: Formula) -> Formula { log(1 + exp(x)) }

  /// (1 − cos x)/x²: nothing is left of it near 0.
  private func cancelling<S: Transcendental>(_ x: S) -> S { (1 - S.cos(x)) / (x * x) }
  private func halved<S: Transcendental>(_ x: S) -> S {
    let s = S.sin(x / 2) / x
    return 2 * s * s
  }
  private func cancelling(_ x: Formula) -> Formula { (1 - cos(x)) / x ** 2 }

  @Test("code within its bound of the formula: error, bound, widest bound, sensitivity")
  func softmaxFamily() throws {
    let record = check {
      claim("a").bounded(
        logSumExp, formula: logSumExp, over: vectors(1...6, in: -700...700), count: 400)
    }
    #expect(record.trial.outcome == .proved && record.trial.undecided == 0)
    #expect(record.reference == .formula && !record.coversLaw && record.hasSubject)
    let (observed, bound) = (try #require(record.trial.observed), try #require(record.trial.bound))
    let widest = try #require(record.trial.widest)
    #expect(observed > 0 && observed <= bound && bound <= widest)
    #expect(record.trial.unit == "relative")
    #expect(try #require(record.sensitivity) < 1e-15)
    #expect(record.agreement?.places == 12 && record.agreement?.alarms == [])
    #expect(record.trial.strata.allSatisfy { $0.drawn > 0 })
  }

  @Test("a function that is off by a millionth at one of the points is refuted there")
  func onePoint() throws {
    func wrong(_ x: Rounded) -> Rounded { x.value == 0.5 ? softplus(x) * 1.000001 : softplus(x) }
    let domain = points([0, 0.25, 0.5, 1] as [Rounded])
    let record = check { claim("a").bounded(wrong, formula: softplus, over: domain) }
    #expect(record.trial.outcome == .refuted)
    #expect(try #require(record.trial.violation).relation.hasPrefix("within "))
    #expect(check { claim("a").bounded(softplus, formula: softplus, over: domain) }.coversLaw)
  }

  @Test("catastrophic cancellation is a huge error or says nothing, never a small one")
  func cancellation() throws {
    let far = check {
      claim("a").bounded(cancelling, formula: cancelling, over: numbers(in: 1e-4...1), count: 400)
    }
    #expect(far.trial.outcome == .proved)
    #expect(try #require(far.trial.observed) > 1e-10)
    #expect(try #require(far.trial.widest) > 1e-9)
    let near = check {
      claim("a").bounded(
        cancelling, formula: cancelling, over: numbers(in: 1e-12...1e-9), count: 400)
    }
    #expect(near.trial.held == 0 && near.trial.uninformative > 300)
    #expect(near.trial.outcome == .empty)
    let stable = check {
      claim("a").bounded(halved, formula: cancelling, over: numbers(in: 1e-12...1), count: 400)
    }
    #expect(stable.trial.outcome == .proved && stable.trial.uninformative == 0)
    #expect(try #require(stable.trial.widest) < 1e-14)
  }

  @Test(
    "an overflow on the way is refuted, one of the result itself says nothing; NaN never passes")
  func classes() {
    func naive<S: Elementary>(_ x: S) -> S { S.log(1 + S.exp(x)) }
    let overflow = check {
      claim("a").bounded(naive, formula: softplus, over: points([1000] as [Rounded]))
    }
    #expect(overflow.trial.outcome == .refuted)
    #expect(overflow.trial.violation?.left == "inf" && overflow.trial.violation?.relation == "near")
    let large = check {
      claim("a").bounded({ Rounded.exp($0) }, formula: exp, over: points([1, 720] as [Rounded]))
    }
    #expect(large.trial.held == 1 && large.trial.uninformative == 1)
    func undefined(_ x: Rounded) -> Rounded { (x * 1e308 * 1e308) - (x * 1e308 * 1e308) }
    let missing = check {
      claim("a").bounded(undefined, formula: { x in x - x }, over: points([1] as [Rounded]))
    }
    #expect(missing.trial.outcome == .refuted && missing.trial.violation?.left == "nan")
    // Where the formula has no value nothing can be said.
    let outside = check {
      claim("a").bounded({ Rounded.log($0) }, formula: log, over: points([-1] as [Rounded]))
    }
    #expect(outside.trial.outcome == .open)
    let wrongSign = check {
      claim("a").bounded({ -Rounded.exp($0) }, formula: exp, over: points([720] as [Rounded]))
    }
    #expect(wrongSign.trial.outcome == .refuted)
  }

  @Test("a wrong branch is refuted; one that rounding may have turned is undecided, not refuted")
  func branches() {
    func step<S: Scalar>(_ x: S) -> S { x < 1 ? x : 2 * x }
    let wrong = check {
      claim("a").bounded(step, formula: { x in x }, over: points([0.5, 1] as [Rounded]))
    }
    #expect(wrong.trial.outcome == .refuted)
    // 0.1 · 3 is not below the Double nearest to 0.3 in machine numbers, but the numbers are near.
    func turned<S: Scalar>(_ x: S) -> S { x * 3 < x + x + x ? x : 2 * x }
    let open = check {
      claim("a").bounded(turned, formula: { x in x }, over: points([0.1] as [Rounded]))
    }
    #expect(open.trial.outcome == .open)
    #expect(open.trial.stopped?.contains("do not tell apart") == true)
  }

  @Test("subnormal results: nothing is hidden by them, and nothing is wrong with them")
  func subnormal() {
    let tiny: [Rounded] = [3 * 5e-324, 1e-310, 1e-170]
    let half = check {
      claim("a").bounded({ $0 / 2 }, formula: { x in x / 2 }, over: points(tiny))
    }
    #expect(half.trial.held == 3)
    let square = check {
      claim("a").bounded({ $0 * $0 }, formula: { x in x * x }, over: points(tiny))
    }
    #expect(square.trial.uninformative == 3)
    let flushed = check {
      claim("a").bounded(
        { (x: Rounded) in x.value.magnitude < 1e-300 ? 0 : x }, formula: { x in x },
        over: points(tiny))
    }
    #expect(flushed.trial.outcome == .refuted)
  }

  @Test("an entry that is nothing beside the largest may be lost, one that matters may not")
  func entries() {
    let wide = points([[0, -800], [1, 2]] as [Vector<Rounded>])
    let lost = check { claim("a").bounded(softmax, formula: softmax, over: wide) }
    #expect(lost.trial.held == 2)
    func garbage(_ x: Vector<Rounded>) -> Vector<Rounded> {
      [10, (x[0] + 1e17 - 1e17) + 0.25 * x[0]]
    }
    let matters = check {
      claim("a").bounded(
        garbage, formula: { x in [10, x[0] + x[0] / 4] }, over: points([[0.5]] as [Vector<Rounded>])
      )
    }
    #expect(matters.trial.held == 0 && matters.trial.uninformative == 1)
    let short = check {
      claim("a").bounded(
        { (x: Vector<Rounded>) in Vector(x.dropLast()) }, formula: { x in x }, over: wide)
    }
    #expect(short.trial.violation?.left == "a result of 1 entries")
  }

  @Test("the formula is evaluated at the very Doubles, whatever the points pretend to know of them")
  func exactInputs() {
    let third = Rounded(Rational(1, 3))
    let record = check {
      claim("a").bounded({ $0 }, formula: { x in x }, over: points([third]))
    }
    #expect(record.trial.held == 1 && record.trial.observed == 0 && record.trial.bound == 0)
    let decimal = check {
      claim("a").bounded(
        { (_: Rounded) -> Rounded in 0.1 }, formula: { _ in Formula(Rational(1, 10)) },
        over: points([1] as [Rounded]))
    }
    #expect(decimal.trial.outcome == .refuted)
  }

  @Test("code as reference, the same or other; a formula that was made before")
  func references() {
    let domain = numbers(in: -30...30)
    let code = check {
      claim("a").bounded(softplus, reference: softplus, over: domain, count: 200)
    }
    #expect(code.trial.outcome == .proved)
    // Taken for the subject itself until its text says otherwise.
    #expect(code.reference == .code(name: "", isSubject: true))
    let x = real("x")
    let made = check {
      claim("a").bounded(softplus, formula: log(1 + exp(x)), over: domain, count: 200)
    }
    #expect(made.trial.outcome == .proved && made.reference == .formula)
    let other = check {
      claim("a").bounded(softplus, formula: log(2 + exp(x)), over: domain, count: 200)
    }
    #expect(other.trial.outcome == .refuted)
  }

  @Test("damages are noticed down to the rounding errors, the author's are tried too")
  func damages() throws {
    let recorded = Recorded {
      claim("a").bounded(softmax, formula: softmax, over: vectors(2...4, in: -5...5), count: 200)
        .mutant("without the shift's last entry") { (x: Vector<Rounded>) in
          softmax(Vector(x.map { $0 * 1.0000001 }))
        }
    }
    let engine = recorded.mutants.filter { $0.origin == .engine }
    #expect(
      engine.map(\.trial.violated) == [1, 1, 1, 1, 1], "\(engine.map(\.why))")
    #expect(try #require(engine[0].size) <= 0x1p-46)
    #expect(recorded.mutants.last?.trial.outcome == .refuted)
  }

  @Test("what cannot fail is found out: a law of bounds that reach their values")
  func vacuous() {
    // All digits are lost on purpose, and the bound says so.
    func lost(_ x: Rounded) -> Rounded { (x + 1e20) - 1e20 }
    let record = check {
      claim("a").bounded(lost, formula: { x in x }, over: numbers(in: 0.5...2), count: 100)
    }
    #expect(record.trial.outcome == .empty && record.trial.uninformative == record.trial.cases)
  }

  @Test("the first failure shrinks to a point that one can read")
  func shrinking() throws {
    let record = check {
      claim("a").bounded(
        { Rounded.sqrt($0) + 1 }, formula: { x in sqrt(x) }, over: numbers(in: 0...1e6), count: 200)
    }
    let point = try #require(record.trial.violation?.point.first)
    #expect(["0.0", "1.0"].contains(point.value), "\(point)")
  }
}
