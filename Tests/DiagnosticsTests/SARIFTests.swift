import Foundation
import Testing

@testable import Diagnostics

@Suite("SARIF")
struct SARIFTests {
  @Test("a finding, to the byte")
  func log() {
    let found = Diagnostic(
      "claim.refuted", at: Place(file: "articles/Ä b.md", line: 2, column: 8), "false at $x^{0}$",
      notes: [.init(place: Place(file: "articles/Ä b.md", line: 1, column: 1), message: "here")],
      claim: "a.b")
    let places = SourcePlaces(sources: ["articles/Ä b.md": "one\n概率 = 1\n"])
    #expect(SARIFLog([found], places: places).json.text == expected)
  }

  @Test(
    "what would be a placeholder or a link is escaped, nothing else",
    arguments: [
      ("{0} and {12}", "{{0}} and {{12}}"), (#"\frac{1}{x}"#, #"\frac{{1}}{x}"#),
      ("[a](b) [c] (d) [e](", #"\[a](b) [c] (d) \[e]("#), ("{x}{}", "{x}{}"),
      ("{0}\u{301}", "{{0}}\u{301}"),
    ])
  func literal(text: String, written: String) {
    #expect(SARIFLog.literal(text).unicodeScalars.elementsEqual(written.unicodeScalars))
  }

  @Test("paths are relative references whatever they hold")
  func uri() {
    #expect(SARIFLog.uri("articles/a:b %?#.md") == "articles/a%3Ab%20%25%3F%23.md")
  }

  @Test("each rule once, in order, each result with the index of its own")
  func rules() throws {
    let ids = ["value.wrong", "tex.invalid", "value.wrong", "unheard.of"]
    let log = SARIFLog(
      ids.map { Diagnostic($0, at: nil, "") }, places: SourcePlaces(sources: [:]))
    let data = Data(log.json.text.utf8)
    let root = try JSONDecoder().decode(Log.self, from: data).runs[0]
    #expect(root.tool.driver.rules.map(\.id) == ["tex.invalid", "unheard.of", "value.wrong"])
    #expect(root.results.map { root.tool.driver.rules[$0.ruleIndex].id } == ids)
  }

  private struct Log: Decodable {
    struct Run: Decodable {
      var tool: Tool
      var results: [Result]
    }
    struct Tool: Decodable { var driver: Driver }
    struct Driver: Decodable { var rules: [Entry] }
    struct Entry: Decodable { var id: String }
    struct Result: Decodable { var ruleIndex: Int }
    var runs: [Run]
  }

  private let expected = #"""
    {
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        {
          "tool": {
            "driver": {
              "name": "Evident",
              "rules": [
                {
                  "id": "claim.refuted",
                  "shortDescription": {
                    "text": "A claim is false"
                  },
                  "help": {
                    "text": "A certain counterexample was found; the message names it. Correct the claim or its hypotheses. `evident explain ID` shows everything that is known about the claim."
                  }
                }
              ]
            }
          },
          "columnKind": "unicodeCodePoints",
          "results": [
            {
              "ruleId": "claim.refuted",
              "ruleIndex": 0,
              "level": "error",
              "message": {
                "text": "false at $x^{{0}}$\narticles/Ä b.md:1: here"
              },
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "articles/%C3%84%20b.md"
                    },
                    "region": {
                      "startLine": 2,
                      "startColumn": 4
                    }
                  }
                }
              ],
              "relatedLocations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "articles/%C3%84%20b.md"
                    },
                    "region": {
                      "startLine": 1,
                      "startColumn": 1
                    }
                  },
                  "message": {
                    "text": "here"
                  }
                }
              ],
              "partialFingerprints": {
                "claim/v1": "a.b"
              }
            }
          ]
        }
      ]
    }

    """#
}
