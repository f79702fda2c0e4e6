import Evidence
import MathCore
import Records

/// A claim of the article, ready to be given evidence.
///
/// Each verb (`exact`, `enclosed`, `bounded`, `sampled`, `refuted`, `witness`) is one check: it
/// runs at once and hands over data, from which the generator judges. `mutant` damages the check
/// before it and asks that the damage be noticed. A claim may have several checks; each counts by
/// itself.
///
/// - Parameters:
///   - id: the id of a `[!CLAIM id]` or `[!FOLKLORE id]` box, as a literal, so that a claim that is
///     never reached is found in the source.
///   - part: the item of the claim's ordered list that is checked, from 1.
///   - law: the law that the claim states.
public func claim(
  _ id: StaticString, part: Int? = nil, _ law: Law? = nil, line: Int = #line
) -> Claim {
  Claim(id: "\(id)", part: part, law: law, line: line)
}

public final class Claim {
  let id: String
  let part: Int?
  let law: Law?
  let line: Int
  /// What the checks to come take for granted.
  var lemmas: [Lemma] = []
  private(set) var last: (number: Int, retry: Retry)?
  /// Why the subject of the next check shall not be damaged.
  private var reasonToSpare: String?

  init(id: String, part: Int?, law: Law?, line: Int) {
    self.id = id
    self.part = part
    self.law = law
    self.line = line
  }

  /// How a damaged version of the last check is tried.
  enum Retry {
    case law((Law) -> Trial)
    case subject((Any) -> Trial?)
    /// A function that states the law at each point: damaging it damages the claim.
    case lawOfPoints((Any) -> Trial?)
    /// A relation is judged by itself; a refutation turns it round.
    case relation((Trial) -> Trial)
    /// A point that is the only one of its kind: a damaged one brings its own search along.
    case point
    case certifiable((Certifiable) -> Trial)
    /// A formula that is computed.
    case formula((Formula) -> Trial)
  }

  /// The law given to `claim`, for verbs that prove it.
  func statedLaw(_ verb: String) -> Law {
    guard let law else {
      fatalError("claim(\"\(id)\") has no law for .\(verb)(); write claim(\"\(id)\", law)")
    }
    return law
  }

  /// Keeps the engine from damaging the function that the next check is about: for laws that can
  /// only be asked of what the function promises (that it returns a distribution, say). The card
  /// says so, and a `mutant` of yours must be noticed instead.
  public func undamaged(because reason: String) -> Claim {
    reasonToSpare = reason
    return self
  }

  /// The finding, with the engine's damages of its subject tried unless they are unwanted.
  func contradicted<Point, Value>(
    _ finding: Finding, _ subject: @escaping (Point) -> Value,
    _ trial: @escaping (@escaping (Point) -> Value) -> Trial
  ) -> Finding {
    var finding = finding
    finding.hasSubject = true
    if let reasonToSpare {
      finding.undamaged = reasonToSpare
    } else {
      finding.contradict(subject, trial)
    }
    return finding
  }

  /// Names the sequence of samples of the check that comes next.
  var stream: String { "\(id)#\(part ?? 0)" }

  /// Runs a prover, writes its record, and keeps how to try a damaged version.
  func record(_ retry: Retry, _ prove: () -> Finding) -> Claim {
    let clock = ContinuousClock()
    let start = clock.now
    let finding = prove()
    let channel = RecordChannel.shared
    let number = channel.nextCheck()
    var record = CheckRecord(
      claim: id, part: part, check: number, runnable: channel.currentRunnable, line: line,
      evidence: finding.evidence, method: finding.method, subject: finding.subject,
      coverage: finding.coverage, statement: finding.statement,
      coversLaw: finding.coversLaw && settles(finding), trial: finding.trial, never: finding.never,
      tautology: finding.isTautology, equality: finding.isEquality,
      sensitivity: finding.sensitivity, assumptions: lemmas.map(\.assumption),
      seconds: seconds(clock.now - start))
    record.hasSubject = finding.hasSubject
    record.missing = finding.missing
    record.reference = finding.reference
    record.undamaged = finding.undamaged
    record.refutes = finding.refutes
    record.isApproximate = finding.isApproximate
    record.agreement = finding.agreement
    record.proof = finding.picture
    record.statistical = finding.statistical
    record.restsOn = finding.evidence.libraries + finding.theorems
    record.certificates = finding.certificates
    record.uncertified = finding.uncertified
    record.contradictsClaim = finding.refutes && isAbout(finding, law)
    record.quantifiers = finding.law.map { $0.freeVariables.map(\.quantifier) } ?? []
    if isBesides(finding) {
      record.trial = Trial()
      record.trial.undecided = 1
      record.trial.stopped = "the check is about another law than the one that the claim states"
    }
    if let counterexample = counterexample(besides: finding) {
      record.trial = Trial()
      record.trial.violated = 1
      record.trial.violation = counterexample
      record.statement = law?.tex
      record.proof = nil
      record.certificates = []
    }
    channel.write(.check(record))
    for mutant in finding.mutants {
      channel.write(
        .mutant(
          MutantRecord(
            check: number, why: mutant.why, origin: .engine, target: mutant.target,
            statement: mutant.statement, trial: mutant.trial, size: mutant.size)))
    }
    last = (number, retry)
    reasonToSpare = nil
    return self
  }

  /// Whether the finding can settle the claim. A claim that states no law is what its checks are;
  /// one that states a law is not settled by a point, or by a check of something else.
  private func settles(_ finding: Finding) -> Bool {
    guard let law else { return true }
    if finding.evidence == .witness { return law.freeVariables.isEmpty }
    return isAbout(finding, assumed(law))
  }

  private func isAbout(_ finding: Finding, _ law: Law?) -> Bool {
    guard let law, let checked = finding.law else { return false }
    return checked.isSame(as: law)
  }

  /// Whether the finding is about something that is no part of the law that the claim states:
  /// whatever it shows, it is no evidence for that. Of code that is tried at points nobody but its
  /// author knows what it has to do with the law; that is never more than *supported*.
  private func isBesides(_ finding: Finding) -> Bool {
    guard let law else { return false }
    guard let checked = finding.law else {
      return finding.refutes || finding.subject == .mathematics
        || finding.coverage.allSatisfy { $0.scope == .instance }
    }
    return finding.refutes ? !checked.isSame(as: law) : !checked.isPart(of: assumed(law))
  }

  /// A claim that states a law is refuted by any point where the law fails, whatever else its
  /// checks show; provers of the law itself have looked already.
  private func counterexample(besides finding: Finding) -> Witness? {
    guard let law, !finding.refutes else { return nil }
    let hasSearched = finding.evidence == .exact || finding.evidence == .enclosed
    return hasSearched && isAbout(finding, law) ? nil : CounterexampleSearch.find(law)
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// A damaged law: the check before must refute it.
  @discardableResult
  public func mutant(_ why: String, _ law: Law) -> Claim {
    guard let last, case .law(let retry) = last.retry else {
      fatalError("the mutant \"\(why)\" is a law, but the check before it is not about a law")
    }
    return write(last.number, why, .claim, statement: law.tex, retry(assumed(law)))
  }

  /// A damaged relation between computed numbers: it must fail.
  @discardableResult
  public func mutant<S: Decidable>(_ why: String, _ relation: Relation<S>) -> Claim {
    guard let last, case .relation(let view) = last.retry else {
      fatalError("the mutant \"\(why)\" is a relation, but the check before it is not about one")
    }
    return write(last.number, why, .claim, view(EnumerationProver.trial(relation)))
  }

  /// A damaged subject: the check before, with this function in place of the one it is about, must
  /// fail.
  @discardableResult
  public func mutant<Point, Value>(
    _ why: String, _ subject: @escaping (Point) -> Value
  ) -> Claim {
    damaged(why, by: subject) {
      "the mutant \"\(why)\" is a function from \(Point.self) to \(Value.self); "
        + "the check before is about another type"
    }
  }

  /// Tries the check before with another subject, and records how that ended.
  func damaged(_ why: String, by subject: Any, _ mismatch: () -> String) -> Claim {
    guard let last, let (retry, target) = last.retry.ofFunctions else {
      fatalError("the mutant \"\(why)\" is a function, but the check before it has no subject")
    }
    guard let trial = retry(subject) else { fatalError(mismatch()) }
    return write(last.number, why, target, trial)
  }

  func write(
    _ check: Int, _ why: String, _ target: MutantRecord.Target, statement: String? = nil,
    _ trial: Trial
  ) -> Claim {
    RecordChannel.shared.write(
      .mutant(
        MutantRecord(
          check: check, why: why, origin: .author, target: target, statement: statement,
          trial: trial)))
    return self
  }
}

extension Variable {
  /// What the variable ranges over, for the record.
  var quantifier: Quantifier {
    Quantifier(
      name, from: span.lower?.description, to: span.upper?.description,
      isOpenBelow: span.isOpenBelow)
  }
}

extension Claim.Retry {
  /// How a function in the place of the check's own is tried, and what damaging it damages.
  fileprivate var ofFunctions: (retry: (Any) -> Trial?, target: MutantRecord.Target)? {
    switch self {
    case .subject(let retry): (retry, .subject)
    case .lawOfPoints(let retry): (retry, .claim)
    case .law, .relation, .point, .certifiable, .formula: nil
    }
  }
}
