import Article
import Diagnostics
import Records
import Runner

/// Judges the claims and the values of one article.
struct ArticleJudge {
  let document: Document
  let run: ArticleRun
  /// What a person has read before, by `ReviewedPart.key`.
  var reviewed: [String: Review] = [:]
  var rules = ChanceRules()

  /// The claims with their checks.
  func stated() -> [StatedClaim] {
    let checks = CheckJudge(document: document, run: run, rules: rules).entries()
    let calls = ClaimCall.all(in: document)
    let boxes = document.statedBoxes
    return boxes.enumerated().compactMap { index, box in
      guard let id = box.id else { return nil }
      var own = checks[id] ?? []
      // Folklore is meant to be false.
      if box.kind != .folklore {
        let all = own
        own = all.map { check in
          Overstatement(box, part: check.record.part, values: run.values, all)
            .judged(check.contradicted)
        }
      }
      let judge = ClaimJudge(
        box: box, checks: own, calls: calls.filter { $0.id == id }, traps: document.traps,
        run: run,
        next: boxes.dropFirst(index + 1).first.flatMap { $0.id.flatMap { checks[$0] } } ?? [])
      return StatedClaim(document: document, box: box, id: id, judge: judge)
    }
  }

  /// The claims as they stand with what they rest on, and what is wrong with them.
  func entries(
    _ claims: [StatedClaim], _ standing: (StatedClaim) -> AssumptionCone.Standing
  ) -> ([ClaimEntry], [Diagnostic]) {
    var statements = StatementJudge(document, run, reviewed: reviewed)
    let strays = strayCalls
    var entries: [ClaimEntry] = []
    var diagnostics = strays.map(\.diagnostic)
    for claim in claims {
      var entry = claim.entry(standing(claim))
      for index in entry.checks.indices {
        entry.checks[index].stated = statements.stated(entry.checks[index], in: claim.box)
      }
      entry.reviews = statements.parts(of: claim.box, entry.checks)
      let found = standing(claim).outcome.diagnostics
      diagnostics += found.map { $0.about(claim.id) } + drift(entry)
      entries.append(entry)
    }
    // A claim whose check is there under a misspelt id lacks nothing else.
    let misspelt = Set(strays.compactMap(\.meant))
    diagnostics.removeAll { found in
      found.id == "claim.unchecked" && found.claim.map(misspelt.contains) ?? false
    }
    return (entries, diagnostics)
  }

  /// Where words or check have changed since they were read together.
  private func drift(_ claim: ClaimEntry) -> [Diagnostic] {
    claim.reviews.compactMap { review in
      let check = claim.checks.first { $0.record.part == review.part }
      return review.diagnostic(
        claim.id, statement: claim.place, check: check?.place ?? claim.place)
    }
  }

  /// Checks whose claim is not stated anywhere in the article, each with the claim that may be
  /// meant.
  private var strayCalls: [(diagnostic: Diagnostic, meant: String?)] {
    let ids = document.statedBoxes.compactMap(\.id)
    return ClaimCall.all(in: document).filter { !ids.contains($0.id) }.map { call in
      let near = Suggestion.nearest(to: call.id, among: ids)
      let diagnostic = Diagnostic(
        "check.without-claim", at: call.place,
        "this check is about “\(call.id)”, but no claim of the article has that id",
        fix: near.map { "did you mean “\($0)”?" } ?? "state it: > [!CLAIM \(call.id)] Title")
      return (diagnostic, near)
    }
  }

  func values() -> ([ValueEntry], [Diagnostic]) {
    var entries: [ValueEntry] = []
    var diagnostics: [Diagnostic] = []
    for case .value(let value) in document.runnables {
      var entry = ValueEntry(
        article: document.path, number: value.number, place: value.place,
        expression: value.expression, printed: value.claimed?.text, computed: "",
        verdict: .notRun)
      if let quantity = run.values[value.number] {
        entry.computed = quantity.plainText
        entry.verdict = .holds
        if let claimed = value.claimed {
          let opinion = ValueJudge.judge(quantity, claimed)
          entry.verdict = opinion.verdict
          entry.message = opinion.message
          if opinion.verdict != .holds {
            diagnostics.append(wrong(value, claimed, opinion))
          }
        }
      } else if run.outcomes.indices.contains(value.number),
        case .failed = run.outcomes[value.number]
      {
        entry.verdict = .failed
      }
      entries.append(entry)
    }
    return (entries, diagnostics)
  }

  private func wrong(
    _ value: InlineValue, _ claimed: ClaimedLiteral, _ opinion: ValueJudge.Opinion
  ) -> Diagnostic {
    let isRefuted = opinion.verdict == .refuted
    return Diagnostic(
      isRefuted ? "value.wrong" : "value.undecided", isRefuted ? .error : .warning,
      at: claimed.place,
      "`\(value.expression) \(claimed.relation.rawValue) \(claimed.text)`: "
        + (opinion.message ?? "it does not hold"))
  }
}

extension Diagnostic {
  /// The same, said of the claim with this id.
  func about(_ claim: String) -> Diagnostic {
    var diagnostic = self
    diagnostic.claim = claim
    return diagnostic
  }
}

extension CheckEntry {
  /// A claim whose own law is refuted by its check is refuted; only folklore is stated to be false.
  fileprivate var contradicted: CheckEntry {
    guard record.contradictsClaim, verdict == .holds || verdict == .supported else { return self }
    var entry = self
    entry.verdict = .refuted
    entry.sentence =
      "Refuted: the check shows that the law which the claim states is false. "
      + "If that is what is meant, leave the law out of claim(…)."
    return entry
  }
}

extension Document {
  /// The numbers of the blocks that promise to stop the program.
  fileprivate var traps: Set<Int> {
    Set(
      runnables.compactMap { runnable in
        if case .block(let block) = runnable, block.kind == .traps { block.number } else { nil }
      })
  }

  /// The boxes that state something which is judged, in document order.
  var statedBoxes: [Box] {
    blocks.flatMap(\.boxes).filter { [.claim, .cited, .folklore].contains($0.kind) }
  }
}

extension Block {
  /// The boxes in this block, itself included, outermost first.
  var boxes: [Box] {
    switch self {
    case .box(let box): [box] + box.blocks.flatMap(\.boxes)
    case .quote(let blocks, _): blocks.flatMap(\.boxes)
    case .list(let list): list.items.flatMap(\.blocks).flatMap(\.boxes)
    default: []
    }
  }
}
