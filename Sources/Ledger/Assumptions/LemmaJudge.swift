import Article
import Diagnostics
import Records

/// What the lemmas of one claim do to its checks, and what is wrong with the lemmas.
struct LemmaJudge {
  let claim: StatedClaim
  /// How its lemmas stand; those that do not exist or lead back to the claim are missing.
  let lemmas: [String: AssumptionCone.Standing]
  let claims: [String: StatedClaim]

  /// The check, no better than what it takes for granted.
  func weakened(_ check: CheckEntry) -> CheckEntry {
    guard check.verdict == .holds || check.verdict == .supported else { return check }
    var check = check
    let assumptions = check.record.assumptions
    if let (lemma, reason) = assumptions.lazy.compactMap({ flaw(in: $0) }).first {
      check.verdict = .inconclusive
      check.sentence = "Undecided: it rests on “\(lemma)”, which \(reason)."
      return check
    }
    let givens = assumptions.reduce(into: Set<String>()) { givens, assumption in
      guard let standing = lemmas[assumption.claim] else { return }
      givens.formUnion(standing.givens)
      if standing.ownVerdict != .holds { givens.insert(assumption.claim) }
    }
    guard !givens.isEmpty else { return check }
    check.verdict = .supported
    check.sentence += " Given \(Self.phrase(givens.sorted()))."
    return check
  }

  /// "1 assumption: “a”".
  static func phrase(_ givens: [String]) -> String {
    let names = givens.map { "“\($0)”" }.joined(separator: ", ")
    return "\(givens.count) assumption\(givens.count == 1 ? "" : "s"): \(names)"
  }

  /// Why nothing can rest on this lemma.
  private func flaw(in assumption: Assumption) -> (lemma: String, reason: String)? {
    let id = assumption.claim
    guard let lemma = claims[id] else { return (id, "no article states") }
    guard let standing = lemmas[id] else { return (id, "rests on this claim in turn") }
    if lemma.box.kind == .folklore { return (id, "is folklore, and false") }
    if !says(lemma, assumption) { return (id, "does not say what is assumed here") }
    switch standing.outcome.verdict {
    case .holds, .supported, .cited: return nil
    case .refuted: return (id, "is refuted")
    case .notRun: return (id, "was not run")
    case .failed: return (id, "failed")
    case .inconclusive, .vacuous, .stale: return (id, "is undecided")
    }
  }

  /// Whether a check of the lemma is about the law that is assumed, for all values for which it is
  /// assumed: a witness knows one point only. What is cited has no checks.
  private func says(_ lemma: StatedClaim, _ assumption: Assumption) -> Bool {
    guard let statement = assumption.statement, lemma.box.kind != .cited else { return true }
    return lemma.judge.checks.contains { check in
      check.record.statement == statement && check.record.evidence != .witness
        && (check.verdict == .holds || check.verdict == .supported)
        && assumption.quantifiers.allSatisfy { quantifier in
          check.record.quantifiers.contains { $0.covers(quantifier) }
        }
    }
  }

  /// Lemmas that are wrong as they are written, each once, at the check that names it.
  var diagnostics: [Diagnostic] {
    var seen: Set<String> = []
    return claim.judge.checks.flatMap { check in
      check.record.assumptions.compactMap { assumption in
        seen.insert(assumption.claim).inserted ? diagnostic(assumption, at: check.place) : nil
      }
    }
  }

  private func diagnostic(_ assumption: Assumption, at place: Place) -> Diagnostic? {
    let id = assumption.claim
    guard let lemma = claims[id] else {
      let near = Suggestion.nearest(to: id, among: Array(claims.keys).sorted())
      return Diagnostic(
        "assumption.unknown", at: place, "“\(claim.id)” rests on “\(id)”, which no article states",
        fix: near.map { "Did you mean “\($0)”?" }
          ?? "State it: > [!CLAIM \(id)] with a check, or > [!CITED \(id)] with its source.")
    }
    if lemmas[id] == nil {
      return Diagnostic(
        "assumption.cycle", at: place, "“\(claim.id)” rests on “\(id)”, which rests on it in turn",
        notes: [.init(place: lemma.box.place, message: "stated here")],
        fix: "Leave out one of the assumptions: a claim cannot be its own ground.")
    }
    if lemma.box.kind == .folklore {
      return Diagnostic(
        "assumption.folklore", at: place, "“\(claim.id)” rests on “\(id)”, which is folklore",
        notes: [.init(place: lemma.box.place, message: "stated here as false")],
        fix: "Rest it on a claim or a cited statement.")
    }
    guard says(lemma, assumption) else {
      return Diagnostic(
        "assumption.differs", at: place,
        "“\(claim.id)” assumes a law under the name “\(id)” that no check of “\(id)” establishes",
        notes: [.init(place: lemma.box.place, message: "stated here")],
        fix: "Give lemma(\"\(id)\", law) the very law that its own check proves.")
    }
    return nil
  }
}
