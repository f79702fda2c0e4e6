import Evident
import Records
import Testing

@testable import Certificates

@Suite("Enumerations and expectations")
struct EnumerationTests {
  let p: [Rational] = [1 / 2, 1 / 3, 1 / 6]

  private func mean(_ mean: Rational, of value: ([Int]) -> Rational) -> Certifiable {
    Evident.expectation(
      over: words(3, length: 2), weight: { p[$0[0]] * p[$0[1]] }, is: mean, value)
  }

  @Test("an expectation is published with its outcomes, their weights and both sides")
  func expectation() throws {
    let found = Certified { $0.exact(mean(4 / 3) { Rational($0[0] + $0[1]) }) }
    #expect(found.isProved)
    guard case .expectation(let certificate) = found.certificates[0] else { return }
    #expect(certificate.outcomes.count == 9)
    #expect(certificate.outcomes[1] == .init(name: "[1, 0]", weight: "1/6", value: ["1"]))
    try found.certificates[0].checkThoroughly()
    #expect(found.check.sensitivity == 1e-6)
    #expect(found.mutants.map(\.trial.violated) == [1])
  }

  @Test("a wrong value is refuted, with the true one beside")
  func wrongValue() throws {
    let wrong = Certified { $0.exact(mean(3 / 4) { Rational($0[0]) }) }
    #expect(wrong.check.trial.violation?.left == "2/3")
    guard case .expectation(let certificate) = wrong.certificates[0] else { return }
    #expect(certificate.other == ["2/3"])
    try wrong.certificates[0].checkThoroughly()
  }

  @Test("matrices: entry by entry")
  func matrices() throws {
    let mean: Matrix<Rational> = [[1 / 2, 1], [2, 3 / 2]]
    let found = Certified {
      $0.exact(
        Evident.expectation(over: integers(0...1), weight: { _ in 1 / 2 }, is: mean) { k in
          Matrix(rows: [[Rational(k), 1], [2, Rational(3 * k)]])
        })
    }
    #expect(found.isProved)
    try found.certificates[0].checkThoroughly()
    try accepted(found.certificates.map(\.json))
  }

  @Test("an enumeration publishes every point; what is excluded is told")
  func enumeration() throws {
    let found = Certified {
      $0.exact(over: integers(-2...2)) { n in
        (Rational(n) * Rational(n) .>= 1).given(Rational(n) .>= 1)
      }
    }
    guard case .enumeration(let certificate) = found.certificates[0] else { return }
    #expect(certificate.count == 5)
    #expect(certificate.points[4].conclusions == [.init("4", "≥", "1")])
    try found.certificates[0].checkThoroughly()
    try accepted(found.certificates.map(\.json))
  }

  @Test("beyond the cap nothing is published, and the number of points is said")
  func cap() {
    let found = Certified { $0.exact(over: integers(1...6000)) { Rational($0) .> 0 } }
    #expect(found.certificates.isEmpty)
    #expect(found.check.uncertified == "6000 points")
    let failing = Certified { $0.exact(over: integers(0...3)) { Rational($0) .> 0 } }
    #expect(failing.certificates.isEmpty)
    #expect(failing.check.uncertified == nil)
  }

  @Test("damaged certificates are rejected, whatever is damaged")
  func damaged() throws {
    try damages(
      of: [Certified { $0.exact(mean(4 / 3) { Rational($0[0] + $0[1]) }) }],
      equivalent: ["/outcomes: the first two swapped"])
    let squares = Certified {
      $0.exact(over: integers(1...4)) { n in
        Rational(n) * Rational(n) .== Rational(n * n) && Rational(n) .> 0
      }
    }
    try damages(
      of: [squares],
      equivalent: Set(
        ["/points: the first two swapped"]
          + (0..<4).flatMap { k in
            ["/points/\(k)/conclusions: the first two swapped"]
              + ["the first", "the last"].map { "/points/\(k)/conclusions: \($0) dropped" }
              + [
                "/points/\(k)/conclusions/1/0: off by a millionth",
                "/points/\(k)/conclusions/1/2: off by a millionth",
              ]
          }))
  }
}
