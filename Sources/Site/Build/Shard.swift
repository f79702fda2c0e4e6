import Article
import Runner

/// The i-th of n parts of a site, for runs on several machines: every article is in exactly one.
public struct Shard: Sendable, Equatable {
  public let index: Int
  public let of: Int

  /// From "2/3", both numbers from 1 on, the first not above the second.
  public init?(_ text: String) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, let index = Int(halves[0]), let of = Int(halves[1]), index >= 1,
      index <= of
    else { return nil }
    self.index = index
    self.of = of
  }

  /// Every n-th path, so that neighbours in a folder go to different machines.
  public func part(of paths: [String]) -> [String] {
    paths.sorted().enumerated().filter { $0.offset % of == index - 1 }.map(\.element)
  }

  /// What the shard's ledger says of itself.
  public func record(of inputs: SiteInputs) -> LedgerRecord.Shard {
    LedgerRecord.Shard(index: index, of: of, inputs: inputs.digest)
  }
}

extension SiteInputs {
  /// SHA-256 of what the claims are made from: the site file and all articles.
  var digest: String {
    let articles = documents.sorted { $0.path < $1.path }.flatMap { [$0.path, $0.source] }
    return SHA256.hexDigest(ofParts: [String(decoding: siteFileBytes, as: UTF8.self)] + articles)
  }
}
