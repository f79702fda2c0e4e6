import Foundation
import Ledger
import Runner

/// A run whose random draws nobody has seen before: its statistical checks are evidence.
public struct FreshRun: Sendable {
  /// The published text that the draws are made from, beside the site's salt.
  public var seed: String
  /// The evidence of earlier fresh runs, when it is kept.
  public var book: EvidenceBook?

  public init(seed: String, book: EvidenceBook? = nil) {
    self.seed = seed
    self.book = book
  }

  /// A text that no run before this second can have used.
  public static func seed(at date: Date) -> String {
    date.formatted(.iso8601)
  }

  /// Why a text cannot be a seed; `nil` if it can.
  public static func defect(of seed: String) -> String? {
    if seed.isEmpty || seed.count > 200 { return "a seed is a text of 1 to 200 characters" }
    let isPrintable = seed.unicodeScalars.allSatisfy { scalar in
      ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
        scalar.properties.generalCategory)
    }
    return isPrintable ? nil : "a seed has no control characters: it is published"
  }
}

extension CoreLibrary {
  /// A digest of the library that articles import, as its sources have it; of what was built from
  /// them where they are not there. Two builds of one commit have the same.
  static func digest(in folder: URL?) -> String {
    guard let folder else { return "" }
    var parts: [String] = []
    for module in ["Records", "MathCore", "Certificates", "Evidence", "Evident"] {
      let sources = folder.appending(path: "Sources/\(module)")
      let names = (try? FileManager.default.subpathsOfDirectory(atPath: sources.path)) ?? []
      for name in names.sorted() where name.hasSuffix(".swift") {
        let bytes = FileManager.default.contents(atPath: sources.appending(path: name).path)
        parts += [module + "/" + name, SHA256.hexDigest(of: Array(bytes ?? Data()))]
      }
    }
    return SHA256.hexDigest(ofParts: parts)
  }
}
