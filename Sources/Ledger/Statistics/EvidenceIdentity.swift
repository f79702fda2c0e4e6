import Article
import Records
import Runner

/// What the evidence of several runs must have in common to be about one thing: the claim's words,
/// what the check states and how, the code of its article and the library.
extension StatisticalJudge {
  /// The check's evidence of all fresh runs with this one's; `nil` when no book is kept, or this
  /// run is none that could be added.
  func accumulated(
    _ id: EvidenceProcess.ID, in document: Document, _ rules: ChanceRules
  ) -> EvidenceProcess? {
    guard let book = rules.book, let seed = rules.seed.fresh, let level = level else { return nil }
    let identity = identity(in: document, rules)
    var process =
      book.past(id, identity: identity)
      ?? EvidenceProcess(id: id, identity: identity, level: level)
    if !process.contains(seed: seed), !logEvidence.isEmpty {
      process.add(
        .init(seed: seed, draws: check.statistical?.draws ?? 0), logEvidence: logEvidence)
    }
    return process
  }

  private func identity(in document: Document, _ rules: ChanceRules) -> String {
    SHA256.hexDigest(
      ofParts: [
        document.statement(of: check.claim), check.statement ?? "",
        check.statistical.map { "\($0)" } ?? "", rules.seed.salt, rules.library,
      ] + document.runningCode)
  }
}

extension Document {
  /// The lines of the block quote that states a claim, as the author wrote them.
  fileprivate func statement(of claim: String) -> String {
    guard let box = statedBoxes.first(where: { $0.id == claim }) else { return "" }
    return source.split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst(box.place.line - 1)
      .prefix { $0.drop { $0 == " " }.hasPrefix(">") }
      .joined(separator: "\n")
  }

  /// The code of every block that runs.
  fileprivate var runningCode: [String] {
    runnables.compactMap { runnable in
      if case .block(let block) = runnable { block.code } else { nil }
    }
  }
}

extension EvidenceProcess {
  /// Numbers the statistical checks of each part of each claim.
  struct Counter {
    private var next: [ID: Int] = [:]

    mutating func next(for record: CheckRecord) -> ID {
      let first = ID(claim: record.claim, part: record.part, check: 0)
      defer { next[first, default: 0] += 1 }
      return ID(claim: record.claim, part: record.part, check: next[first, default: 0])
    }
  }
}
