import Diagnostics
import Foundation
import Ledger
import MathCore
import Testing

@testable import Site

@Suite("The file of evidence")
struct EvidenceFileTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private var file: EvidenceFile {
    EvidenceFile(path: folder.url.appending(path: "evidence.json").path)
  }

  private let book = EvidenceBook(processes: [
    EvidenceProcess(
      id: .init(claim: "a.b", part: 2, check: 1), identity: "9f", level: 1e-6,
      runs: [.init(seed: "2026-11-24T03:00:00Z", draws: 2400)], logEvidence: [-0.25, 1.5e-3],
      peak: 0.75),
    EvidenceProcess(
      id: .init(claim: "a.c", part: nil, check: 0), identity: "", level: 0.01,
      runs: [.init(seed: "“x”\\", draws: 1)], logEvidence: [.infinity, 0], peak: .infinity),
  ])

  @Test("what is written is read back, to the last bit")
  func roundTrip() throws {
    #expect(try file.read() == EvidenceBook())
    try file.write(book)
    #expect(try file.read() == book)
    let text = folder.text("evidence.json")
    try file.write(try file.read())
    #expect(folder.text("evidence.json") == text)
  }

  @Test("the form is the one that is documented")
  func form() throws {
    try file.write(EvidenceBook(processes: [book.processes[0]]))
    #expect(
      folder.text("evidence.json") == """
        {
          "schema": 1,
          "processes": [
            {
              "claim": "a.b",
              "part": 2,
              "check": 1,
              "identity": "9f",
              "level": "1/1000000",
              "runs": [
                {
                  "seed": "2026-11-24T03:00:00Z",
                  "draws": 2400
                }
              ],
              "logEvidence": [
                -0.25,
                0.0015
              ],
              "peak": 0.75
            }
          ]
        }

        """)
  }

  private func defect(_ text: String) throws -> String {
    try folder.write(text, at: "evidence.json")
    do throws(EvidenceFile.Defect) {
      _ = try file.read()
      return "none"
    } catch {
      #expect(error.diagnostic.id == "evidence.file")
      #expect(folder.text("evidence.json") == text)
      let message = error.diagnostic.message
      return String(message[message.range(of: "cannot be used: ")!.upperBound...])
    }
  }

  @Test("a damaged file is an error that says what is wrong, and stays as it is")
  func damaged() throws {
    try file.write(book)
    let whole = folder.text("evidence.json") ?? ""
    #expect(try defect("") == "it is not JSON")
    #expect(try defect(String(whole.prefix(whole.count / 2))) == "it is not JSON")
    #expect(try defect("[]") == "`` is not what it should be" || defect("[]") != "none")
    #expect(try defect("{}") == "`schema` is missing")
    #expect(try defect("{\"schema\": 2}") == "it has schema 2, this program knows 1")
    #expect(try defect("{\"schema\": 1}") == "`processes` is missing")
    #expect(
      try defect(whole.replacing("\"check\": 1", with: "\"check\": -1"))
        == "the evidence about “a.b” is none that a run could have left")
    #expect(
      try defect(whole.replacing("\"level\": \"1/1000000\"", with: "\"level\": \"2\""))
        == "the evidence about “a.b” is none that a run could have left")
    #expect(
      try defect(whole.replacing("\"peak\": 0.75", with: "\"peak\": -9"))
        == "the evidence about “a.b” is none that a run could have left")
    #expect(
      try defect(whole.replacing("\"claim\": \"a.c\"", with: "\"claim\": 7"))
        == "`processes.Index 1.claim` is not what it should be")
    try folder.write(whole, at: "evidence.json")
    let twice = EvidenceBook(processes: [book.processes[0], book.processes[0]])
    try file.write(twice)
    #expect(
      try defect(folder.text("evidence.json") ?? "")
        == "it tells twice of the same check of “a.b”")
  }

  @Test("a folder that is not there is an error, not a crash")
  func unwritable() throws {
    let lost = EvidenceFile(path: folder.url.appending(path: "no/where/evidence.json").path)
    #expect(throws: EvidenceFile.Defect.self) { try lost.write(book) }
  }

  @Test("a seed is a printable text; the time is one")
  func seeds() {
    #expect(FreshRun.defect(of: "2026-11-24") == nil)
    #expect(FreshRun.defect(of: "") != nil)
    #expect(FreshRun.defect(of: "a\nb") != nil)
    #expect(FreshRun.defect(of: String(repeating: "a", count: 201)) != nil)
    let date = Date(timeIntervalSince1970: 1_795_000_000)
    #expect(FreshRun.seed(at: date) == "2026-11-18T11:06:40Z")
  }
}
