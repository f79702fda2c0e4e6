import Evident
import Records
import Testing

private func isProjection<S: Scalar>(
  _ sparsemax: (Vector<S>) -> Vector<S>, _ x: Vector<S>
) -> Relation<S> {
  let p = sparsemax(x)
  let gap = p - x
  let least = gap.dropFirst().reduce(gap[0]) { Swift.min($0, $1) }
  return all(p) { $0 .>= 0 } && p.sum .== 1 && p.dot(gap) .== least
}

@Suite("Laws about code, over domains")
struct DomainTests {
  @Test("one law, enumerated in rationals and sampled in doubles")
  func twoLevels() {
    let recorded = Recorded {
      claim("test")
        .exact(sparsemax, over: grid(3, -2, 2, step: 1 / 2), isProjection)
        .mutant("no threshold") { (x: Vector<Rational>) in x }
        .sampled(sparsemax, over: vectors(2...50), count: 2_000, isProjection)
        .mutant("uniform") { (x: Vector<Rounded>) in x.map { _ in 1 / Rounded(x.count) } }
    }
    #expect(recorded.checks[0].trial.held == 729)
    #expect(recorded.checks[0].trial.required == 729)
    #expect(recorded.checks[1].trial.outcome == .proved)
    let authors = recorded.mutants.filter { $0.origin == .author }
    #expect(authors.map(\.trial.outcome) == [.refuted, .refuted])
  }

  @Test("every stratum of a sampled domain is drawn from")
  func strata() {
    let recorded = Recorded {
      claim("test").sampled(sparsemax, over: vectors(1...8), count: 1_000, isProjection)
    }
    let names = recorded.trial.strata.map(\.name)
    #expect(names.contains("zero") && names.contains("subnormal") && names.contains("all equal"))
    #expect(recorded.trial.strata.allSatisfy { $0.drawn > 0 })
  }

  @Test("vectors of one entry that are left out are named")
  func missing() {
    func missing(_ sizes: ClosedRange<Int>) -> [String] {
      Recorded {
        claim("test").sampled(over: vectors(sizes)) { (x: Vector<Rounded>) in
          x.norm2 .>= 0
        }
      }.checks[0].missing
    }
    #expect(missing(2...5) == ["one entry"])
    #expect(missing(1...5) == [])
  }

  @Test("a wrong implementation is found by samples")
  func wrongCode() {
    func unshifted(_ x: Vector<Double>) -> Vector<Double> {
      let powers = x.map { exp($0) }
      let total = powers.sum
      return powers.map { $0 / total }
    }
    let recorded = Recorded {
      claim("test").sampled(unshifted, over: vectors(2...5)) { f, x in f(x).sum .>= 0 }
    }
    #expect(recorded.trial.outcome == .refuted)
  }

  @Test("an empty domain proves nothing")
  func empty() {
    let recorded = Recorded {
      claim("test").exact(over: Domain<Int>(count: 0, phrase: "nothing") { $0 }) { _ in
        Rational(1) .== 1
      }
    }
    #expect(recorded.trial.outcome == .empty)
    #expect(recorded.checks[0].never?.violated == 0)
  }

  @Test("grids, words and subsets have the counts that they state")
  func counts() {
    #expect(grid(2, 0, 1, step: 1 / 4).count == 25)
    #expect(words(4, length: 2).count == 16)
    #expect(subsets(5).count == 32)
    #expect(integers(-3...3).count == 7)
    #expect(pairs(words(2, length: 1), subsets(3)).count == 16)
  }

  @Test("samples of a range stay in it, reach its ends, and each family has its share")
  func ranges() throws {
    for (low, high) in [(-3.0, 5.0), (1e-12, 1e-9), (0, 1e300), (-7, -7), (-2, 0), (0.25, 0.75)] {
      var seen: [Double] = []
      let domain: Domain<Double> = numbers(in: low...high)
      let recorded = Recorded {
        claim("test").sampled(over: domain, count: 400) { (x: Double) -> Relation<Double> in
          seen.append(x)
          return x .== x
        }
      }
      let record = try #require(recorded.checks.first)
      #expect(seen.allSatisfy { low <= $0 && $0 <= high }, "\(low)...\(high)")
      #expect(seen.contains(low) && seen.contains(high))
      #expect(record.trial.strata.count >= 3)
      #expect(seen.contains(0) == (low <= 0 && 0 <= high))
    }
    let phrase = Recorded {
      claim("test").sampled(over: vectors(2...3, in: -1...0.5), count: 10) { $0[0] .== $0[0] }
    }.checks[0].coverage[0].phrase
    #expect(phrase == "vectors of 2 to 3 machine numbers from -1 to 0.5")
  }

  @Test("an expectation is exact")
  func expectations() {
    let p: [Rational] = [1 / 2, 1 / 4, 1 / 4]
    let mean = expectation(over: words(3, length: 2), weight: { p[$0[0]] * p[$0[1]] }) {
      Rational($0[0] + $0[1])
    }
    #expect(mean == Rational(3, 2))
  }

  @Test("one exact instance")
  func instance() {
    let scores: Vector<Rational> = [1 / 2, 1 / 4, 0]
    let expected: Vector<Rational> = [7 / 12, 1 / 3, 1 / 12]
    let recorded = Recorded {
      claim("test").exact(sparsemax(scores) .== expected)
        .mutant("the scores themselves", sparsemax(scores) .== scores)
    }
    #expect(recorded.trial.outcome == .proved)
    #expect(recorded.mutants[0].trial.outcome == .refuted)
  }
}
