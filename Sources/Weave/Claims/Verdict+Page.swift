// How a verdict looks: a word and a symbol, never a colour alone. Only `holds` and `supported` may
// look like success.

import Ledger
import Records

extension Verdict {
  /// The word on the badge.
  public var word: String {
    switch self {
    case .holds: "Holds"
    case .supported: "Supported"
    case .refuted: "Refuted"
    case .cited: "Cited, not verified"
    case .inconclusive: "Inconclusive"
    case .vacuous: "Vacuous"
    case .notRun: "Not run"
    case .stale: "Stale"
    case .failed: "Failed"
    }
  }

  /// A symbol that differs in shape from all others.
  public var symbol: String {
    switch self {
    case .holds: "✓"
    case .supported: "◐"
    case .refuted: "✗"
    case .cited: "❝"
    case .inconclusive: "?"
    case .vacuous: "∅"
    case .notRun: "–"
    case .stale: "↻"
    case .failed: "!"
    }
  }

  /// The badge of a claim; `words` replaces the verdict's own, where a box means it otherwise.
  func badge(words: String? = nil, symbol: String? = nil) -> HTML {
    .line(
      "span", class: "claim__badge badge badge--\(rawValue)",
      [
        .element(
          "span", [.class("badge__symbol"), .init("aria-hidden", "true")],
          [.text(symbol ?? self.symbol)]),
        .text(" "), .element("span", class: "badge__word", [.text(words ?? word)]),
      ])
  }
}

extension MutantEntry.End {
  public var word: String {
    switch self {
    case .killed: "refuted"
    case .alsoTrue: "also true"
    case .survived: "not decided"
    }
  }
}

extension Evidence {
  var word: String { rawValue }
}
