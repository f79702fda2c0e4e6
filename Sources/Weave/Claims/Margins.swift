// The numbers of a check: what was seen, what was allowed, how much room there was, how small a
// change of the claim would have been noticed, and how many cases there were.

import Foundation
import Ledger
import Records

/// One line of the list of margins; both may contain `$…$`.
public struct Margin: Sendable, Equatable {
  public var name: String
  public var value: String
}

extension CheckEntry {
  /// Everything that the list of margins says, scope and subject first.
  public var margins: [Margin] {
    let trial = record.trial
    var margins = [Margin(name: "Scope", value: record.coveragePhrase)]
    margins.append(Margin(name: "Subject", value: record.subject.phrase))
    if let reference = record.reference {
      margins.append(Margin(name: "Held against", value: reference.phrase))
    }
    margins += sizes
    margins.append(cases)
    if let agreement = record.agreement, agreement.places > 0 {
      margins.append(Margin(name: "Recomputed", value: agreement.sentence))
    }
    if let stopped = trial.stopped { margins.append(Margin(name: "Stopped", value: stopped)) }
    return margins
  }

  var cases: Margin {
    let trial = record.trial
    if let statistical, trial.violated == 0 {
      return Margin(name: "Draws", value: "\(statistical.draws)")
    }
    return Margin(name: "Cases", value: trial.caseCounts)
  }

  /// The numbers that say how much room there was.
  var sizes: [Margin] {
    let trial = record.trial
    if let statistical { return statistical.margins(record) }
    let unit = trial.unit.map { " " + $0 } ?? ""
    let sizes: [(String, Double?, String)] = [
      ("Largest deviation seen", trial.observed, unit),
      ("Allowed there", trial.bound, unit),
      ("Largest bound", trial.widest, unit),
      ("Slack (allowed ÷ seen)", slack, slack.map { $0 > 10 ? ", loose" : "" } ?? ""),
      ("Smallest margin proved", trial.margin, ""),
    ]
    return sizes.compactMap { name, value, suffix in
      value.map { Margin(name: name, value: Margin.number($0) + suffix) }
    } + sensitivity
  }

  /// Exact equalities notice every change.
  private var sensitivity: [Margin] {
    guard let change = record.sensitivity else { return [] }
    return [
      Margin(
        name: "Smallest relative change that is refuted",
        value: change == 0 ? "any" : Margin.number(change))
    ]
  }
}

extension Margin {
  /// Three digits: margins are sizes, not results.
  static func number(_ value: Double, significant digits: Int = 3) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value < 0 ? "−∞" : "∞" }
    return DecimalNumber(double: "\(value)", significant: digits)?.text ?? "\(value)"
  }
}

extension Trial {
  /// "729 of 729 held; 3 excluded by hypotheses".
  var caseCounts: String {
    let total = required ?? cases
    let others = [
      (violated, "violated"), (undecided, "undecided"), (uninformative, "uninformative"),
      (excluded, "excluded by a hypothesis"), (unclear, "with an undecided hypothesis"),
    ]
    let counts = others.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return (["\(held) of \(total) held"] + counts).joined(separator: "; ")
  }
}

extension Agreement {
  /// "at 12 places with twice the bits; 24 values in machine arithmetic".
  var sentence: String {
    let places = places == 1 ? "at one place" : "at \(places) places"
    let values = compared == 1 ? "one value" : "\(compared) values"
    let end = alarms.isEmpty ? "all agree" : alarms.joined(separator: "; ")
    return "\(places) with twice the bits, \(values) in machine arithmetic too: \(end)"
  }
}

extension Subject {
  var phrase: String {
    switch self {
    case .mathematics: "the mathematics"
    case .implementation("", let scalar): "code at `\(scalar)`"
    case .implementation(let function, let scalar): "`\(function)` at `\(scalar)`"
    }
  }
}

extension ReferenceKind {
  var phrase: String {
    switch self {
    case .formula: "the formula"
    case .code(_, isSubject: true): "itself at higher precision: stability, not correctness"
    case .code("", isSubject: false): "other code in ball arithmetic"
    case .code(let name, isSubject: false): "`\(name)` in ball arithmetic"
    case .ownOperations: "its own operations in real numbers: stability, not correctness"
    }
  }
}

extension Witness {
  /// "at $x$ = 3/2: 0.271 = 2.04".
  var relationText: String {
    let point = point.map { "$\($0.name)$ = \($0.value)" }.joined(separator: ", ")
    let sign = relation.hasPrefix("\\") ? "$\(relation)$" : relation
    return (self.point.isEmpty ? "" : "at \(point): ") + "\(left) \(sign) \(right)"
  }

  /// "at $x$ = 3/2: 0.271 = 2.04 does not hold, by 1.77".
  var failureText: String { relationText + " does not hold" + gapText }

  /// ", by 1.77": to three digits, for a margin is a size.
  var gapText: String {
    guard let gap, Double(gap) != 0 else { return "" }
    return ", by " + (DecimalNumber(double: gap, significant: 3)?.text ?? gap)
  }
}

extension CheckRecord {
  /// It is about the numbers given and nothing else.
  public var isInstance: Bool { coverage.allSatisfy { $0.scope == .instance } }

  /// What the worst case of a check is that found no failure.
  public var worstName: String {
    if isInstance { return "Computed" }
    return evidence == .bounded ? "Largest error" : "Nearest to failing"
  }
}

extension String {
  /// Lists of many numbers cut to their first three and their last, with how many there are. The
  /// whole list is what `evident explain` prints.
  var withShortLists: String {
    replacing(/\[([^\[\]]+)\]/) { match in
      let entries = match.output.1.split(separator: ", ", omittingEmptySubsequences: false)
      guard entries.count > 8, let last = entries.last else { return String(match.output.0) }
      let first = entries.prefix(3).joined(separator: ", ")
      return "[\(first), …, \(last)] (\(entries.count) numbers)"
    }
  }
}

extension CheckEntry {
  /// The point that refutes the law which this check is about. A witness refutes it on purpose, and
  /// then it is the worst point of a trial that holds.
  var refutation: Witness? {
    guard record.evidence == .witness else { return record.trial.violation }
    guard record.refutes else { return nil }
    return verdict == .holds || verdict == .supported ? record.trial.worst : nil
  }
}
