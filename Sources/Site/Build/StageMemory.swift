import Article
import Ledger
import Runner
import Synchronization
import Weave

/// What the stages keep from one build to the next, as long as the process lives.
final class StageMemory: Sendable {
  /// Everything that a woven article is made from. The entries of its claims and values are not
  /// among it: but for what was read of them and what they rest on in other articles, they follow
  /// from the document and its run.
  struct WeavingInputs: Equatable {
    var document: Document
    var run: ArticleRun?
    var index: SiteIndex
    var references: ReferenceLibrary
    var macros: [String: String]
    var reviews: [ReviewedPart]
    /// How its claims stand that take others for granted.
    var standings: [String]

    static func == (a: WeavingInputs, b: WeavingInputs) -> Bool {
      a.document == b.document && a.run == b.run && a.index.isSame(as: b.index)
        && a.references == b.references && a.macros == b.macros
        && a.reviews == b.reviews && a.standings == b.standings
    }
  }

  private struct State {
    var runner: CachedRunner?
    var colors: SwiftColors?
    var typesetter: (macros: [String: String], typesetter: MathTypesetter)?
    var woven: [String: (inputs: WeavingInputs, article: WovenArticle)] = [:]
  }
  private let state = Mutex(State())

  var runner: CachedRunner? {
    get { state.withLock { $0.runner } }
    set { state.withLock { $0.runner = newValue } }
  }

  var colors: SwiftColors? {
    get { state.withLock { $0.colors } }
    set { state.withLock { $0.colors = newValue } }
  }

  func typesetter(of macros: [String: String]) -> MathTypesetter? {
    state.withLock { $0.typesetter }.flatMap { $0.macros == macros ? $0.typesetter : nil }
  }

  func keep(_ typesetter: MathTypesetter, of macros: [String: String]) {
    state.withLock { $0.typesetter = (macros, typesetter) }
  }

  /// The article as it was woven from equal inputs, or else woven now.
  func woven(from inputs: WeavingInputs, weave: () -> WovenArticle) -> WovenArticle {
    let path = inputs.document.path
    if let known = state.withLock({ $0.woven[path] }), known.inputs == inputs {
      return known.article
    }
    let article = weave()
    state.withLock { $0.woven[path] = (inputs, article) }
    return article
  }
}
