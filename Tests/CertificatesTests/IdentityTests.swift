import Evident
import Records
import Testing

@testable import Certificates

@Suite("Identities on grids")
struct IdentityTests {
  let x = real("x")
  let y = real("y")
  let w = real("w", in: .positive)

  private func identity(_ law: Law) throws -> IdentityCertificate {
    let found = Certified { $0.exact(law) }
    guard case .identity(let certificate) = try #require(found.certificates.first) else {
      throw Rejection("another kind")
    }
    return certificate
  }

  @Test("polynomials: one more value than the degree, in each variable")
  func polynomials() throws {
    let certificate = try identity((x + y) ** 3 .== x ** 3 + 3 * x * y * (x + y) + y ** 3)
    #expect(certificate.atoms.map(\.degree) == [3, 3])
    #expect(certificate.atoms.map(\.values) == [["2", "3", "4", "5"], ["3", "4", "5", "6"]])
    #expect(certificate.steps[0] == FormulaStep("atom", text: "x"))
    try Certificate.identity(certificate).checkThoroughly()
  }

  @Test("circular functions: more than 2D rational rotations for the degree D in e^{ix}")
  func rotations() throws {
    let certificate = try identity(sin(3 * x) .== 3 * sin(x) - 4 * sin(x) ** 3)
    #expect(certificate.atoms.map(\.kind) == [.rotation])
    #expect(certificate.atoms.map(\.degree) == [6])
    #expect(certificate.atoms.map(\.values.count) == [7])
    #expect(certificate.given == [])
  }

  @Test("laws of every sort: both checkers accept them, and say what else they rest on")
  func accepted() throws {
    let z = x + i * y
    let laws: [Law] = [
      (x - y) * (x + y) .== x ** 2 - y ** 2, 1 / (1 + x) + 1 / (1 - x) .== 2 / (1 - x ** 2),
      (x ** 2 - 1) / (x - 1) .== x + 1, x ** -2 * y ** 3 .== (y / x) ** 2 * y,
      softmax([x + w, y + w]) .== softmax([x, y]), exp(x / 2) * exp(x / 3) .== exp(5 * x / 6),
      sin(x + y) .== sin(x) * cos(y) + cos(x) * sin(y), cos(2 * x) .== 1 - 2 * sin(x) ** 2,
      sin(x + pi / 2) .== cos(x), cos(x + pi) .== -cos(x), tan(pi / 4) .== 1,
      tan(x) * cos(x) .== sin(x),
      tan(2 * x) .== 2 * tan(x) / (1 - tan(x) ** 2), cosh(x) ** 2 - sinh(x) ** 2 .== 1,
      exp(i * x) .== cos(x) + i * sin(x), exp(x + 2 * pi * i) .== exp(x),
      (x + i * y) * (x - i * y) .== x ** 2 + y ** 2, 1 / z .== (x - i * y) / (x ** 2 + y ** 2),
      exp((x + y) ** 2) .== exp(x ** 2) * exp(2 * x * y) * exp(y ** 2),
      log(w * exp(x)) .== log(w) + x, logSumExp([x + w, y + w]) .== logSumExp([x, y]) + w,
      sqrt(w) ** 4 .== w ** 2, sin(2 * pi * (x + 1)) .== sin(2 * pi * x),
      sin(x) ** 2 + cos(x) ** 2 .<= 1, abs(x) * (abs(x) + 1) .== abs(x) ** 2 + abs(x),
    ]
    var texts: [String] = []
    for law in laws {
      let found = Certified { $0.exact(law) }
      #expect(found.check.uncertified == nil, "\(law)")
      #expect(!found.certificates.isEmpty, "\(law)")
      texts += found.certificates.map(\.json)
    }
    try CertificatesTests.accepted(texts)
    for law in [gamma(x + 1) .== x * gamma(x), abs(z) ** 2 .== x ** 2 + y ** 2] {
      #expect(Certified { $0.exact(law) }.check.uncertified == nil)
    }
    #expect(try identity(gamma(x + 1) .== x * gamma(x)).given == ["Γ(z + 1) = z Γ(z)"])
    #expect(try identity(abs(z) ** 2 .== x ** 2 + y ** 2).given == ["|z|² = z z̄"])
  }

  @Test("what no grid can hold is not published, with the reason")
  func unpublished() {
    let many = reals("u", 15)
    let found = Certified { $0.exact(sum(many) * 2 .== sum(many.map { 2 * $0 })) }
    #expect(found.certificates.isEmpty)
    #expect(found.check.uncertified == "its grid has 32768 points")
  }

  @Test("what is false has no certificate, whoever writes it")
  func falsehoods() throws {
    let true3 = try identity(sin(3 * x) .== 3 * sin(x) - 4 * sin(x) ** 3)
    var other = true3
    for (number, step) in true3.steps.enumerated() where step.text == "3" {
      other.steps[number].text = "4"
    }
    #expect(swift(Certificate.identity(other).json) == .rejected)
    // x = y at as many points as one likes, if one may choose them.
    let sides = [FormulaStep("atom", text: "x"), FormulaStep("atom", text: "y")]
    var equal = IdentityCertificate(
      steps: sides, left: 0, right: 1, given: [])
    equal.atoms = try equal.withoutValues().atoms
    for index in equal.atoms.indices { equal.atoms[index].values = ["1", "2"] }
    #expect(swift(Certificate.identity(equal).json) == .rejected)
  }

  @Test("damaged certificates are rejected, whatever is damaged")
  func damaged() throws {
    // Any values do, if they are different and enough of them; and the independent checker, which
    // multiplies out, needs none.
    func values(_ counts: Int...) -> Set<String> {
      Set(
        counts.enumerated().flatMap { atom, count in
          ["/atoms/\(atom)/values: the first two swapped"]
            + (0..<count).flatMap { value in
              ["off by a millionth", "the other sign"].map {
                "/atoms/\(atom)/values/\(value): \($0)"
              }
            }
        })
    }
    try damages(
      of: [Certified { $0.exact((x - y) * (x + y) .== x ** 2 - y ** 2) }],
      equivalent: values(3, 3).union(["/steps: the first two swapped"]), unread: ["/atoms"])
    try damages(
      of: [Certified { $0.exact(sin(2 * x) .== 2 * sin(x) * cos(x)) }],
      // One step gives both twos.
      equivalent: values(5).union(["/steps/0/1: the other sign"]), unread: ["/atoms"])
    try damages(
      of: [Certified { $0.exact(exp(x / 2) * exp(x / 3) .== exp(5 * x / 6)) }],
      equivalent: values(6), unread: ["/atoms"])
  }

  @Test("points dropped, degrees lowered, operations exchanged")
  func otherDamages() throws {
    let whole = try identity(sin(x + y) .== sin(x) * cos(y) + cos(x) * sin(y))
    func isRejected(_ change: (inout IdentityCertificate) -> Void) -> Bool {
      var copy = whole
      change(&copy)
      return swift(Certificate.identity(copy).json) == .rejected
    }
    #expect(!isRejected { _ in })
    #expect(isRejected { $0.atoms[0].values.removeLast() })
    #expect(isRejected { $0.atoms[0].degree -= 1 })
    #expect(
      isRejected {
        $0.atoms[0].degree -= 1
        $0.atoms[0].values.removeLast()
      })
    #expect(isRejected { $0.atoms[0].values[0] = $0.atoms[0].values[1] })
    #expect(isRejected { $0.atoms[0].kind = .growth })
    #expect(isRejected { $0.atoms.removeLast() })
    for (number, step) in whole.steps.enumerated() {
      let exchanged = ["+": "-", "*": "/", "sin": "cos", "cos": "sin"][step.operation]
      guard let exchanged else { continue }
      #expect(isRejected { $0.steps[number].operation = exchanged }, "\(number)")
    }
  }

  @Test("huge exponents, deep towers and wide grids are turned away at once")
  func hostile() {
    func opinion(_ steps: [FormulaStep]) -> Opinion {
      let last = steps.count - 1
      let certificate = IdentityCertificate(
        steps: steps, left: last, right: last, given: [])
      guard var filled = try? certificate.withoutValues() else { return .rejected }
      for index in filled.atoms.indices {
        filled.atoms[index].values = (0...min(filled.atoms[index].degree, 5_000)).map {
          "\($0 + 1)"
        }
      }
      return swift(Certificate.identity(filled).json)
    }
    let x = FormulaStep("atom", text: "x")
    #expect(opinion([x, FormulaStep("^", 0, Int.max)]) == .rejected)
    #expect(opinion([x, FormulaStep("^", 0, Int.min)]) == .rejected)
    #expect(
      opinion((0..<60).reduce(into: [x]) { $0.append(FormulaStep("*", $1, $1)) }) == .rejected)
    #expect(opinion((0..<60).reduce(into: [x]) { $0.append(FormulaStep("^", $1, 8)) }) == .rejected)
    #expect(opinion((0..<60).reduce(into: [x]) { $0.append(FormulaStep("exp", $1)) }) == .accepted)
    let large = FormulaStep("number", text: "1/1000003")
    #expect(
      opinion([x, large, FormulaStep("*", 0, 1), FormulaStep("exp", 2)]) == .rejected)
    #expect(
      opinion(
        (0..<40).map { FormulaStep("atom", text: "x\($0)") }
          + (0..<39).map { FormulaStep("+", $0 == 0 ? 0 : 39 + $0, $0 + 1) }) == .rejected)
  }
}
