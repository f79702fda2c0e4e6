import Diagnostics
import Ledger
import Records

extension LedgerRecord {
  /// The version of what is written here. Members may be added to a version; none is taken away or
  /// changes its meaning.
  static let schema = 1

  public var json: JSON {
    let provenance = provenance.sorted { $0.key < $1.key }
    return .object([
      ("schema", .integer(LedgerRecord.schema)),
      ("summary", summary),
      ("articles", .array(articles.map(JSON.string))),
      ("claims", .array(claims.map(\.json))),
      ("values", .array(values.map(\.json))),
      ("diagnostics", .array(diagnostics.map(\.json))),
      ("chance", chance?.json ?? .null),
      ("provenance", .object(provenance.map { ($0.key, .string($0.value)) })),
      ("shard", shard?.json ?? .null),
    ])
  }

  private var summary: JSON {
    let counts = ClaimCounts(countedClaims.map(\.verdict))
    return .object([
      ("claims", .integer(counts.claims)),
      ("holds", .integer(counts[.holds])),
      ("supported", .integer(counts[.supported])),
      ("refuted", .integer(counts[.refuted])),
      ("undecided", .integer(counts.undecided)),
      ("cited", .integer(counts[.cited])),
    ])
  }
}

extension LedgerRecord.Claim {
  var json: JSON {
    .object([
      ("id", .string(id)), ("kind", .string(kind)), ("title", .string(title)),
      ("article", .string(article)), ("page", .string(page)), ("anchor", .string(anchor)),
      ("source", source.json), ("verdict", .string(verdict.rawValue)), ("reason", text(reason)),
      ("demonstration", .bool(demonstration)),
      ("assumptions", .array(assumptions.map(JSON.string))),
      ("given", .array(given.map(JSON.string))),
      ("drift", .array(drift.map(\.json))),
      ("checks", .array(checks.map(\.json))),
    ])
  }
}

extension LedgerRecord.Source {
  var json: JSON {
    .object([("file", .string(file)), ("line", .integer(line)), ("column", .integer(column))])
  }
}

extension LedgerRecord.Check {
  var json: JSON {
    .object([
      ("part", part.map(JSON.integer) ?? .null), ("evidence", .string(evidence.rawValue)),
      ("method", .string(method)), ("scope", .string(scope)), ("coverage", .string(coverage)),
      ("subject", .string(subject)), ("verdict", .string(verdict.rawValue)),
      ("summary", .string(summary)), ("stated", .string(stated)), ("line", .integer(line)),
      ("observed", number(observed)),
      ("bound", number(bound)), ("slack", number(slack)), ("sensitivity", number(sensitivity)),
      ("margin", number(margin)), ("rests_on", .array(restsOn.map(JSON.string))),
      ("accepted", .integer(accepted)), ("drawn", .integer(drawn)),
      ("strata", .array(strata.map(\.json))), ("mutants", mutants.json),
      ("statistical", statistical?.json ?? .null), ("seconds", .number(seconds)),
    ])
  }
}

extension LedgerRecord.Mutants {
  var json: JSON {
    .object([
      ("killed", .integer(killed)), ("also_true", .integer(alsoTrue)),
      ("survived", .integer(survived)), ("total", .integer(total)),
      ("tried", .array(tried.map(\.json))),
    ])
  }
}

extension LedgerRecord.Tried {
  var json: JSON {
    .object([
      ("why", .string(why)), ("end", .string(end.rawValue)), ("sentence", .string(sentence)),
    ])
  }
}

extension LedgerRecord.Drift {
  var json: JSON {
    .object([
      ("part", part.map(JSON.integer) ?? .null), ("changed", .string(changed.rawValue)),
    ])
  }
}

extension Stratum {
  fileprivate var json: JSON {
    .object([
      ("name", .string(name)), ("drawn", .integer(drawn)), ("accepted", .integer(accepted)),
    ])
  }
}

extension LedgerRecord.Value {
  var json: JSON {
    .object([
      ("article", .string(article)), ("line", .integer(line)), ("column", .integer(column)),
      ("expression", .string(expression)), ("printed", text(printed)),
      ("computed", .string(computed)), ("verdict", .string(verdict.rawValue)),
      ("message", text(message)),
    ])
  }
}

extension LedgerRecord.Shard {
  var json: JSON {
    .object([("index", .integer(index)), ("of", .integer(of)), ("inputs", .string(inputs))])
  }
}

private func number(_ value: Double?) -> JSON { value.map(JSON.number) ?? .null }
private func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
