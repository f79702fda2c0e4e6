import Foundation
import Testing

/// A certificate is worth having where checking is simpler than finding.
@Suite("Checkers are smaller than finders")
struct SizeTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources").standardizedFileURL

  /// Lines of code, without comments and empty lines, of files and of whole folders.
  private func lines(_ paths: [String]) throws -> Int {
    var files: [URL] = []
    for path in paths {
      let url = Self.sources.appending(path: path)
      if path.hasSuffix(".swift") {
        files.append(url)
      } else {
        files += try FileManager.default.contentsOfDirectory(
          at: url, includingPropertiesForKeys: nil)
      }
    }
    return try files.reduce(0) { total, file in
      let text = try String(contentsOf: file, encoding: .utf8)
      return total
        + text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .count { !$0.isEmpty && !$0.hasPrefix("//") }
    }
  }

  @Test(
    "line by line",
    arguments: [
      (
        ["CombinationCheck", "PolynomialSteps", "WitnessCheck"],
        [
          "MathCore/LinearAlgebra/SquareDecomposition", "Evidence/Certified/MatrixDefiniteness",
          "Evidence/Certified/QuadraticForm", "MathCore/Optimization/",
          "Evidence/Certified/LinearPrograms", "Evidence/Certified/LinearProgramProofs",
          "Evidence/Certified/LinearProgramSettlement", "Evidence/Certified/LinearSystem",
        ]
      ),
      (
        ["EnumerationCheck"],
        [
          "Evidence/Provers/EnumerationProver", "Evidence/Provers/EnumerationTable",
          "Evidence/Certified/CertifiedExpectation",
        ]
      ),
      (
        ["SignCheck", "RootCountCheck", "Quotient", "SturmSigns", "Coefficients"],
        [
          "MathCore/Polynomials/", "Evidence/Provers/Univariate/",
          "Evidence/Certified/SignCertificate+Proof", "Evidence/Certified/RootCount",
        ]
      ),
      (
        ["IdentityCheck", "IdentityReading", "IdentityDegrees"],
        [
          "Evidence/Provers/Identity/", "Evidence/Certified/FormulaSteps",
          "Evidence/Certified/IdentityCertificate+Grid",
        ]
      ),
    ])
  func sizes(checker: [String], finder: [String]) throws {
    func path(_ name: String) -> String { name.hasSuffix("/") ? name : name + ".swift" }
    let (small, large) = (
      try lines(checker.map { "Certificates/" + path($0) }), try lines(finder.map(path))
    )
    #expect(small > 20)
    #expect(small < large, "\(checker): \(small) lines, its finder: \(large)")
  }

  @Test("the independent checker has fewer lines than the guide says, with all that is in it")
  func independent() throws {
    let text = try String(contentsOfFile: Python.script, encoding: .utf8)
    let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(200..<400 ~= count)
  }
}
