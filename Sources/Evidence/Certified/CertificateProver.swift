import MathCore
import Records

/// Looks for the certificate of a statement, and for what shows that the statement could have been
/// false: its damaged versions and the smallest shift that is refuted.
package enum CertificateProver {
  package static func prove(_ statement: Certifiable) -> Finding {
    let settlement = statement.settle()
    var finding = Finding(
      evidence: .exact, method: statement.method, subject: .mathematics,
      coverage: statement.coverage, statement: statement.tex, coversLaw: true,
      trial: settlement.trial, isEquality: statement.isEquality)
    finding.certify(settlement.certificates)
    guard case .proved = settlement else { return finding }
    finding.sensitivity = sensitivity(of: statement)
    finding.mutants = statement.damages().map {
      EngineMutant(
        why: $0.why, statement: $0.statement.tex, trial: $0.statement.settle().trial)
    }
    return finding
  }

  /// The statement is false: its certificate is a counterexample.
  package static func refute(_ statement: Certifiable) -> Finding {
    let settlement = statement.settle()
    var finding = Finding(
      evidence: .witness, method: "a counterexample", subject: .mathematics,
      coverage: [Coverage(.instance, "the numbers given")],
      statement: "\\text{not: }\\ \(statement.tex)", coversLaw: true,
      trial: WitnessProver.refutation(settlement.trial))
    finding.refutes = true
    finding.certify(settlement.certificates)
    return finding
  }

  /// The smallest power of ten, from 10⁻⁶ to 1, by which the statement can be shifted so that it is
  /// refuted.
  private static func sensitivity(of statement: Certifiable) -> Double? {
    guard let shifted = statement.shifted else { return nil }
    let sizes = (0...6).map { Rational(1, 1_000_000) * Rational(10).power($0) }
    return sizes.first { size in
      if case .refuted = shifted(size).settle() { true } else { false }
    }.map { Double($0) }
  }
}

extension Settlement {
  package var certificates: [Certificate] {
    switch self {
    case .proved(let certificates), .refuted(let certificates, _): certificates
    case .open: []
    }
  }

  package var trial: Trial {
    var trial = Trial(required: 1)
    switch self {
    case .proved: trial.held = 1
    case .refuted(_, let witness):
      trial.violated = 1
      trial.violation = witness
    case .open(let reason):
      trial.undecided = 1
      trial.stopped = reason
    }
    return trial
  }
}

extension Finding {
  /// Takes the certificates along, unless they are too large to be published.
  package mutating func certify(_ found: [Certificate]) {
    let bytes = found.reduce(0) { $0 + $1.json.utf8.count }
    if bytes <= Certificate.maximumBytes {
      certificates = found
    } else {
      uncertified = "its certificate has \(bytes / 1000) kB"
    }
  }
}
