import MathCore
import Records

/// Holds a function's machine results against true values, point by point: each must be within the
/// error bound that the running error analysis derived for it on the way.
///
/// A point whose bound reaches the value says nothing and is counted apart. A point beyond its
/// bound refutes, unless the code compared numbers there that their bounds do not tell apart: the
/// bound holds along the branch that was taken only, so such a point is undecided.
package struct RoundingPointProver<Point: RoundedNumbers, Value: RoundedNumbers> {
  package static var defaultCount: Int { 2_000 }

  private let domain: Domain<Point>
  private let truth: TrueValues
  private let count: Int
  private let stream: String

  package init(over domain: Domain<Point>, _ truth: TrueValues, count: Int, stream: String) {
    self.domain = domain
    self.truth = truth
    self.count = count
    self.stream = stream
  }

  package func prove(_ subject: (Point) -> Value) -> Finding {
    let isFinite = domain.count != nil
    let trial = trial(of: subject)
    var finding = Finding(
      evidence: .bounded, method: "running error analysis, held against ball arithmetic",
      subject: .implementation(function: "", scalar: Rounded.scalarName),
      coverage: [Coverage(isFinite ? .finiteSet : .samples, domain.phrase)], statement: nil,
      coversLaw: isFinite, trial: trial, never: trial.withConclusionFalse,
      sensitivity: trial.sensitivity)
    finding.missing = domain.missing
    finding.reference = truth.kind
    finding.agreement = truth.agreement()
    finding.theorems = RoundingModel.sources
    return finding
  }

  /// The same with any function in the place of the subject.
  package func trial(of subject: (Point) -> Value) -> Trial {
    func judge(_ point: Point, _ trial: inout Trial) {
      let point = point.exactly
      let (value, isBranchOpen) = UndecidedBranch.noticed { subject(point).numbers }
      trial.count(value, truth, at: point.inputs, isBranchOpen: isBranchOpen) {
        domain.describe(point)
      }
    }
    var trial: Trial
    switch domain.extent {
    case .sampled(let strata):
      trial = SampleProver.trial(over: domain, strata, count: count, stream: stream, judge)
    case .finite(let count, let element):
      trial = Trial(required: count)
      for number in 0..<count where trial.violated == 0 { judge(element(number), &trial) }
    }
    trial.unit = "relative"
    return trial
  }
}

/// What bounds of rounding errors rest on.
enum RoundingModel {
  static let sources = [
    "N. J. Higham, Accuracy and Stability of Numerical Algorithms (2nd ed.), section 3.3",
    "The GNU C Library manual, Known Maximum Errors in Math Functions: taken as bounds",
  ]
}

extension Trial {
  /// Counts one point: as good as its worst entry.
  fileprivate mutating func count(
    _ value: [Rounded], _ truth: TrueValues, at point: [Double], isBranchOpen: Bool,
    _ describe: () -> [Binding]
  ) {
    var errors: [RoundingError] = []
    for precision in TrueValues.precisions {
      let truth = truth.values(at: point, precision: precision)
      guard truth.count == value.count else {
        return refute(
          Witness(
            point: describe(), left: "a result of \(value.count) entries", relation: "in place of",
            right: "\(truth.count)"))
      }
      let norm = truth.map(\.greatestMagnitude).max() ?? 0
      errors = zip(value, truth).map {
        RoundingError($0, $1, norm: norm, isFinal: precision == TrueValues.precisions.last)
      }
      if errors.allSatisfy({ $0.outcome != .undecided }) { break }
    }
    let nearest = errors.max { ($0.outcome, $0.ratio) < ($1.outcome, $1.ratio) }
    guard let nearest else {
      excluded += 1
      return
    }
    switch nearest.outcome {
    case .within: accept(errors, describe)
    case .uninformative: uninformative += 1
    case .undecided: undecided += 1
    case .beyond where isBranchOpen:
      undecided += 1
      stopped =
        "the code compared numbers that their error bounds do not tell apart, and its result is "
        + "beyond the bound of the branch that it took"
        + (describe().first.map { ", at $\($0.name)$ = \($0.value)" } ?? "")
    case .beyond: refute(nearest.witness(at: describe()))
    }
  }

  private mutating func refute(_ witness: Witness) {
    violated += 1
    violation = violation ?? witness
  }

  private mutating func accept(_ errors: [RoundingError], _ describe: () -> [Binding]) {
    held += 1
    for error in errors {
      widest = Swift.max(widest ?? 0, error.relativeBound)
      if error.size > 0 { sensitivity = Swift.min(sensitivity ?? .infinity, error.sensitivity) }
      guard error.relative > observed ?? -1 else { continue }
      observed = error.relative
      bound = error.relativeBound
      worst = error.witness(at: describe())
    }
  }
}

extension RoundingError {
  fileprivate func witness(at point: [Binding]) -> Witness {
    let isThere = truth.isFinite && observed.isFinite
    return Witness(
      point: point, left: number.value.witnessText,
      relation: bound.isFinite ? "within \(Ball(exactly: bound).digits(3)) of" : "near",
      right: truth.isFinite ? truth.digits(20) : "no value", gap: isThere ? "\(observed)" : nil)
  }
}
