import Evident
import Records
import Testing

@testable import Certificates

@Suite("Combinations of squares and of what is given")
struct CombinationTests {
  /// x, y, x − y, xy, x² + y²
  private let steps: [FormulaStep] = [
    .init("atom", text: "x"), .init("atom", text: "y"), .init("-", 0, 1), .init("*", 0, 1),
    .init("^", 0, 2), .init("^", 1, 2), .init("+", 4, 5),
  ]

  private func opinions(
    _ slack: Int, _ relation: String, _ terms: [CombinationCertificate.Term],
    given: [CombinationCertificate.Fact] = []
  ) throws -> Set<Opinion> {
    let certificate = Certificate.combination(
      CombinationCertificate(
        steps: steps, given: given,
        conclusions: [.init(slack: slack, relation: relation, terms: terms)]))
    let swift = swift(certificate.json)
    return Python.isHere
      ? [swift, try Python.check([certificate.json]).opinions[0]] : [swift]
  }

  @Test("a product of what is given is positive if all its factors are")
  func products() throws {
    let product = [CombinationCertificate.Term(weight: "1", given: [0, 1])]
    #expect(try opinions(3, ">", product, given: [.init(0, ">"), .init(1, ">")]) == [.accepted])
    #expect(try opinions(3, ">", product, given: [.init(0, ">"), .init(1, "≥")]) == [.rejected])
    #expect(try opinions(3, "≥", product, given: [.init(0, ">"), .init(1, "≥")]) == [.accepted])
    #expect(try opinions(3, "≥", product, given: [.init(0, "<"), .init(1, "<")]) == [.rejected])
    #expect(try opinions(3, "=", product, given: [.init(0, ">"), .init(1, ">")]) == [.rejected])
    #expect(try opinions(3, "≥", product, given: [.init(0, ">")]) == [.rejected])
  }

  @Test("of what is zero any multiple may be taken, of all else a positive one")
  func multiples() throws {
    let negative = [CombinationCertificate.Term(weight: "-1", given: [0])]
    func certificate(_ relation: String) throws -> Set<Opinion> {
      // y ≥ 0 from x = y + 0: y = x − (x − y).
      try opinions(
        1, "≥",
        [.init(weight: "1", given: [1]), .init(weight: "-1", given: [0])],
        given: [.init(2, relation), .init(0, "≥")])
    }
    #expect(try certificate("=") == [.accepted])
    #expect(try certificate("≥") == [.rejected])
    #expect(try certificate(">") == [.rejected])
    #expect(try opinions(2, "≥", negative, given: [.init(2, "=")]) == [.rejected])
  }

  @Test("a square is not positive, nor is a sum of nothing")
  func squares() throws {
    let squares = [
      CombinationCertificate.Term(weight: "1", root: [0]), .init(weight: "1", root: [1]),
    ]
    #expect(try opinions(6, "≥", squares) == [.accepted])
    #expect(try opinions(6, ">", squares) == [.rejected])
    #expect(try opinions(6, "≥", [squares[0]]) == [.rejected])
    #expect(try opinions(6, "≥", [.init(weight: "1", root: [0, 1])]) == [.rejected])
    #expect(
      try opinions(6, "≥", squares + [.init(weight: "0", root: [2])]) == [.rejected])
  }

  @Test("what is not real has no squares to speak of")
  func imaginary() throws {
    let certificate = CombinationCertificate(
      steps: [.init("i"), .init("number", text: "-1")], given: [],
      conclusions: [.init(slack: 1, relation: "≥", terms: [.init(weight: "1", root: [0])])])
    let json = Certificate.combination(certificate).json
    #expect(swift(json) == .rejected)
    if Python.isHere { #expect(try Python.check([json]).opinions == [.rejected]) }
  }

  @Test("huge powers and products are turned away at once")
  func hostile() {
    for steps in [
      [FormulaStep("atom", text: "x"), FormulaStep("^", 0, 1_000_000_000)],
      (0..<80).reduce(into: [FormulaStep("atom", text: "x")]) { $0.append(.init("*", $1, $1)) },
      (0..<80).reduce(
        into: [FormulaStep("atom", text: "x"), .init("atom", text: "y"), .init("+", 0, 1)]
      ) { $0.append(.init("*", $1 + 2, $1 + 2)) },
    ] {
      let certificate = CombinationCertificate(
        steps: steps, given: [],
        conclusions: [.init(slack: steps.count - 1, relation: "≥", terms: [])])
      #expect(swift(Certificate.combination(certificate).json) == .rejected)
    }
  }
}
