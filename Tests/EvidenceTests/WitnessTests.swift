import Evident
import Records
import Testing

@Suite("Witnesses")
struct WitnessTests {
  let u = real("u")
  let v = real("v")
  var monotone: Law {
    let f = { (x: Formula) in 1 + x + x ** 2 / 2 }
    return (f(u) .<= f(v)).given(u .<= v)
  }

  @Test("a point refutes a law, its hypotheses certified")
  func refutes() throws {
    let recorded = Recorded { claim("test").refuted(monotone, at: [-3, 0]) }
    #expect(recorded.trial.outcome == .proved)
    let worst = try #require(recorded.trial.worst)
    #expect(worst.left == "5/2" && worst.relation == "≤" && worst.right == "1")
  }

  @Test("a point where the law holds does not refute it")
  func holds() {
    #expect(Recorded { claim("test").refuted(monotone, at: [0, 1]) }.trial.outcome == .refuted)
  }

  @Test("a point outside of the hypotheses refutes nothing")
  func outside() {
    #expect(Recorded { claim("test").refuted(monotone, at: [0, -3]) }.trial.outcome == .empty)
  }

  @Test("a point outside of a variable's span refutes nothing")
  func outsideSpan() {
    let t = real("t", in: 0...1)
    let recorded = Recorded { claim("test").refuted(t .<= 1, at: [2]) }
    #expect(recorded.trial.held == 0)
    #expect(recorded.trial.stopped != nil)
  }

  @Test("sides that differ in late digits only are shown with these")
  func lateDigits() throws {
    let law = sin(u) .== sin(u) + 1e-20
    let violation = try #require(Recorded { claim("test", law).exact() }.trial.violation)
    #expect(violation.left != violation.right)
  }

  @Test("points may be irrational")
  func irrational() {
    #expect(
      Recorded { claim("test").refuted(sin(u) .>= 0, at: [3 * pi / 2]) }.trial.outcome == .proved)
  }

  @Test("an equality that holds only by overlapping balls is open")
  func overlap() {
    let machin = Recorded {
      claim("test").witness(atan(u) + atan(1 / 3) .== pi / 4, at: [1 / 2])
    }
    #expect(machin.trial.outcome == .open)
  }

  @Test("code that fails at an input, and the values of a mutant for which the law holds")
  func code() throws {
    func unshifted(_ x: Vector<Double>) -> Vector<Double> {
      let powers = x.map { exp($0) }
      return powers.map { $0 / powers.sum }
    }
    let recorded = Recorded {
      claim("test").refuted(unshifted, at: [1000, 999]) { f, x in f(x).sum .== 1 }
        .mutant("the shifted one", { (x: Vector<Double>) in softmax(x) })
    }
    #expect(recorded.trial.outcome == .proved)
    #expect(recorded.mutants[0].trial.outcome == .refuted)
    let holds = try #require(recorded.mutants[0].trial.violation)
    #expect(holds.left == "1.0" && holds.relation == "=" && holds.right == "1.0")
  }

  @Test("the values of one instance are kept when it holds: of several conclusions the nearest")
  func instance() throws {
    let held = Recorded {
      claim("test").exact(Rational(1) .<= 5 && Rational(1, 2) .<= 1)
        .mutant("turned", Rational(5) .<= 1)
    }
    let computed = try #require(held.trial.worst)
    #expect(computed.left == "1/2" && computed.right == "1" && held.trial.violation == nil)
    let refuted = Recorded {
      claim("test").refuted(Rational(3, 4) .== 1).mutant("the same", Rational(1) .== 1)
    }
    #expect(refuted.mutants[0].trial.outcome == .refuted)
    #expect(refuted.mutants[0].trial.violation?.left == "1")
  }

  @Test("an irrational side is printed with a few digits")
  func fewDigits() throws {
    let law = logSumExp([u, v]) .<= u
    let witness = try #require(
      Recorded { claim("test", law).refuted(law, at: [0, 0]) }.trial.worst)
    #expect(witness.left == "0.693147181" && witness.right == "0")
  }
}
