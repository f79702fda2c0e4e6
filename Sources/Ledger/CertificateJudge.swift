import Certificates
import Records
import Synchronization

/// Checks the certificates that a record brings along, with checkers that share nothing with the
/// provers. What an article's process says of itself counts for nothing here.
enum CertificateJudge {
  /// Why the certificates do not show what the record says; `nil` when they do, or there are none.
  static func objection(to record: CheckRecord) -> String? {
    let isRefuted = record.refutes ? record.trial.held > 0 : record.trial.violated > 0
    let expected: Conclusion = isRefuted ? .refuted : .proved
    for certificate in record.certificates {
      switch outcome(of: certificate) {
      case .failure(let rejection): return "its certificate does not check: \(rejection)"
      case .success(expected): continue
      case .success: return "its certificate shows the opposite"
      }
    }
    return nil
  }

  /// Checking gives the same every time, so a process that judges again and again (the preview)
  /// does it once.
  private static func outcome(of certificate: Certificate) -> Result<Conclusion, Rejection> {
    if let known = known.withLock({ $0[certificate] }) { return known }
    let outcome = Result { () throws(Rejection) in try certificate.checkThoroughly() }
    known.withLock {
      if $0.count >= capacity { $0.removeAll() }
      $0[certificate] = outcome
    }
    return outcome
  }

  private static let capacity = 1024
  private static let known = Mutex<[Certificate: Result<Conclusion, Rejection>]>([:])
}
