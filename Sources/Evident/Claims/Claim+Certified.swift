import Evidence
import MathCore
import Records

extension Claim {
  /// Proves a statement that has a certificate: `claim(id).exact(positiveSemidefinite(matrix))`.
  /// The certificate is published beside the claim, and is checked again by a program that shares
  /// no code with the one that found it.
  @discardableResult
  @_disfavoredOverload
  public func exact(_ statement: Certifiable) -> Claim {
    record(.certifiable { $0.settle().trial }) { CertificateProver.prove(statement) }
  }

  /// Shows that a statement with a certificate is false; the certificate is a counterexample.
  @discardableResult
  @_disfavoredOverload
  public func refuted(_ statement: Certifiable) -> Claim {
    record(.certifiable { WitnessProver.refutation($0.settle().trial) }) {
      CertificateProver.refute(statement)
    }
  }

  /// A damaged statement: the check before must refute it.
  @discardableResult
  @_disfavoredOverload
  public func mutant(_ why: String, _ statement: Certifiable) -> Claim {
    guard let last, case .certifiable(let retry) = last.retry else {
      fatalError(
        "the mutant \"\(why)\" has a certificate, but the check before it is not about such")
    }
    return write(last.number, why, .claim, statement: statement.tex, retry(statement))
  }
}
