import Article
import Diagnostics
import Foundation

/// Takes one article from its blocks to its records: compile, run, then its `fails` and `traps`
/// blocks.
struct ArticleRunner {
  var document: Document
  var tangle: Tangle
  var syntaxErrors: [Int: [Diagnostic]]
  var frontend: Frontend
  var indexStore: IndexStore?
  var names: CoreNames
  var sandbox: Sandbox
  var limits: RunLimits
  var seed: RunSeed
  /// Whether `slow` blocks, and what needs them, are left out.
  var leavesOutSlow = false
  /// An empty folder of the article's own.
  var scratch: String

  private var compiler: ArticleCompiler {
    ArticleCompiler(
      frontend: frontend, indexStore: indexStore, names: names, tangle: tangle,
      leftOut: leavesOutSlow ? SlowBlocks(tangle).reasons : [:], scratch: scratch)
  }

  func run() -> ArticleRun {
    var run = ArticleRun(
      path: document.path, outcomes: [], output: [:], values: [:], checks: [], mutants: [],
      diagnostics: [],
      provenance: ["toolchain": frontend.toolchain.version, "sandbox": sandbox.name])
    var outcomes: [Int: ArticleRun.Outcome] = [:]
    do {
      try runProgram(&run, &outcomes)
    } catch {
      // The machine's fault (no space, no process): the article is not run, the others are.
      run.diagnostics.append(
        Diagnostic(
          "run.failed", at: Place(file: document.path, line: 1, column: 1),
          "the article could not be run: \(error.message)"))
    }
    run.outcomes = tangle.pieces.map {
      outcomes[$0.number] ?? .notRun("the article could not be run")
    }
    run.diagnostics.sort { a, b in
      switch (a.place, b.place) {
      case (let a?, let b?): a < b
      default: a.place == nil && b.place != nil
      }
    }
    return run
  }

  private func runProgram(
    _ run: inout ArticleRun, _ outcomes: inout [Int: ArticleRun.Outcome]
  ) throws(ChildProcess.Failure) {
    let compiled = try compiler.compile(syntaxErrors: syntaxErrors)
    outcomes = compiled.outcomes
    run.diagnostics += compiled.diagnostics
    for piece in tangle.pieces where piece.kind == .block(.isStatic) {
      outcomes[piece.number] = outcomes[piece.number] ?? .asExpected
    }
    if let object = compiled.object {
      let execution = try execute(object, name: "article", plan: compiled.included)
      take(execution.execution, execution.file, into: &run, &outcomes)
    }
    let leaves = LeafRunner(article: self, included: compiled.included, outcomes: outcomes)
    for piece in tangle.pieces {
      switch piece.kind {
      case .block(.fails): try leaves.runFailing(piece, &run, &outcomes)
      case .block(.traps): try leaves.runTrapping(piece, &run, &outcomes)
      default: continue
      }
    }
  }

  /// Links an object file in a folder that holds nothing else, and runs it.
  func execute(
    _ object: String, name: String, plan: [Int]
  ) throws(ChildProcess.Failure) -> (execution: Execution, file: String, program: String) {
    let folder = "\(scratch)/\(name)"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o755])
    } catch {
      throw .init(message: "\(folder): \(error.localizedDescription)")
    }
    let program = "\(folder)/program"
    let linked = try frontend.link(object: object, program: program, scratch: scratch)
    guard linked.succeeded else { throw .init(message: "linking failed: \(linked.failure)") }
    chmod(program, 0o755)
    var timeouts: [Int: Double] = [:]
    for number in plan { timeouts[number] = tangle.pieces[number].timeout }
    let process = ArticleProcess(
      sandbox: sandbox, toolchain: frontend.toolchain, core: frontend.core, limits: limits,
      folder: folder, program: "program", plan: plan, timeouts: timeouts, seed: seed,
      scratch: folder + ".run")
    try? FileManager.default.createDirectory(
      atPath: process.scratch, withIntermediateDirectories: true)
    return (try process.run(), Program.nameable(document.path), program)
  }

  private func take(
    _ execution: Execution, _ file: String, into run: inout ArticleRun,
    _ outcomes: inout [Int: ArticleRun.Outcome]
  ) {
    let log = execution.log
    run.output = OutputItems(log: log, output: execution.output).byRunnable()
    run.values = log.values
    run.checks = log.checks
    run.mutants = log.mutants
    run.provenance.merge(log.libraries ?? [:]) { ours, _ in ours }
    if let refusal = refusal(log) { run.diagnostics.append(refusal) }
    for number in log.plan where log.ended[number] != nil { outcomes[number] = .ran }
    guard let report = report(execution, file: file, program: "\(scratch)/article/program") else {
      return
    }
    run.diagnostics.append(report.diagnostic)
    let reason = notRunReason(report)
    for number in log.plan where log.ended[number] == nil { outcomes[number] = .notRun(reason) }
    if let runnable = report.runnable { outcomes[runnable] = .failed }
  }

  func report(_ execution: Execution, file: String, program: String) -> EndReport.Report? {
    let symbolizer = Symbolizer(toolchain: frontend.toolchain, scratch: scratch)
    return EndReport(
      tangle: tangle, file: file,
      frames: { symbolizer.places(of: $0, in: program, file: file) }
    ).report(execution)
  }

  func notRunReason(_ report: EndReport.Report) -> String {
    guard let runnable = report.runnable else { return "the program \(report.phrase)" }
    return "the block at line \(tangle.pieces[runnable].place.line) \(report.phrase)"
  }

  /// What came over the descriptor of records and is none.
  private func refusal(_ log: RunLog) -> Diagnostic? {
    guard let first = log.firstRefusal else { return nil }
    let more = log.refused > 1 ? " (and \(log.refused - 1) more)" : ""
    let place =
      first.runnable.map { tangle.pieces[$0].place }
      ?? Place(file: document.path, line: 1, column: 1)
    return Diagnostic(
      "record.refused", at: place,
      "the program wrote what is not a record of its run: \(first.reason)\(more)",
      fix: "Descriptor 3 belongs to Evident: do not write to it.")
  }
}
