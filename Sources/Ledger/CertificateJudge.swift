import Certificates
import Records
import Synchronization

/// Checks the certificates that a record brings along, with checkers that share nothing with the
/// provers. That a certificate is one does not rest on what an article's process says of itself;
/// that it says what its claim says is for the reader to see, who has both before them.
enum CertificateJudge {
  /// Why a certificate does not show what it says; `nil` when all do, or there are none.
  static func objection(to record: CheckRecord) -> String? {
    record.certificates.lazy.compactMap(rejection).first.map {
      "its certificate does not check: \($0)"
    }
  }

  /// Checking gives the same every time, so a process that judges again and again (the preview)
  /// does it once.
  private static func rejection(of certificate: Certificate) -> Rejection? {
    if let known = known.withLock({ $0[certificate] }) { return known }
    var rejection: Rejection?
    do { try certificate.checkThoroughly() } catch { rejection = error }
    known.withLock {
      if $0.count >= capacity { $0.removeAll() }
      $0[certificate] = .some(rejection)
    }
    return rejection
  }

  private static let capacity = 1024
  private static let known = Mutex<[Certificate: Rejection?]>([:])
}
