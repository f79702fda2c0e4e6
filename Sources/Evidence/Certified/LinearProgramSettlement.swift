import MathCore
import Records

/// Solves a linear program and puts what comes out into a certificate for what was said of it.
struct LinearProgramSettlement {
  private let program: LinearProgram

  init(_ program: LinearProgram) { self.program = program }

  private static let unsolved = Settlement.open("the simplex method used up its 10 000 pivots")

  func optimum(_ value: Rational) -> Settlement {
    guard let solution = program.solution() else { return Self.unsolved }
    var certificate = certificate(.optimum, refutes: true)
    certificate.value = value.description
    let relation = program.goal == .maximize ? "max" : "min"
    func refuted(_ truth: String) -> Settlement {
      .refuted(
        .linearProgram(certificate),
        Witness(point: [], left: relation, relation: "=", right: "\(value) (it is \(truth))"))
    }
    switch solution {
    case .optimal(value, let point, let multipliers):
      certificate.refutes = false
      certificate.point = texts(point)
      certificate.multipliers = texts(ofMaximum(multipliers))
      return .proved(.linearProgram(certificate))
    case .optimal(let truth, let point, let multipliers):
      // A point that does better, or multipliers that say none does as well.
      if isBetter(truth, than: value) {
        certificate.point = texts(point)
      } else {
        certificate.multipliers = texts(ofMaximum(multipliers))
      }
      return refuted(truth.description)
    case .infeasible(let multipliers):
      certificate.multipliers = texts(multipliers)
      return refuted("not there: no point satisfies the constraints")
    case .unbounded(let point, let direction):
      certificate.point = texts(beyond(value, point, direction))
      return refuted("not there: there is no bound")
    }
  }

  var infeasible: Settlement {
    guard let solution = program.solution() else { return Self.unsolved }
    var certificate = certificate(.infeasible, refutes: true)
    switch solution {
    case .infeasible(let multipliers):
      certificate.refutes = false
      certificate.multipliers = texts(multipliers)
      return .proved(.linearProgram(certificate))
    case .optimal(_, let point, _), .unbounded(let point, _):
      certificate.point = texts(point)
      return .refuted(
        .linearProgram(certificate),
        Witness(point: bindings(point), left: "the constraints", relation: "are", right: "violated")
      )
    }
  }

  var unbounded: Settlement {
    guard let solution = program.solution() else { return Self.unsolved }
    var certificate = certificate(.unbounded, refutes: true)
    let name = program.goal == .maximize ? "sup" : "inf"
    let infinity = program.goal == .maximize ? "∞" : "−∞"
    switch solution {
    case .unbounded(let point, let direction):
      certificate.refutes = false
      certificate.point = texts(point)
      certificate.direction = texts(direction)
      return .proved(.linearProgram(certificate))
    case .optimal(let value, _, let multipliers):
      certificate.multipliers = texts(ofMaximum(multipliers))
      return .refuted(
        .linearProgram(certificate),
        Witness(point: [], left: "\(name) = \(value)", relation: "=", right: infinity))
    case .infeasible(let multipliers):
      certificate.multipliers = texts(multipliers)
      return .refuted(
        .linearProgram(certificate),
        Witness(point: [], left: "\(name) ∅", relation: "=", right: infinity))
    }
  }

  private func certificate(
    _ property: LinearProgramCertificate.Property, refutes: Bool
  ) -> LinearProgramCertificate {
    LinearProgramCertificate(
      property, refutes: refutes, goal: program.goal == .maximize ? .maximize : .minimize,
      names: program.names, objective: texts(program.objective),
      offset: program.offset.description,
      constraints: program.constraints.map {
        .init(
          coefficients: texts($0.coefficients), relation: $0.relation.rawValue,
          bound: $0.bound.description)
      })
  }

  private func isBetter(_ a: Rational, than b: Rational) -> Bool {
    program.goal == .maximize ? a > b : a < b
  }

  /// Certificates have the multipliers of the maximum.
  private func ofMaximum(_ multipliers: Vector<Rational>) -> Vector<Rational> {
    program.goal == .maximize ? multipliers : -1 * multipliers
  }

  /// A point on the ray where the objective is better than a value.
  private func beyond(
    _ value: Rational, _ point: Vector<Rational>, _ direction: Vector<Rational>
  ) -> Vector<Rational> {
    let lack = value - program.offset - program.objective.dot(point)
    let steps = (lack / program.objective.dot(direction)).floor + 1
    return steps > 0 ? point + steps * direction : point
  }

  private func texts(_ vector: Vector<Rational>) -> [String] { vector.map(\.description) }

  private func bindings(_ point: Vector<Rational>) -> [Binding] {
    zip(program.names, point).map { Binding($0, $1.description) }
  }
}
