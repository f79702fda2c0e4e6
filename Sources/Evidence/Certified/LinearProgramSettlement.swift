import MathCore
import Records

/// Solves a linear program and puts what comes out into certificates for what was said of it.
struct LinearProgramSettlement {
  private let program: LinearProgram
  private let proofs: LinearProgramProofs

  init(_ program: LinearProgram) {
    self.program = program
    proofs = LinearProgramProofs(program)
  }

  private static let unsolved = Settlement.open("the simplex method used up its 10 000 pivots")

  func optimum(_ value: Rational) -> Settlement {
    guard let solution = program.solution() else { return Self.unsolved }
    let isMaximum = program.goal == .maximize
    func refuted(_ truth: String, _ certificate: Certificate) -> Settlement {
      .refuted(
        [certificate],
        Witness(
          point: [], left: isMaximum ? "max" : "min", relation: "=",
          right: "\(value) (it is \(truth))"))
    }
    switch solution {
    case .optimal(value, let point, let multipliers):
      return .proved([
        proofs.bound(value, ofMaximum(multipliers)), proofs.witness(point, "=", value),
      ])
    case .optimal(let truth, let point, let multipliers):
      // A point that does better, or multipliers that say none does as well.
      let isBetter = isMaximum ? truth > value : truth < value
      let certificate =
        isBetter
        ? proofs.witness(point, isMaximum ? ">" : "<", value)
        : proofs.bound(value, ofMaximum(multipliers), margin: (value - truth).magnitude)
      return refuted(truth.description, certificate)
    case .infeasible(let multipliers):
      return refuted(
        "not there: no point satisfies the constraints", proofs.contradiction(multipliers))
    case .unbounded(let point, let direction):
      return refuted(
        "not there: there is no bound",
        proofs.witness(beyond(value, point, direction), isMaximum ? ">" : "<", value))
    }
  }

  var infeasible: Settlement {
    guard let solution = program.solution() else { return Self.unsolved }
    switch solution {
    case .infeasible(let multipliers): return .proved([proofs.contradiction(multipliers)])
    case .optimal(_, let point, _), .unbounded(let point, _):
      return .refuted(
        [proofs.witness(point)],
        Witness(point: bindings(point), left: "the constraints", relation: "are", right: "violated")
      )
    }
  }

  var unbounded: Settlement {
    guard let solution = program.solution() else { return Self.unsolved }
    let name = program.goal == .maximize ? "sup" : "inf"
    func refuted(_ truth: String, _ certificate: Certificate) -> Settlement {
      .refuted(
        [certificate],
        Witness(
          point: [], left: "\(name) \(truth)", relation: "=",
          right: program.goal == .maximize ? "∞" : "−∞"))
    }
    switch solution {
    case .unbounded(let point, let direction): return .proved([proofs.ray(point, direction)])
    case .optimal(let value, _, let multipliers):
      return refuted("= \(value)", proofs.bound(value, ofMaximum(multipliers)))
    case .infeasible(let multipliers): return refuted("∅", proofs.contradiction(multipliers))
    }
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

  private func bindings(_ point: Vector<Rational>) -> [Binding] {
    zip(program.names, point).map { Binding($0, $1.description) }
  }
}
