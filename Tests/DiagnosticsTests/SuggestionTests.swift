import Testing

@testable import Diagnostics

@Suite("Did you mean")
struct SuggestionTests {
  private let words = ["hide", "fold", "own", "static", "fails", "traps"]

  @Test(arguments: [
    ("hid", "hide"), ("flod", "fold"), ("Fails", "fails"), ("statics", "static"), ("onw", "own"),
  ])
  func near(written: String, meant: String) {
    #expect(Suggestion.nearest(to: written, among: words) == meant)
  }

  @Test(arguments: ["python", "", "x", "claim", "hide"])
  func farOrKnown(written: String) {
    #expect(Suggestion.nearest(to: written, among: words) == nil)
  }

  @Test("of equally near words the first is suggested")
  func ties() {
    #expect(Suggestion.nearest(to: "cat", among: ["car", "can"]) == "car")
  }
}
