import Diagnostics
import Foundation
import Ledger

extension LedgerRecord {
  /// Why ledgers cannot be merged.
  public struct Unmergeable: Error, Equatable {
    public var diagnostic: Diagnostic

    init(_ id: String, _ message: String, fix: String? = nil) {
      diagnostic = Diagnostic("merge." + id, at: nil, message, fix: fix)
    }
  }

  /// The record of the whole run from those of its shards. A shard that is missing, there twice or
  /// of another site is an error: what was not checked must not look checked.
  public init(merging files: [String]) throws(Unmergeable) {
    var shards: [(file: String, record: LedgerRecord)] = []
    for file in files {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Unmergeable("unreadable", "there is no file \(file) that can be read")
      }
      do {
        shards.append((file, try LedgerRecord(reading: data)))
      } catch {
        throw Unmergeable("unreadable", "\(file) cannot be read: \(error.description)")
      }
    }
    try self.init(merging: shards)
  }

  init(merging shards: [(file: String, record: LedgerRecord)]) throws(Unmergeable) {
    let inOrder = try LedgerRecord.complete(shards)
    articles = inOrder.flatMap(\.articles).sorted()
    claims = inOrder.flatMap(\.claims).sorted { $0.source.place < $1.source.place }
    values = inOrder.flatMap(\.values).sorted { $0.place < $1.place }
    provenance = LedgerRecord.joined(inOrder.map(\.provenance))
    chance = LedgerRecord.joined(inOrder)
    shard = nil
    diagnostics = []
    let twice = Ledger.duplicates(claims.map { ($0.id, $0.article, $0.source.place) })
    // What a shard says of the budget is of its own checks only.
    let found = inOrder.flatMap(\.diagnostics).filter { $0.id != ChanceLedger.overspendingID }
    diagnostics = Array(Set(found + twice + [overspending].compactMap(\.self))).sorted(
      by: Diagnostic.precedes)
  }

  /// All shards of one site in order, or what is wrong with them.
  private static func complete(
    _ shards: [(file: String, record: LedgerRecord)]
  ) throws(Unmergeable) -> [LedgerRecord] {
    var byIndex: [Int: (file: String, record: LedgerRecord)] = [:]
    for (file, record) in shards {
      guard let shard = record.shard, (1...max(1, shard.of)).contains(shard.index) else {
        throw Unmergeable(
          "no-shard", "\(file) is not the ledger of a shard",
          fix: "make it with: evident check --shard i/n --report json=FILE")
      }
      if let other = shards.first, let first = other.record.shard {
        guard first.of == shard.of, first.inputs == shard.inputs else {
          throw Unmergeable(
            "different-sites", "\(other.file) and \(file) are not shards of the same site",
            fix: "check all shards at the same commit, with the same n in i/n")
        }
      }
      if let other = byIndex.updateValue((file, record), forKey: shard.index) {
        throw Unmergeable(
          "shard-twice", "\(other.file) and \(file) are both shard \(shard.index)/\(shard.of)")
      }
    }
    let count = shards.first?.record.shard?.of ?? 0
    guard count > 0, byIndex.count == count else {
      let missing = (1...max(1, count)).lazy.filter { byIndex[$0] == nil }.prefix(5)
      let left = count - byIndex.count - missing.count
      throw Unmergeable(
        "shard-missing",
        "not all shards are here; missing: "
          + missing.map { "\($0)/\(count)" }.joined(separator: ", ")
          + (left > 0 ? " and \(left) more" : ""))
    }
    return byIndex.sorted { $0.key < $1.key }.map(\.value.record)
  }

  /// What the shards ran with. Where they differ, each value is told.
  private static func joined(_ provenances: [[String: String]]) -> [String: String] {
    var values: [String: [String]] = [:]
    for provenance in provenances {
      for (name, value) in provenance where values[name]?.contains(value) != true {
        values[name, default: []].append(value)
      }
    }
    return values.mapValues { $0.joined(separator: " / ") }
  }
}

extension LedgerRecord.Value {
  var place: Place { Place(file: article, line: line, column: column) }
}
