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
    guard case .linearProgram(let certificate) = found.certificates[0] else { return }
    #expect(certificate.point == ["4", "0"])
    #expect(certificate.multipliers == ["0", "-1", "3", "0"])
    #expect(try found.certificates[0].checkThoroughly() == .proved)
    #expect(found.check.sensitivity == 1e-6)
    #expect(found.check.statement?.contains("3\\,x + 2\\,y") == true)
  }

  @Test("a value that is off by a little, on either side, is refuted by a certificate")
  func wrongValue() throws {
    for value in [Rational(11_999_999, 1_000_000), Rational(12_000_001, 1_000_000)] {
      let found = Certified { $0.exact(Evident.optimum(of: program, is: value)) }
      #expect(found.check.trial.violated == 1)
      #expect(try found.certificates[0].checkThoroughly() == .refuted)
    }
    for program in [empty, open] {
      let found = Certified { $0.exact(Evident.optimum(of: program, is: 0)) }
      #expect(found.check.trial.violated == 1)
      #expect(try found.certificates[0].checkThoroughly() == .refuted)
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
      let conclusion: Conclusion = isTrue ? .proved : .refuted
      #expect(try found.certificates[0].checkThoroughly() == conclusion)
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
        let certificate = try #require(statement.settle().certificate)
        #expect(try certificate.checkThoroughly() == (index == 0 ? .proved : .refuted))
        texts.append(certificate.json)
      }
    }
    #expect(counts.allSatisfy { $0 >= 10 }, "\(counts)")
    try accepted(texts)
  }

  @Test("damaged certificates are rejected, whatever is damaged")
  func damaged() throws {
    // What the optimum does not touch may move, and then another program has been solved.
    let program = ["/names", "/objective", "/offset", "/constraints"]
    try damages(
      of: [
        Certified { $0.exact(Evident.optimum(of: self.program, is: 12)) },
        Certified { $0.exact(infeasible(empty)) },
      ], statement: program, isTrue: isTrue)
    try damages(
      of: [
        Certified { $0.exact(unbounded(open)) }, Certified { $0.refuted(infeasible(open)) },
        Certified { $0.refuted(Evident.optimum(of: self.program, is: 13)) },
        Certified { $0.refuted(Evident.optimum(of: self.program, is: 11)) },
      ], statement: program + ["/point", "/direction", "/value", "/multipliers"], isTrue: isTrue)
  }

  /// Solves the program anew, and compares.
  private func isTrue(_ certificate: Certificate) -> Bool {
    guard case .linearProgram(let said) = certificate else { return false }
    let program = LinearProgram(
      said.goal == .maximize ? .maximize : .minimize, vector(said.objective),
      offset: Rational(said.offset) ?? 0,
      subjectTo: said.constraints.map {
        .init(vector($0.coefficients), .init(rawValue: $0.relation)!, Rational($0.bound)!)
      })
    let isSo =
      switch (program.solution(), said.property) {
      case (.optimal(let value, _, _), .optimum): value == said.value.flatMap { Rational($0) }
      case (.infeasible, .infeasible), (.unbounded, .unbounded): true
      default: false
      }
    return isSo != said.refutes
  }

  private func vector(_ texts: [String]) -> Vector<Rational> {
    Vector(texts.compactMap { Rational($0) })
  }
}
