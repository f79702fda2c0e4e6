import Article
import Diagnostics
import Foundation

/// Runs `fails` and `traps` blocks: each is the end of a program of its own, made of the ordinary
/// blocks before it. What they declare is visible nowhere.
struct LeafRunner {
  typealias Outcomes = [Int: ArticleRun.Outcome]

  var article: ArticleRunner
  /// The runnables that compiled.
  var included: [Int]
  /// What became of the ordinary blocks.
  var outcomes: [Int: ArticleRun.Outcome]

  private var tangle: Tangle { article.tangle }

  private func source(
    _ piece: Piece
  ) throws(ChildProcess.Failure) -> (path: String, program: Program) {
    let program = tangle.program(leaf: piece.number, after: included)
    let path = "\(article.scratch)/leaf\(piece.number).swift"
    guard FileManager.default.createFile(atPath: path, contents: Data(program.placed.utf8)) else {
      throw .init(message: "\(path) cannot be written")
    }
    return (path, program)
  }

  private func block(_ piece: Piece) -> SwiftBlock? {
    guard case .block(let block) = article.document.runnables[piece.number] else { return nil }
    return block
  }

  /// Why a leaf cannot be judged: it needs a name of a block that is not part of the program.
  private func missingName(_ messages: [CompilerMessage], before piece: Piece) -> String? {
    var missing: [String: String] = [:]
    for earlier in tangle.pieces.prefix(piece.number)
    where earlier.kind == .block(.runs) && !included.contains(earlier.number) {
      let why = outcomes[earlier.number] == .failed ? "does not compile" : "was not run"
      for name in DeclaredNames.all(in: earlier.code) { missing[name] = why }
    }
    return messages.lazy.flatMap(\.quotedNames).compactMap { name in
      missing[name].map { "it uses `\(name)` from a block that \($0)" }
    }.first
  }

  // MARK: fails

  func runFailing(
    _ piece: Piece, _ run: inout ArticleRun, _ outcomes: inout Outcomes
  ) throws(ChildProcess.Failure) {
    guard let block = block(piece), outcomes[piece.number] == nil else { return }
    let (path, program) = try source(piece)
    let output = try article.frontend.check(
      path, module: "Leaf", scratch: article.scratch)
    let errors = output.messages.filter { $0.severity == .error }
    if let reason = missingName(errors, before: piece) {
      outcomes[piece.number] = .notRun(reason)
      return
    }
    let findings = Findings(output.messages, file: program.file, tangle: tangle)
    let diagnostics = judge(block, findings, succeeded: output.succeeded, output.failure)
    run.diagnostics += diagnostics
    outcomes[piece.number] = diagnostics.isEmpty ? .asExpected : .failed
  }

  private func judge(
    _ block: SwiftBlock, _ findings: Findings, succeeded: Bool, _ failure: String
  ) -> [Diagnostic] {
    let actual = findings.errors.sorted { $0.key < $1.key }.flatMap(\.value)
    if succeeded {
      return [
        Diagnostic(
          "block.unexpected-success", at: block.place,
          "this block is marked `fails`, but it compiles", fix: "Take `fails` off the block.")
      ]
    }
    let expected = Expectation.all(in: block, word: "error")
    guard !expected.isEmpty else { return [missingExpectation(block, "error", actual, failure)] }
    var unmet = expected
    var surprising: [Diagnostic] = []
    for error in actual {
      let met = unmet.firstIndex { $0.line == error.place?.line && $0.matches(error.message) }
      if let met {
        unmet.remove(at: met)
      } else {
        var surprise = error
        surprise.id = "block.unexpected-message"
        surprise.message = "the compiler says something else here: \(error.message)"
        surprising.append(surprise)
      }
    }
    return surprising
      + unmet.map {
        Diagnostic(
          "block.unexpected-message",
          at: Place(file: tangle.path, line: $0.line, column: 1),
          "the expected error does not occur on this line: \($0.message)")
      }
  }

  private func missingExpectation(
    _ block: SwiftBlock, _ word: String, _ actual: [Diagnostic], _ failure: String
  ) -> Diagnostic {
    let first = actual.first
    let message = first?.message ?? failure
    return Diagnostic(
      "block.unexpected-message", at: first?.place ?? block.place,
      "this block does not say which \(word) it expects; it gets: \(message)",
      fix: "Write `// \(word): \(message.split(separator: "\n").first ?? "")` on this line.")
  }

  // MARK: traps

  func runTrapping(
    _ piece: Piece, _ run: inout ArticleRun, _ outcomes: inout Outcomes
  ) throws(ChildProcess.Failure) {
    guard let block = block(piece), outcomes[piece.number] == nil else { return }
    let (path, program) = try source(piece)
    let object = "\(article.scratch)/leaf\(piece.number).o"
    let output = try article.frontend.compile(
      path, module: "Leaf", object: object, index: "\(article.scratch)/leafindex\(piece.number)",
      scratch: article.scratch)
    guard output.succeeded else {
      let errors = output.messages.filter { $0.severity == .error }
      if let reason = missingName(errors, before: piece) {
        outcomes[piece.number] = .notRun(reason)
      } else {
        outcomes[piece.number] = .failed
        let findings = Findings(output.messages, file: program.file, tangle: tangle)
        run.diagnostics += findings.errors.sorted { $0.key < $1.key }.flatMap(\.value)
      }
      return
    }
    let before = tangle.pieces.prefix(piece.number).filter {
      $0.kind == .block(.runs) && included.contains($0.number)
    }
    let name = "leaf\(piece.number)"
    let (execution, file, executable) = try article.execute(
      object, name: name, plan: before.map(\.number) + [piece.number])
    let report = article.report(execution, file: file, program: executable)
    if execution.log.current != piece.number, let report {
      outcomes[piece.number] = .notRun(article.notRunReason(report))
      return
    }
    let items = OutputItems(log: execution.log, output: execution.output).byRunnable()
    run.output[piece.number] = items[piece.number]
    let diagnostic = judge(block, report)
    if let diagnostic { run.diagnostics.append(diagnostic) }
    outcomes[piece.number] = diagnostic == nil ? .asExpected : .failed
  }

  private func judge(_ block: SwiftBlock, _ report: EndReport.Report?) -> Diagnostic? {
    // A program that ends without a trap still has no last record: a leaf has no end of its own.
    guard let diagnostic = report?.diagnostic, diagnostic.id != "swift.crash" else {
      return Diagnostic(
        "block.unexpected-success", at: block.place,
        "this block is marked `traps`, but it comes to its end", fix: "Take `traps` off the block.")
    }
    guard diagnostic.id == "swift.trap" else { return diagnostic }
    let expected = Expectation.all(in: block, word: "trap")
    guard let first = expected.first else {
      return missingExpectation(block, "trap", [diagnostic], diagnostic.message)
    }
    if expected.contains(where: { $0.matches(diagnostic.message) }) { return nil }
    var surprise = diagnostic
    surprise.id = "block.unexpected-message"
    surprise.message = "the trap says something else: \(diagnostic.message)"
    surprise.notes.append(
      .init(
        place: Place(file: tangle.path, line: first.line, column: 1),
        message: "expected here: \(first.message)"))
    return surprise
  }
}
