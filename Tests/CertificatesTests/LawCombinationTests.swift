import Evident
import Records
import Testing

@testable import Certificates

@Suite("Inequalities of polynomials, certified by squares")
struct LawCombinationTests {
  let x = real("x"), y = real("y"), z = real("z")
  let a = real("a", in: 0...), b = real("b", in: 0...1), w = real("w", in: .positive)

  @Test("squares, spans, hypotheses and their products")
  func all() throws {
    let laws: [Law] = [
      x ** 2 + y ** 2 .>= 2 * x * y, x ** 2 + y ** 2 + z ** 2 .>= x * y + y * z + z * x,
      x ** 2 + y ** 2 + 1 .> x * y, a * b .>= 0, a + w .> 0, a * (1 - b) .>= 0,
      (x * y .>= 1).given(x .>= 1 && y .>= 1), (x * y .> 0).given(x .> 0 && y .> 0),
      (x ** 2 + y ** 2) ** 2 .>= 4 * x ** 2 * y ** 2,
      (x ** 2 + y ** 2) * (z ** 2 + a ** 2) .>= (x * z + y * a) ** 2,
      x ** 4 + y ** 4 .>= x ** 3 * y + x * y ** 3,
    ]
    var texts: [String] = []
    for law in laws {
      let found = Certified { $0.exact(law) }
      #expect(found.check.trial.held == 1, "\(law)")
      guard case .combination = found.certificates.first else {
        Issue.record("no combination for \(law): \(found.check.uncertified ?? "")")
        continue
      }
      texts += found.certificates.map(\.json)
    }
    try accepted(texts)
  }

  @Test("what no square shows is told, and the proof stands")
  func none() {
    let found = Certified { $0.exact(exp(x) + exp(-x) + x ** 2 .>= 2) }
    #expect(found.check.trial.held == 1)
    #expect(found.certificates.isEmpty)
    #expect(found.check.uncertified != nil)
  }

  @Test("damaged certificates are rejected, whatever is damaged")
  func damaged() throws {
    try damages(
      of: [
        Certified { $0.exact(x ** 2 + y ** 2 + 1 .> x * y) },
        Certified { $0.exact((x * y .>= 1).given(x .>= 1 && y .>= 1)) },
      ], statement: [""], isTrue: isTrueAtPoints)
  }
}
