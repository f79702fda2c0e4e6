import Diagnostics
import Foundation
import Ledger

/// Records that the words of claims and what was checked have been read together, as they stand
/// now. Nothing is written before `apply`.
public struct StatementPromotion: Sendable {
  /// One claim, or part of one, that is recorded anew or dropped.
  struct Change: Sendable, Equatable {
    enum Kind: String, Sendable {
      case new = "not read before"
      case statement = "its words have changed, what is checked has not"
      case law = "what is checked has changed, its words have not"
      case both = "its words and what is checked have changed"
      case gone = "there is no such claim any more"
    }
    var key: String
    var kind: Kind
    var words = ""
    var laws: [String] = []
  }

  let changes: [Change]
  private let file: ReviewedFile
  private let url: URL

  /// - Parameter known: the ids of all claims of the site, those of other articles too.
  public init(_ verification: Verification, known: [String], in inputs: SiteInputs) {
    url = inputs.folder.reviewed
    var file = inputs.reviewed
    var changes: [Change] = []
    let claims = Dictionary(
      verification.ledger.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(known)
    for key in file.reviews.keys.sorted() {
      let halves = key.split(separator: "#", maxSplits: 1)
      let id = halves.first.map(String.init) ?? ""
      let part = halves.count == 2 ? Int(halves[1]) ?? 0 : nil
      let exists = claims[id].map { $0.has(part) } ?? ids.contains(id)
      guard !exists else { continue }
      file.reviews[key] = nil
      changes.append(Change(key: key, kind: .gone))
    }
    for review in verification.ledger.claims.flatMap(\.reviews) {
      let before = file.reviews.updateValue(review.now, forKey: review.key)
      guard before != review.now else { continue }
      changes.append(
        Change(
          key: review.key, kind: Self.kind(before, review), words: review.words,
          laws: review.laws))
    }
    self.file = file
    self.changes = changes.sorted { $0.key < $1.key }
  }

  public var count: Int { changes.count }

  private static func kind(_ before: Review?, _ review: ReviewedPart) -> Change.Kind {
    guard before != nil else { return .new }
    return switch review.drift {
    case .statement: .statement
    case .law: .law
    case nil: .both
    }
  }

  /// What a person should read before saying yes, for a terminal.
  public var text: String {
    changes.map { change in
      var lines = ["\(change.key): \(change.kind.rawValue)"]
      if !change.words.isEmpty { lines.append("  says     \(change.words)") }
      lines += change.laws.filter { !$0.isEmpty }.enumerated().map { index, law in
        (index == 0 ? "  checked  " : "           ") + law.replacing("\n", with: "; ")
      }
      return lines.map { $0.printable() + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// Writes the file in one step, unless somebody has saved it meanwhile.
  public func apply(over inputs: SiteInputs) throws {
    let (now, _) = ReviewedFile.read(in: inputs.folder)
    guard now == inputs.reviewed else { throw Promotion.Changed(path: SiteFolder.reviewedPath) }
    try Data(file.text.utf8).write(to: url, options: .atomic)
  }
}

extension ClaimEntry {
  /// Whether the claim has this part, or is not divided.
  fileprivate func has(_ part: Int?) -> Bool {
    guard let part else { return parts == 0 }
    return (1...max(1, parts)).contains(part) && parts > 0
  }
}
