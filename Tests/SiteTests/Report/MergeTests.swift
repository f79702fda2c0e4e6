import Diagnostics
import Foundation
import Testing

@testable import Ledger
@testable import Site

@Suite("Shards, and merging them")
struct MergeTests {
  private func record(_ text: String, inputs: String = "00") -> LedgerRecord {
    var record = LedgerRecord.made(of: [])
    let shard = Shard(text)
    record.shard = shard.map { .init(index: $0.index, of: $0.of, inputs: inputs) }
    record.articles = ["articles/\(text.prefix(1)).md"]
    record.claims = [.made("c\(text.prefix(1))", .holds, article: record.articles[0])]
    return record
  }

  private func problem(_ shards: [LedgerRecord]) -> String? {
    do {
      let files = shards.enumerated().map { ("\($0.offset + 1).json", $0.element) }
      _ = try LedgerRecord(merging: files.map { (file: $0.0, record: $0.1) })
      return nil
    } catch {
      return "\(error.diagnostic.id): \(error.diagnostic.message)"
    }
  }

  @Test(
    "a shard is i/n with 1 ≤ i ≤ n",
    arguments: [
      "", "1", "0/2", "3/2", "1/0", "-1/2", "1/2/3", "a/b", "1/ 2", "1/99999999999999999999",
    ])
  func malformed(text: String) {
    #expect(Shard(text) == nil)
  }

  @Test("every article is in exactly one shard")
  func partition() {
    let paths = (0..<23).map { "articles/\($0 * 7 % 23).md" }
    for count in 1...30 {
      let parts = (1...count).compactMap { Shard("\($0)/\(count)")?.part(of: paths) }
      #expect(parts.joined().sorted() == paths.sorted())
    }
  }

  @Test("shards in any order give the whole; a missing one, one twice, another site do not")
  func complete() {
    #expect(problem([record("2/3"), record("3/3"), record("1/3")]) == nil)
    #expect(
      problem([record("1/3"), record("3/3")])
        == "merge.shard-missing: not all shards are here; missing: 2/3")
    #expect(
      problem([record("1/9")])
        == "merge.shard-missing: not all shards are here; missing: 2/9, 3/9, 4/9, 5/9, 6/9 "
        + "and 3 more")
    #expect(
      problem([record("1/2"), record("1/2")])
        == "merge.shard-twice: 1.json and 2.json are both shard 1/2")
    #expect(
      problem([record("1/2"), record("2/2", inputs: "01")])
        == "merge.different-sites: 1.json and 2.json are not shards of the same site")
    #expect(
      problem([record("1/2"), record("2/3")])
        == "merge.different-sites: 1.json and 2.json are not shards of the same site")
    #expect(problem([record("")]) == "merge.no-shard: 1.json is not the ledger of a shard")
    #expect(problem([])?.hasPrefix("merge.shard-missing") == true)
  }

  @Test("what no honest ledger says of itself is no shard", arguments: [(3, 2), (0, 2), (1, -5)])
  func dishonest(index: Int, of: Int) {
    var record = record("1/1")
    record.shard = .init(index: index, of: of, inputs: "00")
    #expect(problem([record])?.hasPrefix("merge.") == true)
  }

  @Test("an id that two shards use is found, although neither saw both")
  func duplicates() throws {
    var second = record("2/2")
    second.claims[0].id = "c1"
    let whole = try LedgerRecord(
      merging: [(file: "1", record: record("1/2")), (file: "2", record: second)])
    #expect(whole.diagnostics.map(\.id) == ["claim.duplicate"])
    #expect(Outcome(whole) == .wrong)
  }

  @Test("levels that keep to the budget in each shard, and not together, are found after reading")
  func budget() throws {
    let shards = try ["1/2", "2/2"].map { text in
      var record = record(text)
      record.chance = .init(budget: "1/1000", spent: "3/5000", checks: 1, salt: "")
      record.claims[0].checks[0].statistical = .init(
        alpha: "3/5000", draws: 10, effect: "a bias", power: 0.99)
      let read = try LedgerRecord(reading: Data(record.json.text.utf8))
      #expect(read == record)
      return (file: text, record: read)
    }
    let whole = try LedgerRecord(merging: shards)
    #expect(whole.diagnostics.map(\.id) == [ChanceLedger.overspendingID])
    #expect(Outcome(whole) == .wrong)
  }

  @Test("a file that is no ledger is named")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    try folder.write("{", at: "a.json")
    for name in ["a.json", "none.json"] {
      let path = folder.url.appending(path: name).path
      #expect {
        try LedgerRecord(merging: [path])
      } throws: { error in
        guard let found = (error as? LedgerRecord.Unmergeable)?.diagnostic else { return false }
        return found.id == "merge.unreadable" && found.message.contains(path)
      }
    }
  }

  @Test("the merged shards of a site are the record of its whole run")
  func whole() throws {
    let site = try SiteTest()
    for (name, text) in [
      ("a", "> [!CITED one] A\n>\n> It is so."), ("b", "Text."), ("c", "Bad $\\frac{1}$."),
      ("d", "> [!CLAIM two] B\n>\n> $1 = 1$."),
    ] {
      try site.article(name, text)
    }
    let builder = try site.builder()
    func record(_ shard: Shard?) throws -> LedgerRecord {
      let selection = try Selection(
        [], in: builder.inputs.documents, of: builder.inputs.folder, shard: shard)
      return LedgerRecord(
        builder.verify(selection), shard: shard.map { $0.record(of: builder.inputs) })
    }
    let whole = try record(nil)
    #expect(whole.diagnostics.count == 3)
    for count in 1...5 {
      let shards = try (1...count).map { index in
        (file: "\(index)", record: try record(Shard("\(index)/\(count)")))
      }
      #expect(shards.map(\.record.articles).joined().sorted() == whole.articles)
      #expect(try LedgerRecord(merging: shards.reversed()) == whole)
    }
  }
}
