import Foundation
import Records
import Testing

@testable import Certificates

/// What a checker says of a certificate's text.
enum Opinion: String, Equatable { case accepted, rejected }

@Suite("The independent checker")
struct IndependentCheckerTests {
  @Test(
    "is here: every certificate of these tests is checked by both",
    .enabled(if: Python.isHere, "python3 is not here: certificates are checked by one checker only")
  )
  func present() throws {
    #expect(try Python.check(["null"]).opinions == [.rejected])
  }
}

/// The checker of the generator.
func swift(_ json: String) -> Opinion {
  guard let certificate = Certificate(json: Array(json.utf8)),
    (try? certificate.checkThoroughly()) != nil
  else { return .rejected }
  return .accepted
}

/// The independent checker that the site offers.
enum Python {
  static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../site/assets/check_certificates.py").standardizedFileURL.path

  /// Where `python3` is, if anywhere.
  static let path: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/python3" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isHere: Bool { path != nil }

  /// One opinion for each certificate, each in a file of its own, in one run.
  static func check(_ certificates: [String]) throws -> (opinions: [Opinion], output: String) {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "certificates-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    for (index, certificate) in certificates.enumerated() {
      let file = folder.appending(path: "\(index).json")
      let text = "{\"claim\": \"c\", \"checks\": [{\"certificates\": [\(certificate)]}]}"
      try Data(text.utf8).write(to: file)
      files.append(file.path)
    }
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/usr/bin/python3")
    process.arguments = [script] + files
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let opinions = output.split(separator: "\n").map { line -> Opinion in
      line.hasPrefix("ok ") ? .accepted : .rejected
    }
    return (opinions, output)
  }
}
