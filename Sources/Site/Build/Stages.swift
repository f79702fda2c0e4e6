import Article
import Diagnostics
import Foundation
import Ledger
import Runner
import Weave

/// The stages before `Site`, each called from here and nowhere else. They remember what they have
/// made, so that building again does again only what an edit has changed.
public struct Stages: Sendable {
  private let folder: SiteFolder
  private let jobs: Int
  private let reuses: Bool
  private let progress: @Sendable (String) -> Void
  private let memory = StageMemory()

  /// - Parameters:
  ///   - jobs: how many articles are compiled and run at once; one for each core if `nil`.
  ///   - reuses: `false` runs all code, even where its results are known.
  public init(
    folder: SiteFolder, jobs: Int?, reuses: Bool = true,
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.folder = folder
    self.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    self.reuses = reuses
    self.progress = progress
  }

  static func parse(_ files: [ArticleFiles.File]) -> [Document] {
    files.map { ArticleParser.parse($0.bytes, path: $0.path) }
  }

  /// The runs of the articles that hold any code, most of them known from before perhaps. Without
  /// code, neither compiler nor library is looked for.
  ///
  /// - Parameters:
  ///   - seed: what random draws are made from.
  ///   - leavesOutSlow: `slow` blocks that are not known are not run, nor is what needs them.
  ///   - cancellation: ends the runs early; their results then mean nothing.
  public func run(
    _ documents: [Document], seed: RunSeed, leavesOutSlow: Bool = false,
    cancellation: Cancellation? = nil
  ) throws(StageFailure) -> [ArticleRun] {
    let programs = documents.filter { !$0.runnables.isEmpty }
    guard !programs.isEmpty else { return [] }
    let runner = try runner()
    do {
      return try runner.run(
        programs, seed: seed, leavesOutSlow: leavesOutSlow, cancellation: cancellation
      ) { done, total in
        progress("running \(done) of \(total) articles")
      }
    } catch {
      throw StageFailure(Diagnostic("run.impossible", at: nil, "no article can be run: \(error)"))
    }
  }

  /// What is known of these articles without running anything.
  ///
  /// - Parameter leavesOutSlow: a run without the slow blocks will do where there is no other.
  public func known(
    _ documents: [Document], seed: RunSeed, leavesOutSlow: Bool = false
  ) throws(StageFailure) -> [ArticleRun?] {
    guard documents.contains(where: { !$0.runnables.isEmpty }) else {
      return documents.map { _ in nil }
    }
    return try runner().known(documents, seed: seed, leavesOutSlow: leavesOutSlow)
  }

  private func runner() throws(StageFailure) -> CachedRunner {
    if let runner = memory.runner { return runner }
    let runner = CachedRunner(
      core: try CoreLocation.find(), scratch: folder.url(".evident").path, jobs: jobs,
      reuses: reuses)
    memory.runner = runner
    return runner
  }

  func judge(
    _ documents: [Document], _ runs: [ArticleRun], _ reviewed: ReviewedFile,
    _ rules: ChanceRules
  ) -> SiteLedger {
    Ledger.judge(documents, runs, reviewed: reviewed.reviews, rules: rules)
  }

  /// Weaves the documents; links may lead to any article of the site. The mathematics engine is
  /// started here, once, because a run that fails before it does not need it.
  func weave(
    _ documents: [Document], among inputs: SiteInputs, runs: [ArticleRun], ledger: SiteLedger
  ) throws(StageFailure) -> (articles: [WovenArticle], diagnostics: [Diagnostic]) {
    // Before the mathematics engine: both care about signals, see `SignalHandlers`.
    let (colors, plain) = colors(for: documents)
    progress("typesetting")
    let typesetter = try typesetter(inputs.site.macros)
    let (references, diagnostics) = Stages.references(inputs.folder)
    let index = SiteIndex(inputs.documents, files: SiteTree.targets(of: inputs.folder))
    let weaver = Weaver(
      typesetter: typesetter, index: index, references: references, colors: colors)
    let judged = JudgedArticles(ledger)
    let claims = Dictionary(grouping: ledger.claims, by: \.article)
    let standings = Stages.standings(ledger)
    let runOf = Dictionary(runs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let articles = documents.map { document in
      let cause = StageMemory.WeavingInputs(
        document: document, run: runOf[document.path], index: index, references: references,
        macros: inputs.site.macros,
        reviews: (claims[document.path] ?? []).flatMap(\.reviews),
        standings: standings[document.path] ?? [])
      return memory.woven(from: cause) {
        weaver.weave(document, run: runOf[document.path], judged: judged)
      }
    }
    return (articles, diagnostics + plain)
  }

  /// By article, the verdicts of claims that rest on others, and what they are given.
  private static func standings(_ ledger: SiteLedger) -> [String: [String]] {
    let resting = ledger.claims.filter { !$0.assumptions.isEmpty }
    return Dictionary(grouping: resting, by: \.article).mapValues { claims in
      claims.flatMap { [$0.id, $0.verdict.rawValue] + $0.givens + $0.checks.map(\.sentence) }
    }
  }

  private func typesetter(
    _ macros: [String: String]
  ) throws(StageFailure) -> MathTypesetter {
    if let typesetter = memory.typesetter(of: macros) { return typesetter }
    do {
      let typesetter = try MathTypesetter(katex: .find(), macros: macros)
      memory.keep(typesetter, of: macros)
      return typesetter
    } catch {
      throw StageFailure(Diagnostic("site.katex", at: nil, error.description))
    }
  }

  /// The toolchain's parser, if there is any code to colour. Without it a page has plain code, and
  /// that is said once.
  private func colors(for documents: [Document]) -> (SwiftColors?, [Diagnostic]) {
    guard documents.contains(where: { !$0.runnables.isEmpty }) else { return (nil, []) }
    if let colors = memory.colors { return (colors, []) }
    do {
      let toolchain = try Toolchain.known(scratch: folder.url(".evident").path)
      let colors = try SwiftColors(toolchain: toolchain.root)
      memory.colors = colors
      return (colors, [])
    } catch {
      let message = "Swift code is shown without colours: \(error)"
      return (nil, [Diagnostic("code.colors", .note, at: nil, message)])
    }
  }

  /// `site/references.json`; a site without one cites nothing.
  private static func references(_ folder: SiteFolder) -> (ReferenceLibrary, [Diagnostic]) {
    let path = "site/references.json"
    guard let data = FileManager.default.contents(atPath: folder.url(path).path) else {
      return (ReferenceLibrary(), [])
    }
    return ReferenceLibrary.read(data, path: path)
  }

  func addKaTeX(to tree: inout SiteTree) -> [Diagnostic] {
    do {
      return KaTeXAssets.add(to: &tree, from: try .find())
    } catch {
      return [Diagnostic("site.katex", at: nil, error.description)]
    }
  }
}

/// A stage that could not even start.
public struct StageFailure: Error {
  public var diagnostic: Diagnostic
  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
