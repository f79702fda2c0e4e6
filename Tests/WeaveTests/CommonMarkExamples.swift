import Foundation
import Testing

/// The numbered examples of the GFM specification and of cmark-gfm's extensions.
///
/// They are not part of the project; a clone that stands alone has none, and says so.
struct CommonMarkExample: Sendable, CustomTestStringConvertible {
  var file: String
  /// From 1, in its file.
  var number: Int
  var markdown: String

  var testDescription: String { "\(file) \(number)" }

  /// The folder beside the project that holds them.
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/data").standardizedFileURL

  static let specification = read("gfm-spec-0.29.txt")
  static let extensions = read("gfm-extensions.txt")
  static let areAvailable = !specification.isEmpty && !extensions.isEmpty

  private static func read(_ file: String) -> [CommonMarkExample] {
    guard let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    else { return [] }
    let fence = String(repeating: "`", count: 32)
    var examples: [CommonMarkExample] = []
    var current: [Substring]?
    var isMarkdown = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(fence + " example") {
        current = []
        isMarkdown = true
      } else if let lines = current, line == fence {
        let markdown = lines.map { $0.replacingOccurrences(of: "→", with: "\t") + "\n" }.joined()
        examples.append(
          CommonMarkExample(file: file, number: examples.count + 1, markdown: markdown))
        current = nil
      } else if line == ".", current != nil {
        isMarkdown = false
      } else if isMarkdown {
        current?.append(line)
      }
    }
    return examples
  }
}
