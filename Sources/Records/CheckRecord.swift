/// What one check of a claim found: data only. The Ledger turns it into a verdict.
public struct CheckRecord: Codable, Sendable, Equatable {
  public var claim: String
  public var part: Int?
  /// Numbers the checks of a run, from 0.
  public var check: Int
  /// Where the author wrote the check: the runnable and the line in the article when it was
  /// compiled (mapped again by the parent when the block has moved).
  public var runnable: Int
  public var line: Int
  public var evidence: Evidence
  /// How it was done, a noun phrase: "identity by degrees", "enumeration", "branch and bound".
  public var method: String
  public var subject: Subject
  /// What each quantified variable ranged over, one entry a variable.
  public var coverage: [Coverage]
  /// TeX of what was checked, when the check is about formulas.
  public var statement: String?
  /// The variables of the law that was checked, with what they range over.
  public var quantifiers: [Quantifier] = []
  /// What the law itself declares: is `coverage` all of it?
  public var coversLaw: Bool
  public var trial: Trial
  /// What a statistical check states and how it tests that.
  public var statistical: StatisticalDesign?
  /// The same run with the conclusion replaced by false: it must be refuted.
  public var never: Trial?
  /// A witness against the law, not for it: `trial` holds when the law fails there.
  public var refutes = false
  /// The law is an equality that some point refutes: it holds within the stated tolerance only.
  public var isApproximate = false
  /// The claim states the very law that this check refutes.
  public var contradictsClaim = false
  /// Proofs as data, which the parent checks again: together they establish the check, or the
  /// first refutes it.
  public var certificates: [Certificate] = []
  /// Why a certificate that exists is not here: "its certificate has 9000 kB".
  public var uncertified: String?
  /// Both sides are the same tree: nothing was tested.
  public var tautology: Bool
  /// True when the law states equalities only: then every mutant must be killed.
  public var equality: Bool
  /// The smallest relative change of the claim that this check refutes, when the data gives it; 0
  /// when every change would be.
  public var sensitivity: Double?
  /// The check is about a function that a damaged one can stand in for: then at least one damage of
  /// it must be noticed.
  public var hasSubject = false
  /// What the function was held against, where true values were at hand.
  public var reference: ReferenceKind?
  /// The author's reason why the engine did not damage the function.
  public var undamaged: String?
  /// Families of inputs that the function's type has and the check did not reach.
  public var missing: [String] = []
  /// Claims (lemmas) this rests on.
  public var assumptions: [Assumption]
  /// Libraries with their versions, and theorems with their sources, that the method relies on.
  public var restsOn: [String] = []
  /// How a sample of the proof's enclosures came out when computed again; `nil` without enclosures.
  public var agreement: Agreement?
  /// What a drawing of the proof needs, for proofs by boxes, by nodes and by enumeration.
  public var proof: ProofPicture?
  public var seconds: Double

  public init(
    claim: String, part: Int?, check: Int, runnable: Int, line: Int, evidence: Evidence,
    method: String, subject: Subject, coverage: [Coverage], statement: String? = nil,
    coversLaw: Bool, trial: Trial, never: Trial? = nil, tautology: Bool = false,
    equality: Bool = false, sensitivity: Double? = nil, assumptions: [Assumption] = [],
    seconds: Double = 0
  ) {
    self.claim = claim
    self.part = part
    self.check = check
    self.runnable = runnable
    self.line = line
    self.evidence = evidence
    self.method = method
    self.subject = subject
    self.coverage = coverage
    self.statement = statement
    self.coversLaw = coversLaw
    self.trial = trial
    self.never = never
    self.tautology = tautology
    self.equality = equality
    self.sensitivity = sensitivity
    self.assumptions = assumptions
    self.seconds = seconds
  }
}

/// What was done to establish a claim, strongest first. A badge never says more than this.
public enum Evidence: String, Codable, Sendable, CaseIterable {
  case exact, enclosed, bounded, sampled, statistical, witness, cited
}

/// A claim that a check takes for granted.
public struct Assumption: Codable, Sendable, Equatable {
  /// The claim's id.
  public var claim: String
  /// TeX of the law that was taken as a hypothesis; `nil` when the author alone says how it is
  /// used.
  public var statement: String?
  /// The variables of that law, with what they range over.
  public var quantifiers: [Quantifier]

  public init(_ claim: String, statement: String? = nil, quantifiers: [Quantifier] = []) {
    self.claim = claim
    self.statement = statement
    self.quantifiers = quantifiers
  }
}

/// A variable of a law and the interval of all its values; an end that is `nil` is infinite.
public struct Quantifier: Codable, Sendable, Equatable {
  public var variable: String
  /// Rational numbers as text.
  public var lower: String?
  public var upper: String?
  /// Whether the lower end is left out.
  public var isOpenBelow: Bool

  public init(_ variable: String, from lower: String?, to upper: String?, isOpenBelow: Bool) {
    self.variable = variable
    self.lower = lower
    self.upper = upper
    self.isOpenBelow = isOpenBelow
  }
}

/// What a check is about: damaging anything else must not change its verdict.
public enum Subject: Codable, Sendable, Equatable {
  case mathematics
  /// A function at a scalar type, e.g. "sparsemax" at "Rational".
  case implementation(function: String, scalar: String)
}

/// What computed numbers are held against when their rounding errors are bounded.
public enum ReferenceKind: Codable, Sendable, Equatable {
  /// A formula: it says what the code is to compute.
  case formula
  /// Code of a name (empty if it has none) that runs in balls. When it is the very function that it
  /// judges, agreement shows that rounding does little, not that the function is right.
  case code(name: String, isSubject: Bool)
  /// The operations of the code itself, in real numbers: this, too, shows stability only.
  case ownOperations
}

/// What one quantified variable ranged over.
public struct Coverage: Codable, Sendable, Equatable {
  public enum Scope: String, Codable, Sendable {
    case universal, box, finiteSet, instance, samples
  }
  public var scope: Scope
  /// A phrase that completes "for …": "every real $x$", "$y \\in [-8, 8]$", "all 729 points of …".
  public var phrase: String

  public init(_ scope: Scope, _ phrase: String) {
    self.scope = scope
    self.phrase = phrase
  }
}

/// A deliberately damaged claim or subject, and what the same check said of it.
public struct MutantRecord: Codable, Sendable, Equatable {
  public enum Origin: String, Codable, Sendable { case author, engine }

  /// What was damaged.
  public enum Target: String, Codable, Sendable {
    /// The statement itself.
    case claim
    /// The statement lost a hypothesis; that the check does not need it is worth a note, no more.
    case hypothesis
    /// The statement was made sharper, to see how sharp it is.
    case sharpness
    /// The function that the check is about.
    case subject
    /// The point of a witness.
    case point
  }
  public var check: Int
  public var why: String
  public var origin: Origin
  public var target: Target
  public var statement: String?
  public var trial: Trial
  /// The size of the damage, where it is the smallest that the check notices.
  public var size: Double?

  public init(
    check: Int, why: String, origin: Origin, target: Target = .claim, statement: String? = nil,
    trial: Trial, size: Double? = nil
  ) {
    self.check = check
    self.why = why
    self.origin = origin
    self.target = target
    self.statement = statement
    self.trial = trial
    self.size = size
  }
}
