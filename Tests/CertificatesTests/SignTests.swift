import Evident
import Records
import Testing

@testable import Certificates

@Suite("Signs of polynomials by Sturm's theorem")
struct SignTests {
  let x = real("x")
  let s = real("s", in: 0...2)
  let w = real("w", in: .positive)

  private func sign(_ law: Law) throws -> SignCertificate {
    let found = Certified { $0.exact(law) }
    guard case .sign(let certificate) = try #require(found.certificates.first) else {
      throw Rejection("another kind")
    }
    return certificate
  }

  @Test("the formula, its interval, its factors with their chains, and a point")
  func content() throws {
    let certificate = try sign(s ** 3 .>= 2 * s - 2)
    #expect(certificate.relation == "≥")
    #expect(certificate.atom == "s")
    #expect(certificate.lower == .init("0", isIncluded: true))
    #expect(certificate.upper == .init("2", isIncluded: true))
    #expect(certificate.factors.map(\.polynomial) == [["2", "-2", "0", "1"]])
    #expect(
      certificate.factors[0].chain == [
        .init(scale: "3", quotient: ["0", "1"], carry: "2"),
        .init(scale: "4", quotient: ["9", "6"], carry: "19"),
      ])
    try Certificate.sign(certificate).checkThoroughly()
  }

  @Test("every conclusion has one for each part between its poles; both checkers accept them")
  func all() throws {
    let laws: [Law] = [
      x ** 4 .>= 2 * x ** 2 - 1, (x ** 2 - 2) ** 2 .>= 0, s * (2 - s) .>= 0 && s ** 2 .<= 4,
      w + 1 / w .>= 2, (x ** 2 + 1) / (x ** 2 - x + 1) .<= 2, exp(2 * x) + 1 .>= 2 * exp(x),
      sin(x) ** 2 .<= 1,
      w + 1 .>= 2 * sqrt(w), (x ** 3 .> x).given(x .> 1), x ** 40 - 3 * x + 4 .> 0,
      w ** 3 * (w ** 2 - w + 1) .> 0,
      (x - 1) ** 50 * (x + 2) ** 2 .>= 0,
      1 / w + 1 / w .> 0, 1 / w ** 2 + 1 .>= 2 / w, (x ** 2 - 2) ** 2 / x ** 2 .>= 0,
      (x ** 2 - 2) ** 2 / x * x .>= 0,
    ]
    let withPoles: [(Law, Int)] = [
      (1 / x ** 2 .> 0, 2), ((x ** 2 + 1) / x ** 4 .> 0, 2), (x ** -2 * (x - 1) ** -2 .> 0, 3),
      (1 / (1 + 1 / x ** 2) .> 0, 2), ((x ** 2 - 1) / (x - 1) - x .> 0, 2), (1 / s .> 0, 1),
      (1 / (s - 1) ** 2 .> 1 / 2, 2), (1 / (x ** 2 - 2) ** 2 .> 0, 0),
    ]
    var texts: [String] = []
    for (law, count) in laws.map({ ($0, $0.conclusions.count) }) + withPoles {
      let found = Certified { $0.exact(law) }
      #expect(found.check.trial.violated == 0)
      #expect(found.certificates.count == count, "\(law)")
      for certificate in found.certificates {
        try certificate.checkThoroughly()
      }
      texts += found.certificates.map(\.json)
    }
    try accepted(texts)
  }

  @Test("random polynomials: proved or refuted, never open, and certified when proved")
  func random() throws {
    var draws = Draws(5)
    var texts: [String] = []
    var counts = [0, 0]
    for _ in 0..<60 {
      let p = sum(
        (0...Int.random(in: 1...4, using: &draws)).map {
          Formula(draws.rational()) * x ** Formula($0)
        })
      let q = x - Formula(draws.rational())
      let law = p * p * q * q + Formula(draws.rational()) / 100 .>= 0
      let found = Certified { $0.exact(law) }
      #expect(found.check.trial.undecided == 0)
      counts[found.check.trial.violated] += 1
      texts += found.certificates.map(\.json)
    }
    #expect(counts.allSatisfy { $0 > 10 }, "\(counts)")
    #expect(texts.count == counts[0])
    try accepted(texts)
  }

  @Test("damaged certificates are rejected, whatever is damaged")
  func damaged() throws {
    // The last member of a chain is a constant whatever positive number it is divided by.
    try damages(
      of: [Certified { $0.exact(s ** 3 .>= 2 * s - 2) }],
      equivalent: [
        "/factors/0/chain/1/carry: off by a millionth", "/point: off by a millionth",
        "/multiplier/0: the other sign",
      ], statement: ["/lower", "/upper"]
    ) { isWithin($0, -1, 1_000) }
    try damages(
      of: [Certified { $0.exact(s * (2 - s) .>= 0) }],
      equivalent: [
        "/factors/0/chain/0/carry: off by a millionth", "/point: off by a millionth",
        "/multiplier/0: the other sign",
      ], statement: ["/lower", "/upper"]
    ) { isWithin($0, 0, 2) }
    try damages(
      of: [Certified { $0.exact(x ** 4 - x ** 3 - x + 1.000001 .> 0) }],
      equivalent: [
        "/factors/0/chain/2/carry: off by a millionth", "/point: off by a millionth",
        "/multiplier/0: the other sign",
      ])
  }

  /// Whether the statement is about a part of an interval.
  private func isWithin(_ certificate: Certificate, _ from: Rational, _ to: Rational) -> Bool {
    guard case .sign(let other) = certificate,
      let lower = Rational(other.lower?.value ?? "-999"),
      let upper = Rational(other.upper?.value ?? "999")
    else { return false }
    return from <= lower && upper <= to
  }

  @Test("a step, a factor or a relation of another kind")
  func otherDamages() throws {
    let whole = try sign(s ** 3 .>= 2 * s - 2)
    func isRejected(_ change: (inout SignCertificate) -> Void) -> Bool {
      var copy = whole
      change(&copy)
      return swift(Certificate.sign(copy).json) == .rejected
    }
    #expect(isRejected { $0.relation = "≤" })
    #expect(isRejected { $0.relation = "=" })
    #expect(isRejected { $0.steps[$0.steps.count - 1].operation = "+" })
    #expect(isRejected { $0.steps[0].operation = "sin" })
    #expect(isRejected { $0.factors[0].chain = [] })
    #expect(isRejected { $0.factors[0].chain?.removeLast() })
    #expect(isRejected { $0.factors[0].chain = nil })
    #expect(isRejected { $0.factors.append(.init(polynomial: ["1", "1"], power: 2, chain: nil)) })
    #expect(isRejected { $0.lower = nil })
    #expect(isRejected { $0.lower?.value = "-2" })
    #expect(isRejected { $0.point = "3" })
    let strict = try sign((w - 1) ** 2 + (w - 1) ** 4 * w .>= 0)
    var copy = strict
    copy.relation = ">"
    #expect(swift(Certificate.sign(copy).json) == .rejected)
  }

  @Test("huge degrees and powers are turned away at once")
  func hostile() throws {
    var certificate = try sign(s ** 3 .>= 2 * s - 2)
    certificate.factors[0].power = Int.max
    #expect(swift(Certificate.sign(certificate).json) == .rejected)
    certificate.factors = []
    certificate.steps = [
      FormulaStep("atom", text: "s"), FormulaStep("^", 0, 1_000_000_000),
    ]
    #expect(swift(Certificate.sign(certificate).json) == .rejected)
    certificate.steps = (0..<60).reduce(into: [FormulaStep("atom", text: "s")]) {
      $0.append(FormulaStep("*", $1, $1))
    }
    #expect(swift(Certificate.sign(certificate).json) == .rejected)
  }
}
