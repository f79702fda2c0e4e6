import Article
import Diagnostics
import Records

/// What claims rest on, over all articles: a claim is never better than what it takes for granted.
///
/// A check whose lemmas are all established with nothing left to assume stays what it is. Given a
/// lemma that is cited or merely supported, directly or further down, it is `supported` at best and
/// says what it is given. A lemma that is refuted, undecided, missing or rests on the claim itself
/// leaves it undecided.
struct AssumptionCone {
  /// How a claim stands with all that it rests on.
  struct Standing {
    var outcome: ClaimJudge.Outcome
    /// Its verdict if everything it takes for granted were established.
    var ownVerdict: Verdict
    /// All claims that it rests on, and those of them that are not established by themselves.
    var cone: Set<String> = []
    var givens: Set<String> = []

    /// Of a claim by itself, whatever it takes for granted.
    init(alone claim: StatedClaim) {
      outcome = claim.outcome(of: claim.judge.checks)
      ownVerdict = outcome.verdict
    }
  }

  private let claims: [String: StatedClaim]
  private let order: [String]

  /// - Parameter claims: those of all articles, in order; of an id used twice the first counts.
  init(_ claims: [StatedClaim]) {
    self.claims = Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    order = claims.map(\.id)
  }

  /// Whether this is the claim that its id stands for.
  func isFirst(_ claim: StatedClaim) -> Bool { claims[claim.id]?.box.place == claim.box.place }

  /// The standing of every claim.
  func standings() -> [String: Standing] {
    var known: [String: Standing] = [:]
    for id in order { _ = standing(of: id, &known) }
    return known
  }

  private func standing(of id: String, _ known: inout [String: Standing]) -> Standing? {
    if let standing = known[id] { return standing }
    guard let claim = claims[id] else { return nil }
    var standing = Standing(alone: claim)
    standing.cone = reach(from: id)
    if claim.assumptions.isEmpty {
      known[id] = standing
      return standing
    }
    // A claim in a circle is not looked at again from within it.
    let isCircular = standing.cone.contains(id)
    var lemmas: [String: Standing] = [:]
    for lemma in claim.assumptions where !(isCircular && reach(from: lemma).contains(id)) {
      lemmas[lemma] = self.standing(of: lemma, &known)
    }
    for (lemma, below) in lemmas {
      standing.givens.formUnion(below.givens)
      if below.ownVerdict != .holds { standing.givens.insert(lemma) }
    }
    let judgement = LemmaJudge(claim: claim, lemmas: lemmas, claims: claims)
    standing.outcome = claim.outcome(of: claim.judge.checks.map(judgement.weakened))
    standing.outcome.diagnostics += judgement.diagnostics
    known[id] = standing
    return standing
  }

  /// Everything that can be reached from a claim by one step or more.
  private func reach(from id: String) -> Set<String> {
    var found: Set<String> = []
    var waiting = claims[id]?.assumptions ?? []
    while let next = waiting.popLast() {
      if found.insert(next).inserted { waiting += claims[next]?.assumptions ?? [] }
    }
    return found
  }
}
