internal import Certificates
import MathCore
import Records

extension Finding {
  /// Takes certificates along for a law that was proved, one for each conclusion, or says why there
  /// are none.
  mutating func certify(_ law: Law) {
    guard trial.violated == 0, trial.undecided == 0, trial.held > 0 else { return }
    var found: [Certificate] = []
    for conclusion in law.conclusions {
      let single = Law(hypotheses: law.hypotheses, conclusions: [conclusion])
      switch Certificate.proof(of: single) {
      case .success(let certificates): found += certificates
      case .failure(let unpublished):
        uncertified = unpublished.reason
        return
      }
    }
    certify(found)
  }
}

extension Certificate {
  /// The certificates of a law with one conclusion, which has been proved.
  fileprivate static func proof(of law: Law) -> Result<[Certificate], Unpublished> {
    guard let conclusion = law.conclusions.first else {
      return .failure(Unpublished(reason: "nothing is stated"))
    }
    if let inequality = UnivariateInequality(law), case .proved = inequality.answer(law) {
      let certificates = inequality.certificates ?? []
      guard !certificates.isEmpty, certificates.allSatisfy({ (try? $0.check()) != nil }) else {
        return .failure(Unpublished(reason: "its checker does not follow"))
      }
      return .success(certificates)
    }
    guard conclusion.relation == .equal || IdentityProver.proves(conclusion) else {
      let combination = CombinationCertificate(law).map { Certificate.combination($0) }
      if let combination, (try? combination.check()) != nil { return .success([combination]) }
      return .failure(Unpublished(reason: "no program but this one checks proofs of this kind"))
    }
    return IdentityCertificate.proof(of: conclusion).map { [.identity($0)] }
  }
}
