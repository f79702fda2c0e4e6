import Article
import Diagnostics
import Foundation

/// Compiles one article: takes out what does not compile, and compiles the rest again, until it
/// does.
///
/// A block whose only errors are names that a removed block declared has not failed itself: it is
/// not run, and its reader is told why.
struct ArticleCompiler {
  var frontend: Frontend
  var indexStore: IndexStore?
  var names: CoreNames
  var tangle: Tangle
  /// What compiles and yet is not to be run this time, with the reasons, by runnable.
  var leftOut: [Int: String] = [:]
  /// A folder of the article's own.
  var scratch: String

  /// What became of the article's own program.
  struct Compiled {
    /// The runnables of the program, in document order.
    var included: [Int]
    /// The object file, or `nil` when there is nothing to run.
    var object: String?
    var outcomes: [Int: ArticleRun.Outcome] = [:]
    var diagnostics: [Diagnostic] = []
  }

  var module: String {
    let name = (tangle.path as NSString).lastPathComponent.prefix { $0 != "." }
    let letters = name.unicodeScalars.map { scalar -> Character in
      scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        ? Character(scalar) : "_"
    }
    return "Article_" + String(letters)
  }

  /// - Parameter syntaxErrors: of the blocks that do not parse: they never reach the program.
  func compile(
    syntaxErrors: [Int: [Diagnostic]]
  ) throws(ChildProcess.Failure) -> Compiled {
    var removal = Removal(tangle: tangle)
    let ordinary = tangle.pieces.filter(\.isOrdinary).map(\.number)
    for (number, errors) in syntaxErrors.sorted(by: { $0.key < $1.key }) {
      removal.fail(number, errors)
    }
    // That it has no end is said by who has read the article.
    for piece in tangle.pieces where !piece.isClosed { removal.fail(piece.number, []) }
    removal.leaveOut(leftOut.filter { !tangle.pieces[$0.key].isOrdinary })
    var leftOut = leftOut.filter { tangle.pieces[$0.key].isOrdinary }
    var warnings: [Diagnostic]?
    var round = 0
    while true {
      let included = ordinary.filter { removal.outcomes[$0] == nil }
      if included.isEmpty { return removal.result(included: [], object: nil) }
      round += 1
      let program = tangle.program(of: included)
      let files = Files(folder: scratch, round: round)
      let output = try compile(program, files)
      var findings = Findings(output.messages, file: program.file, tangle: tangle)
      if output.succeeded {
        findings.errors = try indexErrors(program, files, included)
        if findings.errors.isEmpty {
          if !leftOut.isEmpty {
            // They are known to compile now; what runs is compiled without them.
            removal.leaveOut(leftOut)
            leftOut = [:]
            warnings = findings.warnings
            continue
          }
          removal.diagnostics += warnings ?? findings.warnings
          return removal.result(included: included, object: files.object)
        }
      } else if findings.errors.isEmpty {
        removal.failAll(included, findings.unplaced ?? output.failure)
        continue
      }
      removal.remove(findings.errors, warnings: findings.warnings)
    }
  }

  private struct Files {
    var source: String
    var object: String
    var index: String

    init(folder: String, round: Int) {
      source = "\(folder)/article\(round).swift"
      object = "\(folder)/article\(round).o"
      index = "\(folder)/index\(round)"
    }
  }

  private func compile(
    _ program: Program, _ files: Files
  ) throws(ChildProcess.Failure) -> Frontend.Output {
    guard
      FileManager.default.createFile(atPath: files.source, contents: Data(program.placed.utf8))
    else { throw .init(message: "\(files.source) cannot be written") }
    return try frontend.compile(
      files.source, module: module, object: files.object, index: files.index, scratch: scratch)
  }

  /// What compiles and yet must not run, by runnable.
  private func indexErrors(
    _ program: Program, _ files: Files, _ included: [Int]
  ) throws(ChildProcess.Failure) -> [Int: [Diagnostic]] {
    guard let indexStore else { return [:] }
    let occurrences = indexStore.occurrences(in: files.index, ofFile: files.source)
    let index = ArticleIndex(occurrences, of: program)
    var errors = OrderCheck(tangle: tangle).errors(index)
    let shadowed = try ShadowCheck(tangle: tangle, names: names).errors(index, included)
    errors.merge(shadowed) { $0 + $1 }
    return errors
  }
}
