import Records

/// What bounds of rounding errors establish: how far computed numbers are from which true ones, and
/// whether that says anything of correctness.
enum BoundedSentences {
  static func established(_ check: CheckRecord, _ subject: String) -> String {
    check.coverage.contains { $0.scope == .box }
      ? onBox(check, subject) : atPoints(check, subject)
  }

  private static func atPoints(_ check: CheckRecord, _ subject: String) -> String {
    let trial = check.trial
    let scope = Sentences.scope(check)
    let isFinite = check.coverage.first?.scope == .finiteSet
    let samples = trial.held == 1 ? "one sample" : "\(Sentences.grouped(trial.held)) samples"
    let place = isFinite ? "for \(scope)" : "at \(samples) of \(scope)"
    let errors = trial.observed.flatMap { observed in
      trial.bound.map { bound in
        ": largest relative error \(above(observed)), bound there \(above(bound))"
          + looseness(trial)
      }
    }
    let widest = trial.widest.map { ", no bound above \(above($0))" }
    return "\(against(check.reference))\(subject), \(place)\(errors ?? "")\(widest ?? "")"
      + "\(silent(trial.uninformative))."
  }

  private static func against(_ reference: ReferenceKind?) -> String {
    let within = "ithin the derived error bound of"
    return switch reference {
    case .code(_, isSubject: true), .ownOperations:
      "Stable, which is not to say correct: w\(within) its own values at higher precision"
    case .code("", isSubject: false): "W\(within) other code in ball arithmetic"
    case .code(let name, isSubject: false): "W\(within) `\(name)` in ball arithmetic"
    case .formula, nil: "W\(within) the formula"
    }
  }

  /// Points whose bound reaches the value could not have failed.
  private static func silent(_ count: Int) -> String {
    guard count > 0 else { return "" }
    let points = count == 1 ? "one more point says" : "\(Sentences.grouped(count)) more points say"
    return "; \(points) nothing, because the bound reaches the value"
  }

  private static func onBox(_ check: CheckRecord, _ subject: String) -> String {
    let trial = check.trial
    let scope = Sentences.scope(check)
    let bound = trial.bound.map(above) ?? "the bound"
    let boxes = trial.held == 1 ? "one box" : "\(Sentences.grouped(trial.held)) boxes"
    let met = trial.observed.map { "; largest error met \(above($0))\(looseness(trial))" } ?? ""
    let how = "proved in \(boxes)\(met)"
    guard check.reference == .ownOperations else {
      return
        "The formula, computed in Double as written, is within \(bound) of its exact value for "
        + "\(scope); \(how)."
    }
    return
      "Stable, which is not to say correct: within \(bound) of what its own operations give in "
      + "real numbers\(subject), for \(scope); \(how)."
  }

  private static func looseness(_ trial: Trial) -> String {
    guard let observed = trial.observed, let bound = trial.bound, observed > 0 else { return "" }
    return bound / observed > 10 ? " (loose)" : ""
  }

  /// Three digits, and never less than the number.
  static func above(_ value: Double) -> String {
    let texts = [1, 1.0006, 1.002, 1.006].lazy.map { Sentences.short(value * $0) }
    return texts.first { Double($0).map { $0 >= value } ?? true } ?? Sentences.short(value)
  }
}
