import Ledger
import MathCore
import Runner

/// What `site/site.yml` says about the whole site.
public struct SiteFile: Sendable, Equatable {
  public var title: String
  /// One sentence for the index page and search engines.
  public var description: String?
  /// Where the site will be served, for the addresses that must be absolute. Links never need it.
  public var url: String?
  public var author: String?
  /// A language tag, `en` unless the file says otherwise.
  public var language = "en"
  /// TeX macros of every formula: `\R` to `\mathbb{R}`.
  public var macros: [String: String] = [:]
  /// What goes into all random draws, unless the file says otherwise the address or else the title.
  public var salt: String?
  /// What the levels of all statistical checks may add up to.
  public var budget = ChanceRules.defaultBudget

  public init(title: String) { self.title = title }

  /// What random draws are made from: the same in every run of this site.
  public var seed: RunSeed { RunSeed(salt: salt ?? url ?? title) }
}
