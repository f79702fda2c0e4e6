import MathCore

/// The evidence of fresh runs, added up: one e-process for each statistical check of the site.
///
/// A run's e-values have expectation at most 1 if what the check states is true, whatever was drawn
/// before; so their products do too, and by Ville's inequality the probability that the average of
/// the products *ever* reaches 1/α, over all runs together and at whatever moment one looks, is at
/// most α.
public struct EvidenceBook: Sendable, Equatable {
  public var processes: [EvidenceProcess]

  public init(processes: [EvidenceProcess] = []) { self.processes = processes }

  /// What is known of a check; `nil` when it, its claim or its code has changed since.
  func past(_ id: EvidenceProcess.ID, identity: String) -> EvidenceProcess? {
    processes.first { $0.id == id && $0.identity == identity }
  }

  /// The book with this process in the place of an older one of the same check.
  mutating func keep(_ process: EvidenceProcess) {
    processes.removeAll { $0.id == process.id }
    processes.append(process)
    processes.sort { $0.id < $1.id }
  }
}

/// The evidence against one check's statement, over all fresh runs since it or its code changed.
public struct EvidenceProcess: Sendable, Equatable {
  /// A claim's part may have several statistical checks; they are numbered in their order.
  public struct ID: Sendable, Hashable, Comparable {
    public var claim: String
    public var part: Int?
    public var check: Int

    public init(claim: String, part: Int?, check: Int) {
      self.claim = claim
      self.part = part
      self.check = check
    }

    public static func < (a: ID, b: ID) -> Bool {
      (a.claim, a.part ?? 0, a.check) < (b.claim, b.part ?? 0, b.check)
    }
  }
  public struct Run: Sendable, Equatable {
    public var seed: String
    public var draws: Int

    public init(seed: String, draws: Int) {
      self.seed = seed
      self.draws = draws
    }
  }
  public var id: ID
  /// A digest of the statement, the design, the article's code and the library.
  public var identity: String
  public var level: Rational
  public var runs: [Run]
  /// Sums over the runs of the logarithms of e-values, one for each way of being wrong.
  public var logEvidence: [Double]
  /// The largest logarithm that the average of the e-values has reached.
  public var peak: Double

  public init(
    id: ID, identity: String, level: Rational, runs: [Run] = [], logEvidence: [Double] = [],
    peak: Double = 0
  ) {
    self.id = id
    self.identity = identity
    self.level = level
    self.runs = runs
    self.logEvidence = logEvidence
    self.peak = peak
  }

  /// The logarithm of the evidence as it stands.
  public var current: Double { logEvidence.isEmpty ? 0 : logMean(logEvidence) }

  /// −log α: what must not be reached.
  public var alarm: Double { -log(Double(level)) }

  public var isAlarming: Bool { peak >= alarm }

  /// Whether the draws of this seed are in it already: they count once.
  public func contains(seed: String) -> Bool { runs.contains { $0.seed == seed } }

  /// Adds a run of e-values that are independent of all before.
  public mutating func add(_ run: Run, logEvidence new: [Double]) {
    if logEvidence.isEmpty { logEvidence = new.map { _ in 0 } }
    guard new.count == logEvidence.count, !new.isEmpty else {
      // Evidence that came in no such form: an impossible draw.
      if new.contains(.infinity) { peak = .infinity }
      runs.append(run)
      return
    }
    logEvidence = zip(logEvidence, new).map { $0 + $1 }
    runs.append(run)
    peak = Swift.max(peak, current)
  }
}
