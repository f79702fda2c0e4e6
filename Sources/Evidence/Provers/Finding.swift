import Records

/// What a prover hands over about one check: data for a record, nothing judged.
package struct Finding: Sendable {
  package var evidence: Evidence
  package var method: String
  package var subject: Subject
  package var coverage: [Coverage]
  package var statement: String?
  /// The law that was checked, when it was one.
  package var law: Law?
  package var coversLaw: Bool
  package var trial: Trial
  package var never: Trial?
  /// The law is an equality that some point refutes: it holds within the stated tolerance only.
  package var isApproximate = false
  /// A witness against the law.
  package var refutes = false
  package var isTautology = false
  package var isEquality = false
  package var sensitivity: Double?
  /// What a statistical check states and how it tests that.
  package var statistical: StatisticalDesign?
  /// What lets others check the finding, and why there is nothing of the kind where there could be.
  package var certificates: [Certificate] = []
  package var uncertified: String?
  /// The check hands a function to its law, so that a damaged one can take its place.
  package var hasSubject = false
  /// What the subject was held against, where true values were at hand.
  package var reference: ReferenceKind?
  /// Why the engine was not to damage the subject.
  package var undamaged: String?
  /// Families of inputs that the function's type has and the check did not reach.
  package var missing: [String] = []
  /// Damaged versions that the engine itself tried.
  package var mutants: [EngineMutant] = []
  package var picture: ProofPicture?
  package var agreement: Agreement?
  /// Theorems that the method rests on, by source and number.
  package var theorems: [String] = []

  package init(
    evidence: Evidence, method: String, subject: Subject, coverage: [Coverage],
    statement: String?, law: Law? = nil, coversLaw: Bool, trial: Trial, never: Trial? = nil,
    isTautology: Bool = false, isEquality: Bool = false, sensitivity: Double? = nil
  ) {
    self.evidence = evidence
    self.method = method
    self.subject = subject
    self.coverage = coverage
    self.statement = statement
    self.law = law
    self.coversLaw = coversLaw
    self.trial = trial
    self.never = never
    self.isTautology = isTautology
    self.isEquality = isEquality
    self.sensitivity = sensitivity
  }
}

extension Finding {
  /// Whether there is a success that the contradictions could put in doubt.
  private var isGreen: Bool { trial.isGreen }

  /// Tries the check on damaged versions of its law.
  package mutating func contradict(_ law: Law, _ trial: (Law) -> Trial) {
    guard isGreen else { return }
    mutants += LawDamage.mutants(of: law, trial)
    if let sharper = Sharpness.mutant(of: law) {
      mutants.append(sharper)
      sensitivity = sensitivity ?? sharper.size
    }
  }

  /// Tries the check on damaged versions of its subject.
  package mutating func contradict<Point, Value>(
    _ subject: @escaping (Point) -> Value, _ trial: @escaping (@escaping (Point) -> Value) -> Trial
  ) {
    hasSubject = true
    guard isGreen else { return }
    mutants += SubjectContradictions.mutants(of: subject, trial)
  }
}

/// A damage that the engine chose, and what the same check said of it.
package struct EngineMutant: Sendable {
  package var why: String
  package var statement: String?
  package var trial: Trial
  package var target: MutantRecord.Target
  /// How large the damage is, where it was made as small as the check can notice.
  package var size: Double?

  package init(
    why: String, statement: String? = nil, trial: Trial,
    target: MutantRecord.Target = .claim,
    size: Double? = nil
  ) {
    self.why = why
    self.statement = statement
    self.trial = trial
    self.target = target
    self.size = size
  }
}

extension Trial {
  /// Whether all of it holds.
  var isGreen: Bool { violated == 0 && undecided == 0 && held > 0 }

  /// The trial of the same cases with the conclusion replaced by "false": every case in which the
  /// hypotheses were decided to hold refutes it.
  package var withConclusionFalse: Trial {
    var never = self
    never.held = 0
    never.violated = held + violated + undecided + uninformative
    never.undecided = 0
    never.uninformative = 0
    never.stopped = nil
    never.violation = worst ?? violation
    return never
  }
}
