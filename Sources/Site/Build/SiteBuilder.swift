import Article
import Diagnostics
import Ledger
import Runner
import Weave

/// The recipe: verify, weave, make the pages, publish. Whatever one article does wrong, the others
/// are verified and reported; nothing is published unless all is well.
public struct SiteBuilder: Sendable {
  public let inputs: SiteInputs
  private let stages: Stages
  /// What the site asks of its statistical checks in this run.
  private let rules: ChanceRules

  /// - Parameter fresh: draws that nobody has seen, in place of the site's own.
  public init(_ inputs: SiteInputs, stages: Stages, fresh: FreshRun? = nil) {
    self.inputs = inputs
    self.stages = stages
    var seed = inputs.seed
    seed.fresh = fresh?.seed
    let isKept = fresh?.book != nil
    rules = ChanceRules(
      budget: inputs.site.budget, seed: seed, book: fresh?.book,
      library: isKept ? CoreLibrary.digest(in: try? CoreLocation.package()) : "")
  }

  public struct Result: Sendable {
    public var verification: Verification
    /// `nil`: there were errors, and the site that was there is untouched.
    public var publication: Publication.Outcome?
  }

  /// Everything but writing. `selection` limits what runs and what is reported.
  public func verify(_ selection: Selection) -> Verification {
    let documents = inputs.documents.filter { selection.articles.contains($0.path) }
    var verification: Verification
    do {
      verification = verify(documents, try stages.run(documents, seed: rules.seed))
    } catch {
      verification = verify(documents, [])
      verification.report([error.diagnostic])
    }
    verification.keep(selection)
    return verification
  }

  /// All pages of the site from these runs, as they are: with errors and with what was not run.
  public func draft(_ runs: [ArticleRun]) -> Draft {
    var verification = verify(inputs.documents, runs)
    let (tree, diagnostics) = tree(verification)
    verification.report(diagnostics)
    return Draft(verification: verification, tree: tree)
  }

  public struct Draft: Sendable {
    public var verification: Verification
    public var tree: SiteTree
  }

  private func verify(_ documents: [Document], _ runs: [ArticleRun]) -> Verification {
    let ledger = stages.judge(documents, runs, inputs.reviewed, rules)
    var verification = Verification(documents: documents, runs: runs, ledger: ledger)
    verification.report(inputs.diagnostics)
    do {
      let woven = try stages.weave(documents, among: inputs, runs: runs, ledger: ledger)
      verification.add(woven.articles)
      verification.report(woven.diagnostics)
    } catch {
      verification.report([error.diagnostic])
    }
    return verification
  }

  public func build(_ selection: Selection) -> Result {
    var verification = verify(selection)
    guard verification.outcome.mayPublish else { return Result(verification: verification) }
    let (tree, diagnostics) = tree(verification)
    verification.report(diagnostics)
    guard verification.outcome.mayPublish else { return Result(verification: verification) }
    do {
      let outcome = try Publication(to: inputs.folder.output).publish(tree)
      return Result(verification: verification, publication: outcome)
    } catch {
      let message = "the site could not be written to \(SiteFolder.publicPath): \(error)"
      verification.report([Diagnostic("site.write", at: nil, message)])
      return Result(verification: verification)
    }
  }

  /// Every file of the site.
  private func tree(_ verification: Verification) -> (SiteTree, [Diagnostic]) {
    var tree = SiteTree()
    let assets = AssetFiles(in: inputs.folder)
    for file in assets.files { tree[file.path] = file.bytes }
    let diagnostics = assets.diagnostics + stages.addKaTeX(to: &tree)
    let maker = PageMaker(
      site: inputs.site, templates: inputs.templates,
      inputs: PageInputs(siteFile: inputs.siteFileBytes, templates: inputs.templates.sources))
    let claims = Dictionary(grouping: verification.ledger.countedClaims, by: \.article)
    let runs = Dictionary(
      verification.runs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for (document, woven) in zip(verification.documents, verification.woven) {
      let page = maker.article(
        document, woven, claims: claims[document.path] ?? [], run: runs[document.path])
      tree.add(page, at: document.slug + "/index.html")
    }
    tree.add(maker.index(verification.documents, verification.ledger), at: "index.html")
    let ledger = LedgerPage(
      Shelf.all(of: verification.documents).flatMap(\.documents), verification.woven,
      verification.ledger)
    tree.add(maker.ledger(ledger, verification.ledger), at: "ledger/index.html")
    tree.add(maker.folklore(ledger), at: "folklore/index.html")
    tree.add(maker.missing(), at: "404.html")
    let certificates = verification.ledger.claims.compactMap(CertificateFile.init)
    for file in certificates { tree.add(file.json.text, at: file.path) }
    tree.add(LedgerRecord(verification).json.text, at: "ledger.json")
    return (tree, diagnostics + CertificateFile.missingChecker(for: certificates, in: tree))
  }
}
