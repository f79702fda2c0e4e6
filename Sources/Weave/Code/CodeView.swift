// Swift code on the page: a `pre` whose spans carry the class of what they are.

/// Writes Swift code, coloured where colours are to be had.
struct CodeRenderer: Sendable {
  let colors: SwiftColors?

  func html(_ code: String) -> HTML {
    let content = colors.map { CodeRenderer.pieces(of: code, $0.spans(of: code)) } ?? [.text(code)]
    return .line(
      "pre", class: "swift-code", [.element("code", class: "language-swift", content)])
  }

  /// The code cut at the ends of its spans. A span that would cut a character in two is left out.
  static func pieces(of code: String, _ spans: [SyntaxSpan]) -> [HTML] {
    let bytes = Array(code.utf8)
    var pieces: [HTML] = []
    var end = 0
    func text(_ range: Range<Int>) -> String? { String(validating: bytes[range], as: UTF8.self) }
    for span in spans where span.range.lowerBound >= end && span.range.upperBound <= bytes.count {
      guard let plain = text(end..<span.range.lowerBound), let inner = text(span.range) else {
        continue
      }
      if !plain.isEmpty { pieces.append(.text(plain)) }
      pieces.append(
        .element("span", class: "code__\(span.kind.rawValue)", [.text(inner)]))
      end = span.range.upperBound
    }
    if end < bytes.count { pieces.append(.text(String(decoding: bytes[end...], as: UTF8.self))) }
    return pieces
  }
}
