import Evident
import Records
import Testing

@testable import Certificates

@Suite("Linear programs")
struct LinearProgramTests {
  let x = real("x", in: 0...)
  let y = real("y", in: 0...)
  /// Chvátal's first: the largest value 12 at (4, 0).
  var program: LinearProgram {
    LinearProgram(maximize: 3 * x + 2 * y, subjectTo: [x + y .<= 4, x + 3 * y .<= 6])
  }
  var empty: LinearProgram {
    LinearProgram(maximize: x, subjectTo: [x + y .<= 1, x - y .>= 2])
  }
  var open: LinearProgram { LinearProgram(minimize: 1 - x - y, subjectTo: [x - y .<= 1]) }

  @Test("the optimum, with a point and multipliers")
  func optimum() throws {
    let found = Certified { $0.exact(Evident.optimum(of: program, is: 12)) }
    #expect(found.isProved)
    for certificate in found.certificates { try certificate.checkThoroughly() }
    guard case .combination(let bound) = found.certificates[0],
      case .witness(let point) = found.certificates[1]
    else { return }
    #expect(bound.conclusions[0].terms.map(\.weight) == ["1", "3"])
    #expect(point.values == ["4", "0"])
    if Python.isHere {
      #expect(
        try Python.check(found.certificates.map(\.json)).output == """
          ok        c: (12 - ((3 * x) + (2 * y))) ≥ 0, given y ≥ 0; (4 - (x + y)) ≥ 0
          ok        c: x ≥ 0; y ≥ 0; (x + y) ≤ 4; (x + (3 * y)) ≤ 6; ((3 * x) + (2 * y)) = 12 \
          at x = 4, y = 0

          """)
    }
    #expect(found.check.sensitivity == 1e-6)
    #expect(found.check.statement?.contains("3\\,x + 2\\,y") == true)
  }

  @Test("a value that is off by a little, on either side, is refuted by a certificate")
  func wrongValue() throws {
    for value in [Rational(11_999_999, 1_000_000), Rational(12_000_001, 1_000_000)] {
      let found = Certified { $0.exact(Evident.optimum(of: program, is: value)) }
      #expect(found.check.trial.violated == 1)
      try found.certificates[0].checkThoroughly()
    }
    for program in [empty, open] {
      let found = Certified { $0.exact(Evident.optimum(of: program, is: 0)) }
      #expect(found.check.trial.violated == 1)
      try found.certificates[0].checkThoroughly()
    }
  }

  @Test("no point, and no bound: each with its certificate, and each refuted of the others")
  func others() throws {
    for (statement, isTrue) in [
      (infeasible(empty), true), (infeasible(program), false), (infeasible(open), false),
      (unbounded(open), true), (unbounded(program), false), (unbounded(empty), false),
    ] {
      let found = Certified { $0.exact(statement) }
      #expect(found.isProved == isTrue)
      try found.certificates[0].checkThoroughly()
      try accepted(found.certificates.map(\.json))
    }
  }

  @Test("minima, equalities, free variables and a constant")
  func general() {
    let u = real("u")
    let v = real("v", in: -1...3)
    let program = LinearProgram(minimize: 2 * u + v + 7, subjectTo: [u + v .== 1, u .>= -5])
    #expect(Certified { $0.exact(Evident.optimum(of: program, is: 6)) }.isProved)
    let other = LinearProgram(maximize: u - v, subjectTo: [u + v .== 1, u .>= -5])
    #expect(Certified { $0.exact(Evident.optimum(of: other, is: 3)) }.isProved)
  }

  @Test("Beale's cycling example ends")
  func cycling() {
    let x = reals("x", 4, in: 0...1_000_000)
    let program = LinearProgram(
      minimize: -3 * x[0] / 4 + 20 * x[1] - x[2] / 2 + 6 * x[3],
      subjectTo: [
        x[0] / 4 - 8 * x[1] - x[2] + 9 * x[3] .<= 0,
        x[0] / 2 - 12 * x[1] - x[2] / 2 + 3 * x[3] .<= 0, x[2] .<= 1,
      ])
    #expect(Certified { $0.exact(Evident.optimum(of: program, is: -5 / 4)) }.isProved)
  }

  @Test("random programs: whatever comes out is certified, and only one of three")
  func random() throws {
    var draws = Draws(11)
    var counts = [0, 0, 0]
    var texts: [String] = []
    for _ in 0..<150 {
      let n = Int.random(in: 1...4, using: &draws)
      let rows = (0..<Int.random(in: 1...6, using: &draws)).map { _ in
        LinearProgram.Constraint(
          Vector((0..<n).map { _ in draws.rational() }),
          [.atMost, .atLeast, .equal].randomElement(using: &draws) ?? .atMost, draws.rational())
      }
      let program = LinearProgram(
        Bool.random(using: &draws) ? .maximize : .minimize,
        Vector((0..<n).map { _ in draws.rational() }), offset: draws.rational(), subjectTo: rows)
      let statements: [Certifiable]
      switch try #require(program.solution()) {
      case .optimal(let value, _, _):
        counts[0] += 1
        statements = [
          Evident.optimum(of: program, is: value), unbounded(program), infeasible(program),
        ]
      case .infeasible:
        counts[1] += 1
        statements = [infeasible(program), Evident.optimum(of: program, is: 0), unbounded(program)]
      case .unbounded:
        counts[2] += 1
        statements = [unbounded(program), infeasible(program), Evident.optimum(of: program, is: 0)]
      }
      for (index, statement) in statements.enumerated() {
        let settlement = statement.settle()
        #expect(settlement.trial.held == (index == 0 ? 1 : 0))
        #expect(!settlement.certificates.isEmpty)
        for certificate in settlement.certificates { try certificate.checkThoroughly() }
        texts += settlement.certificates.map(\.json)
      }
    }
    #expect(counts.allSatisfy { $0 >= 10 }, "\(counts)")
    try accepted(texts)
  }

  @Test("damaged certificates are rejected, whatever is damaged")
  func damaged() throws {
    try damages(
      of: [
        Certified { $0.exact(Evident.optimum(of: program, is: 12)) },
        Certified { $0.exact(infeasible(empty)) }, Certified { $0.exact(unbounded(open)) },
        Certified { $0.refuted(infeasible(open)) },
        Certified { $0.refuted(Evident.optimum(of: program, is: 13)) },
        Certified { $0.refuted(Evident.optimum(of: program, is: 11)) },
      ], statement: [""], isTrue: isTrueAtPoints)
  }
}
