import MathCore
import Records

extension Relation where S: Decidable {
  /// The conclusions of the clauses whose hypotheses hold, and whether some hypotheses cannot be
  /// decided.
  ///
  /// - Parameter exactly: machine numbers are compared as the numbers that they are.
  func stated(exactly: Bool = false) -> (conclusions: [Side], hypotheses: [Side], isUnclear: Bool) {
    var stated: (conclusions: [Side], hypotheses: [Side], isUnclear: Bool) = ([], [], false)
    for clause in clauses {
      let decisions = clause.hypotheses.map { Self.decision(ofHypothesis: $0, exactly) }
      if decisions.contains(.fails) { continue }
      if decisions.allSatisfy({ $0 == .holds }) {
        stated.conclusions += clause.conclusions
        stated.hypotheses += clause.hypotheses
      } else {
        stated.isUnclear = true
      }
    }
    return stated
  }

  /// What is not a number fails as a conclusion; as a hypothesis it is not false, but unknown.
  private static func decision(ofHypothesis side: Side, _ exactly: Bool) -> Decision {
    if case .nonFinite(let left, let right) = S.difference(side.left, side.right),
      left.isNaN || right.isNaN
    {
      return .undecided
    }
    return judge(side, exactly ? .literal : .certain).decision
  }
}

/// Tries a relation at every point of a finite domain. With exact numbers that is a proof for the
/// domain, about the function at that scalar.
package enum EnumerationProver {
  package static func trial<Point, S: Decidable>(
    over domain: Domain<Point>, _ relation: (Point) -> Relation<S>
  ) -> Trial {
    var undrawn: EnumerationPicture?
    return trial(over: domain, &undrawn, relation)
  }

  private static func trial<Point, S: Decidable>(
    over domain: Domain<Point>, _ picture: inout EnumerationPicture?,
    _ relation: (Point) -> Relation<S>
  ) -> Trial {
    guard case .finite(let count, let element) = domain.extent else {
      var trial = Trial()
      trial.undecided = 1
      trial.stopped = "only a finite domain can be enumerated; use .sampled for this one"
      return trial
    }
    var trial = Trial(required: count)
    for number in 0..<count {
      let point = element(number)
      let before = trial
      let margin = trial.count(relation(point)) { domain.describe(point) }
      picture?.add(number, trial.kind(since: before), margin: margin) { domain.describe(point) }
      if trial.violated > 0 { break }
    }
    return trial
  }

  /// The same as a finding, with a picture, and with all points and both sides as its certificate
  /// where they are few.
  package static func prove<Point, S: Exact & Decidable>(
    over domain: Domain<Point>, _ relation: (Point) -> Relation<S>
  ) -> Finding {
    var table = EnumerationTable(domain: domain.phrase, count: domain.count ?? 0)
    var picture: EnumerationPicture? = EnumerationPicture(count: domain.count ?? 0)
    let trial = trial(over: domain, &picture) { point in
      let relation = relation(point)
      table.add(relation, at: domain.describe(point))
      return relation
    }
    var finding = Finding(
      evidence: .exact, method: "complete enumeration",
      subject: .implementation(function: "", scalar: S.scalarName),
      coverage: [Coverage(.finiteSet, domain.phrase)], statement: nil, coversLaw: true,
      trial: trial, never: trial.withConclusionFalse, sensitivity: trial.sensitivity)
    finding.picture = picture?.picture
    guard trial.held > 0, trial.held + trial.excluded == trial.required else { return finding }
    switch table.certificate {
    case .success(let certificate): finding.certify([certificate])
    case .failure(let unpublished): finding.uncertified = unpublished.reason
    }
    return finding
  }

  /// One relation, as it stands; its values are kept when it holds, too.
  package static func trial<S: Decidable>(
    _ relation: Relation<S>, exactly: Bool = false
  ) -> Trial {
    var trial = Trial(required: 1)
    trial.count(relation, exactly: exactly) { [] }
    trial.keepValues(of: relation, exactly: exactly, at: [])
    return trial
  }
}

extension Trial {
  /// Counts one case into the trial: hypotheses first, then the worst of its conclusions.
  ///
  /// - Parameter exactly: machine numbers are compared as the numbers that they are.
  /// - Returns: the smallest amount by which an inequality holds here; `nil` if none is stated, or
  ///   the case does not count as held.
  @discardableResult
  package mutating func count<S: Decidable>(
    _ relation: Relation<S>, exactly: Bool = false, at point: () -> [Binding]
  ) -> Double? {
    let stated = relation.stated(exactly: exactly)
    guard !stated.conclusions.isEmpty else {
      if stated.isUnclear { unclear += 1 } else { excluded += 1 }
      return nil
    }
    var isUndecided = false
    var isUninformative = false
    var smallest = Double.infinity
    let judgements = stated.conclusions.map {
      Relation<S>.judge($0, exactly ? .literal : .tolerant)
    }
    let scale = judgements.map(\.scale).max() ?? 0
    for (side, judgement) in zip(stated.conclusions, judgements) {
      switch judgement.decision {
      case .holds where judgement.couldNotFail(among: scale): isUninformative = true
      case .holds:
        note(side, judgement, point)
        smallest = Swift.min(smallest, judgement.sensitivity(of: side.relation))
      case .fails:
        violated += 1
        violation = violation ?? Witness(side, judgement, point())
        return nil
      case .undecided: isUndecided = true
      case .uninformative: isUninformative = true
      }
    }
    if isUndecided {
      undecided += 1
    } else if stated.isUnclear {
      unclear += 1
    } else if isUninformative {
      uninformative += 1
    } else {
      held += 1
      if smallest.isFinite { sensitivity = Swift.min(sensitivity ?? .infinity, smallest) }
      return zip(stated.conclusions, judgements).compactMap { side, judgement in
        side.relation == .equal ? nil : -judgement.deviation
      }.min()
    }
    return nil
  }

  /// How the case ended that was counted last.
  fileprivate func kind(since before: Trial) -> ProofPicture.Kind {
    if violated > before.violated { return .failed }
    if held > before.held { return .shown }
    return excluded > before.excluded ? .excluded : .open
  }

  /// Keeps the values of the only case, when it holds: the conclusion that is nearest to failing.
  package mutating func keepValues<S: Decidable>(
    of relation: Relation<S>, exactly: Bool, at point: [Binding]
  ) {
    guard held == 1, worst == nil else { return }
    let judged = relation.stated(exactly: exactly).conclusions.map {
      (side: $0, judgement: Relation<S>.judge($0, exactly ? .literal : .tolerant))
    }
    guard let nearest = judged.max(by: { $0.judgement.deviation < $1.judgement.deviation }) else {
      return
    }
    worst = Witness(nearest.side, nearest.judgement, point)
  }

  /// Keeps the case that is nearest to failing.
  private mutating func note<S: Decidable>(
    _ side: Relation<S>.Side, _ judgement: Judgement, _ point: () -> [Binding]
  ) {
    guard judgement.tolerance > 0 else { return }
    let ratio = judgement.deviation / judgement.tolerance
    if let observed, let bound, bound > 0, ratio <= observed / bound { return }
    observed = Swift.max(judgement.deviation, 0)
    bound = judgement.tolerance
    worst = Witness(side, judgement, point())
  }
}

extension Witness {
  init<S: Decidable>(
    _ side: Relation<S>.Side, _ judgement: Judgement, _ point: [Binding]
  ) {
    self.init(
      point: point, left: side.left.witnessText, relation: side.relation.rawValue,
      right: side.right.witnessText,
      gap: judgement.deviation.isFinite ? "\(Swift.abs(judgement.deviation))" : nil)
  }
}
