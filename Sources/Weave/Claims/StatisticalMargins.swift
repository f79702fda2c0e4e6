// The numbers of a statistical check: what it spends, what it can see, and what its draws say.

import Ledger
import Records

extension StatisticalFinding {
  /// Level, effect, power and p-value, then where the draws came from.
  func margins(_ record: CheckRecord) -> [Margin] {
    let draws = record.trial.draws
    var margins = [
      Margin(name: "Significance level α", value: level.levelText),
      Margin(name: "Must see", value: effect),
      Margin(name: "Sees it with probability at least", value: probability(power)),
    ]
    if let pValue {
      margins.append(Margin(name: "p-value at most", value: Margin.number(pValue)))
    }
    if let estimate = draws?.estimate {
      var value = Margin.number(estimate)
      if let ends = draws?.interval, ends.count == 2 {
        value +=
          ", within \(Margin.number(ends[0])) to \(Margin.number(ends[1])) at confidence 1 − α"
      }
      margins.append(Margin(name: "The draws' own estimate", value: value))
    }
    if let counts = draws?.counts, !counts.isEmpty, counts.count <= 12 {
      margins.append(
        Margin(name: "Counts", value: counts.map(String.init).joined(separator: ", ")))
    }
    margins.append(Margin(name: "Assumes", value: StatisticalFinding.assumption(record)))
    margins.append(Margin(name: "Seed", value: origin))
    if let accumulated {
      margins.append(
        Margin(
          name: "Logarithm of the evidence over \(accumulated.runs.count) fresh runs",
          value: "\(Margin.number(accumulated.current)), "
            + "alarm at \(Margin.number(accumulated.alarm))"))
    }
    return margins
  }

  /// What the level and the power rest on, beside the draws.
  private static func assumption(_ record: CheckRecord) -> String {
    let plain = "the draws are independent and of one law"
    guard record.statistical?.deviation != nil else { return plain }
    return plain + ", whose deviation is not hidden in a tail that they never reach"
  }

  private var origin: String {
    guard let fresh = seed.fresh else {
      return "fixed, from the claim's id and the site's salt: the same draws in every run"
    }
    return "fresh, from the published text “\(fresh)”, the claim's id and the site's salt"
  }

  /// Four digits, never more than it is: a power is a lower bound.
  private func probability(_ value: Double) -> String {
    Margin.number((value * 10_000).rounded(.down) / 10_000, significant: 4)
  }
}
