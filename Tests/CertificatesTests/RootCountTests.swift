import Evident
import Records
import Testing

@testable import Certificates

@Suite("How many roots a polynomial has")
struct RootCountTests {
  let x = real("x")
  let s = real("s", in: 0...2)
  let w = real("w", in: .positive)

  @Test("different roots, in the span of the variable, its own ends among them")
  func counts() throws {
    let statements: [(Certifiable, Bool)] = [
      (rootCount(of: x ** 5 - x - 1, is: 1), true), (rootCount(of: x ** 5 - x - 1, is: 3), false),
      (rootCount(of: (x - 1) ** 3 * (x + 2) ** 2 * (x ** 2 + 1), is: 2), true),
      (rootCount(of: s * (s - 1) * (s - 2), is: 3), true),
      (rootCount(of: w * (w - 1) * (w - 2), is: 2), true),
      (rootCount(of: w * (w - 1) * (w - 2), is: 3), false),
      (rootCount(of: (x ** 2 - 2) / 3, is: 2), true), (rootCount(of: x ** 2 + 1, is: 0), true),
    ]
    var texts: [String] = []
    for (statement, isTrue) in statements {
      let found = Certified { $0.exact(statement) }
      #expect(found.isProved == isTrue)
      try found.certificates[0].checkThoroughly()
      texts += found.certificates.map(\.json)
    }
    try accepted(texts)
  }

  @Test("a wrong count is refuted by the right one, and one root more is always noticed")
  func mutants() {
    let wrong = Certified { $0.exact(rootCount(of: x ** 5 - x - 1, is: 2)) }
    #expect(wrong.check.trial.violation?.left == "1")
    let right = Certified {
      $0.exact(rootCount(of: x ** 5 - x - 1, is: 1))
        .mutant("a quarter", rootCount(of: x ** 5 - x - 1 / 4, is: 1))
    }
    #expect(right.mutants.map(\.trial.violated) == [1, 1])
  }

  @Test("what is no polynomial in one variable is refused")
  func refused() async {
    await #expect(processExitsWith: .failure) {
      _ = rootCount(of: sin(real("x")), is: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = rootCount(of: real("x") * real("y"), is: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = rootCount(of: 3, is: 0)
    }
  }

  @Test("an interval with its ends the wrong way round has no roots, nor fewer")
  func wrongWayRound() throws {
    let found = Certified { $0.exact(rootCount(of: s ** 2 - s - 1, is: 1)) }
    guard case .rootCount(var certificate) = found.certificates[0] else { return }
    (certificate.lower, certificate.upper) = (certificate.upper, certificate.lower)
    for count in -1...1 {
      certificate.count = count
      let json = Certificate.rootCount(certificate).json
      #expect(swift(json) == .rejected)
      if Python.isHere { #expect(try Python.check([json]).opinions == [.rejected]) }
    }
  }

  @Test("damaged certificates are rejected, whatever is damaged")
  func damaged() throws {
    try damages(
      of: [Certified { $0.exact(rootCount(of: (w - 1) ** 2 * (w ** 2 - 3), is: 2)) }],
      equivalent: [
        // A square does not see the sign of what is squared, nor a chain that of all its members.
        "/factors/1/polynomial: the first two swapped",
        "/factors: the first two swapped", "/chain/1/carry: off by a millionth",
        "/lower/value: off by a millionth",
      ])
  }
}
