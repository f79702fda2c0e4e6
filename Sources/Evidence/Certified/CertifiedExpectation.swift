import MathCore
import Records

/// That the expectation of a value over a finite domain is this one, settled by going through all
/// outcomes: they are published with their weights and values.
///
/// ```swift
/// claim(id).exact(expectation(over: words(4, length: 2), weight: p, is: 7/8) { … })
/// ```
///
/// - Precondition: the domain is finite and not empty; the weights are not negative, and their sum is
///   one; the two sides have the same shape.
public func expectation<Point, Value: Expectable & ExactEntries>(
  over domain: Domain<Point>, weight: (Point) -> Rational, is other: Value,
  _ value: (Point) -> Value
) -> Certifiable where Value.Weight == Rational {
  guard case .finite(let count, let element) = domain.extent, count > 0 else {
    fatalError("an exact expectation needs a finite domain that is not empty")
  }
  let outcomes = (0..<count).map { number in
    let point = element(number)
    let name = domain.describe(point).map(\.value).joined(separator: ", ")
    let entries = value(point).exactEntries
    require(
      entries.count == other.exactEntries.count,
      "an expectation with \(entries.count) entries cannot be \(other.exactEntries.count) of them")
    return WeightedOutcome(name: name, weight: weight(point), entries: entries)
  }
  let total = outcomes.reduce(Rational.zero) { $0 + $1.weight }
  require(total == 1, "the weights of an expectation sum to \(total), not to 1")
  for outcome in outcomes {
    require(outcome.weight >= 0, "the weight of \(outcome.name) is \(outcome.weight)")
  }
  return WeightedOutcomes(outcomes: outcomes, domain: domain.phrase).average(
    is: other.exactEntries)
}

/// Exact numbers, or lists of them.
public protocol ExactEntries {
  /// The numbers, row after row.
  var exactEntries: [Rational] { get }
}

extension Rational: ExactEntries {
  public var exactEntries: [Rational] { [self] }
}

extension Vector: ExactEntries where Element == Rational {
  public var exactEntries: [Rational] { Array(self) }
}

extension Matrix: ExactEntries where Element == Rational {
  public var exactEntries: [Rational] { entries }
}

private struct WeightedOutcome: Sendable {
  var name: String
  var weight: Rational
  var entries: [Rational]
}

private struct WeightedOutcomes: Sendable {
  var outcomes: [WeightedOutcome]
  let domain: String

  var average: [Rational] {
    outcomes.dropFirst().reduce(outcomes[0].entries.map { outcomes[0].weight * $0 }) { sum, term in
      zip(sum, term.entries).map { $0 + term.weight * $1 }
    }
  }

  func average(is other: [Rational]) -> Certifiable {
    let right = other.count == 1 ? other[0].tex : "\\text{the value given}"
    var statement = Certifiable(
      tex: "\\mathbb{E}[\\,\\cdot\\,] = \(right)", method: "complete enumeration with weights",
      coverage: [Coverage(.finiteSet, domain)]
    ) {
      settle(other)
    }
    statement.isEquality = true
    statement.shifted = { size in
      average(is: [other[0] == 0 ? size : other[0] * (1 + size)] + other.dropFirst())
    }
    statement.damages = { damages.map { ($0.why, $0.outcomes.average(is: other)) } }
    return statement
  }

  private func settle(_ other: [Rational]) -> Settlement {
    let average = average
    let certificate = Certificate.expectation(
      ExpectationCertificate(
        domain: domain, count: outcomes.count,
        outcomes: outcomes.map {
          .init(
            name: $0.name, weight: $0.weight.description, value: $0.entries.map(\.description))
        }, other: average.map(\.description)))
    for (mean, value) in zip(average, other) where mean != value {
      return .refuted(
        [certificate],
        Witness(
          point: [], left: mean.description, relation: "=", right: value.description,
          gap: "\(Double((mean - value).magnitude))"))
    }
    return .proved([certificate])
  }

  /// Two outcomes with different weights and values trade their weights: the expectation changes.
  private var damages: [(why: String, outcomes: WeightedOutcomes)] {
    for a in outcomes.indices {
      for b in outcomes.indices.prefix(a) {
        guard outcomes[a].weight != outcomes[b].weight, outcomes[a].entries != outcomes[b].entries
        else { continue }
        var swapped = self
        swapped.outcomes[a].weight = outcomes[b].weight
        swapped.outcomes[b].weight = outcomes[a].weight
        return [("two weights swapped", swapped)]
      }
    }
    return []
  }
}
