import Diagnostics

/// An inline element of an article.
public indirect enum Inline: Sendable, Equatable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case link(destination: String, title: String, [Inline], Place)
  case image(source: String, title: String, [Inline], Place)
  case html(String)
  /// `$…$`, or `$$…$$` inside a paragraph (`display`).
  case math(tex: String, display: Bool, Place)
  /// An inline value: `Document.runnables[number]`.
  case value(Int)
  /// `[Equation #](#eq:x)`, `[](#claim-id)`: a link whose text is filled by the target's number.
  case reference(Reference)
  /// `[@key, p. 3]`.
  case citation(key: String, locator: String?, Place)
  /// The reference to footnote `index` (from 1 in order of first reference), its `occurrence`-th.
  case footnote(index: Int, occurrence: Int)
}

/// A link to something with an id in this or another article. `\eqref{x}` and `\ref{x}` in text
/// become references to equation `x` too.
public struct Reference: Sendable, Equatable {
  public enum Style: Sendable, Equatable {
    /// The text, `#` replaced by the number; an empty text fills itself ("Claim 3", "Equation 2").
    case text([Inline])
    /// `\eqref`: the number in parentheses.
    case equation
    /// `\ref`: the bare number.
    case bare
  }
  public var target: String
  public var style: Style
  public var place: Place
}
