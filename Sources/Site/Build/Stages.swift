import Article
import Diagnostics
import Foundation
import Ledger
import Runner
import Synchronization
import Weave

/// The stages before `Site`, each called from here and nowhere else.
public struct Stages: Sendable {
  private let folder: SiteFolder
  private let jobs: Int
  private let progress: @Sendable (String) -> Void

  /// - Parameter jobs: how many articles are compiled and run at once; one for each core if `nil`.
  public init(
    folder: SiteFolder, jobs: Int?, progress: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.folder = folder
    self.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    self.progress = progress
  }

  static func parse(_ files: [ArticleFiles.File]) -> [Document] {
    files.map { ArticleParser.parse($0.bytes, path: $0.path) }
  }

  /// Runs the articles that hold any code; without one, neither compiler nor library is looked for.
  func run(_ documents: [Document]) throws(StageFailure) -> [ArticleRun] {
    let programs = documents.filter { !$0.runnables.isEmpty }
    guard !programs.isEmpty else { return [] }
    let core = try CoreLocation.find()
    let done = Mutex(0)
    progress("running 0 of \(programs.count) articles")
    do {
      let scratch = folder.url(".evident").path
      let runner = try Runner(
        core: core, toolchain: .find(scratch: scratch), scratch: scratch, jobs: jobs)
      return try runner.run(programs) { _ in
        let count = done.withLock { count in
          count += 1
          return count
        }
        progress("running \(count) of \(programs.count) articles")
      }
    } catch {
      throw StageFailure(Diagnostic("run.impossible", at: nil, "no article can be run: \(error)"))
    }
  }

  func judge(_ documents: [Document], _ runs: [ArticleRun]) -> SiteLedger {
    Ledger.judge(documents, runs)
  }

  /// Weaves the documents; links may lead to any article of the site. The mathematics engine is
  /// started here, once, because a run that fails before it does not need it.
  func weave(
    _ documents: [Document], among inputs: SiteInputs, runs: [ArticleRun], ledger: SiteLedger
  ) throws(StageFailure) -> (articles: [WovenArticle], diagnostics: [Diagnostic]) {
    progress("typesetting")
    let typesetter: MathTypesetter
    do {
      typesetter = try MathTypesetter(katex: .find(), macros: inputs.site.macros)
    } catch {
      throw StageFailure(Diagnostic("site.katex", at: nil, error.description))
    }
    let (references, diagnostics) = Stages.references(inputs.folder)
    let weaver = Weaver(
      typesetter: typesetter, index: SiteIndex(inputs.documents), references: references)
    let judged = JudgedArticles(ledger)
    let runOf = Dictionary(runs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let articles = documents.map { weaver.weave($0, run: runOf[$0.path], judged: judged) }
    return (articles, diagnostics)
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
struct StageFailure: Error {
  var diagnostic: Diagnostic
  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
