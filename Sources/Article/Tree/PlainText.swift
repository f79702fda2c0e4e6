/// What remains of inlines where no markup can stand.
public enum PlainText {
  /// Text, code and TeX in order; breaks become spaces.
  public static func of(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .softBreak, .lineBreak: " "
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, _, let inner, _), .image(_, _, let inner, _):
        of(inner)
      case .math(let tex, _, _): tex
      case .reference(let reference):
        if case .text(let inner) = reference.style { of(inner) } else { "" }
      case .html, .value, .citation, .footnote: ""
      }
    }.joined()
  }
}
