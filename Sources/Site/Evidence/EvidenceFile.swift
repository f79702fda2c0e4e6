import Diagnostics
import Foundation
import Ledger
import MathCore

/// The file that keeps the evidence of fresh runs: JSON, versioned by `schema`, replaced as a
/// whole.
///
///     { "schema": 1,
///       "processes": [
///         { "claim": "gumbel.softmax", "part": null, "check": 0, "identity": "9f…", "level": "1/1000000",
///           "runs": [ { "seed": "2026-11-24T03:00:00Z", "draws": 2400 } ],
///           "logEvidence": [ -0.3, -0.8 ], "peak": 0 } ] }
///
/// `logEvidence` holds the sums over the runs of the logarithms of e-values, `peak` the largest
/// logarithm that their average has reached; the alarm is at −log(level).
public struct EvidenceFile: Sendable {
  public static let schema = 1
  public let path: String

  public init(path: String) { self.path = path }

  /// Why the file cannot be used. It is left as it is.
  public struct Defect: Error {
    public var diagnostic: Diagnostic
  }

  /// What the file holds; an empty book when there is no file yet.
  public func read() throws(Defect) -> EvidenceBook {
    guard FileManager.default.fileExists(atPath: path) else { return EvidenceBook() }
    let stored: Stored
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let version = try JSONDecoder().decode(Version.self, from: data)
      guard version.schema == EvidenceFile.schema else {
        throw defect("it has schema \(version.schema), this program knows \(EvidenceFile.schema)")
      }
      stored = try EvidenceFile.decoder.decode(Stored.self, from: data)
    } catch let defect as Defect {
      throw defect
    } catch let error as DecodingError {
      throw defect(error.sentence)
    } catch {
      throw defect(error.localizedDescription)
    }
    var book = EvidenceBook()
    var known: Set<EvidenceProcess.ID> = []
    for entry in stored.processes {
      guard let process = entry.process else {
        throw defect("the evidence about “\(entry.claim)” is none that a run could have left")
      }
      guard known.insert(process.id).inserted else {
        throw defect("it tells twice of the same check of “\(entry.claim)”")
      }
      book.processes.append(process)
    }
    return book
  }

  /// Puts the book in the place of what the file held, all of it or nothing.
  public func write(_ book: EvidenceBook) throws(Defect) {
    do {
      try Data(EvidenceFile.json(book).text.utf8)
        .write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Defect(
        diagnostic: Diagnostic(
          "evidence.write", at: nil,
          "the evidence could not be written to \(path): \(error.localizedDescription)"))
    }
  }

  private func defect(_ reason: String) -> Defect {
    Defect(
      diagnostic: Diagnostic(
        "evidence.file", at: nil, "the evidence file \(path) cannot be used: \(reason)",
        fix: "restore it from a copy, or delete it: the evidence then starts anew"))
  }

  // MARK: Form

  private struct Version: Decodable { var schema: Int }

  private struct Stored: Decodable { var processes: [Entry] }

  private struct Entry: Decodable {
    struct Run: Decodable {
      var seed: String
      var draws: Int
    }
    var claim: String
    var part: Int?
    var check: Int
    var identity: String
    var level: String
    var runs: [Run]
    var logEvidence: [Double]
    var peak: Double

    /// `nil` when it says what cannot be.
    var process: EvidenceProcess? {
      guard let level = Rational(level), level > 0, level < 1, !claim.isEmpty, check >= 0,
        runs.allSatisfy({ $0.draws > 0 && FreshRun.defect(of: $0.seed) == nil }),
        Set(runs.map(\.seed)).count == runs.count,
        !logEvidence.contains(where: \.isNaN), !peak.isNaN
      else { return nil }
      let process = EvidenceProcess(
        id: .init(claim: claim, part: part, check: check), identity: identity, level: level,
        runs: runs.map { .init(seed: $0.seed, draws: $0.draws) }, logEvidence: logEvidence,
        peak: peak)
      return process.current <= peak ? process : nil
    }
  }

  private static let decoder: JSONDecoder = {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }()

  private static func json(_ book: EvidenceBook) -> JSON {
    .object([
      ("schema", .integer(schema)),
      (
        "processes",
        .array(
          book.processes.map { process in
            .object([
              ("claim", .string(process.id.claim)),
              ("part", process.id.part.map(JSON.integer) ?? .null),
              ("check", .integer(process.id.check)),
              ("identity", .string(process.identity)),
              ("level", .string("\(process.level)")),
              (
                "runs",
                .array(
                  process.runs.map {
                    .object([("seed", .string($0.seed)), ("draws", .integer($0.draws))])
                  })
              ),
              ("logEvidence", .array(process.logEvidence.map(number))),
              ("peak", number(process.peak)),
            ])
          })
      ),
    ])
  }

  /// JSON has no infinity.
  private static func number(_ value: Double) -> JSON {
    value.isFinite ? .number(value) : .string("\(value)")
  }
}

extension DecodingError {
  /// Where and why, without the words of a debugger.
  fileprivate var sentence: String {
    switch self {
    case .dataCorrupted(let context) where context.codingPath.isEmpty: "it is not JSON"
    case .keyNotFound(let key, _): "`\(key.stringValue)` is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      "`\(context.codingPath.map(\.stringValue).joined(separator: "."))` is not what it should be"
    @unknown default: "it is not an evidence file"
    }
  }
}
