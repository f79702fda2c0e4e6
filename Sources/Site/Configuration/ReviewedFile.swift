import Diagnostics
import Foundation
import Ledger

/// `site/reviewed.json`: which words and which checks a person has read together.
///
/// A line for each claim, or part of one, sorted, with its comma in front: two people who read
/// different claims change different lines. A site without the file has read nothing yet.
public struct ReviewedFile: Sendable, Equatable {
  public var reviews: [String: Review]

  public init(reviews: [String: Review] = [:]) { self.reviews = reviews }

  public var text: String {
    let lines = reviews.sorted { $0.key < $1.key }.map { key, review in
      ", \(Self.quoted(key)): \(Self.quoted("\(review.statement) \(review.law)"))\n"
    }
    return "{ \"schema\": \"1\"\n" + lines.joined() + "}\n"
  }

  private static func quoted(_ text: String) -> String {
    String(JSON.string(text).text.dropLast())
  }

  /// The file of a site, or an error at its place.
  static func read(in folder: SiteFolder) -> (ReviewedFile, Diagnostic?) {
    guard let data = FileManager.default.contents(atPath: folder.reviewed.path) else {
      return (ReviewedFile(), nil)
    }
    guard let file = ReviewedFile(reading: data) else {
      return (
        ReviewedFile(),
        Diagnostic(
          "site.reviewed", at: Place(file: SiteFolder.reviewedPath, line: 1, column: 1),
          "this file does not read as `promote --statements` writes it",
          fix: "Repair it, or remove it and read all claims again.")
      )
    }
    return (file, nil)
  }

  init?(reading data: Data) {
    guard var entries = try? JSONDecoder().decode([String: String].self, from: data),
      entries.removeValue(forKey: "schema") == "1"
    else { return nil }
    reviews = [:]
    for (key, text) in entries {
      let digests = text.split(separator: " ", omittingEmptySubsequences: false)
      guard digests.count == 2 else { return nil }
      reviews[key] = Review(statement: String(digests[0]), law: String(digests[1]))
    }
  }
}
