import Foundation
import Testing

@testable import Diagnostics

@Suite("Rules")
struct RuleTests {
  /// Ids are literals, so the sources tell all of them.
  private static let ids: Set<String> = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var ids: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      let calls = /(?:Diagnostic|report|addDiagnostic)\(\s*"([a-z]+\.[A-Za-z-]+)"/
      for match in text.matches(of: calls) { ids.insert(String(match.output.1)) }
    }
    return ids
  }()

  @Test("every id that is reported anywhere has words of its own or of its family")
  func known() {
    #expect(RuleTests.ids.count > 40)
    #expect(RuleTests.ids.filter { !Rule.knows($0) }.sorted() == [])
  }

  @Test("an id that nobody knows still has a description and a help")
  func unknown() {
    let rule = Rule("unheard.of")
    #expect(rule.summary == "Something is wrong: unheard.of")
    #expect(rule.help == "The message says what, and where.")
  }
}
