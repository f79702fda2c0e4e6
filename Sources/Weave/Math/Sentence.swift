// Sentences that other stages write for a reader: plain text with `$…$` for mathematics and
// backticks for code. Everything else in them is text, whatever it looks like.

import Diagnostics

extension FormulaSetter {
  /// A sentence as HTML.
  func sentence(_ text: String, at place: Place) -> HTML {
    .sequence(
      SentencePart.parts(of: text).map { part in
        switch part {
        case .text(let text): .text(text)
        case .code(let code): .element("code", [], [.text(code)])
        case .math(let tex): computed(tex, display: false, at: place)
        }
      })
  }
}

/// A stretch of a sentence.
enum SentencePart: Equatable {
  case text(String)
  case code(String)
  case math(String)

  /// Delimiters without a partner are text.
  static func parts(of sentence: String) -> [SentencePart] {
    var parts: [SentencePart] = []
    var rest = sentence[...]
    var text = ""
    while let delimiter = rest.first {
      let inner = rest.dropFirst()
      guard delimiter == "$" || delimiter == "`", let end = inner.firstIndex(of: delimiter),
        end > inner.startIndex
      else {
        text.append(delimiter)
        rest = inner
        continue
      }
      if !text.isEmpty { parts.append(.text(text)) }
      text = ""
      let content = String(inner[..<end])
      parts.append(delimiter == "$" ? .math(content) : .code(content))
      rest = inner[inner.index(after: end)...]
    }
    if !text.isEmpty { parts.append(.text(text)) }
    return parts
  }
}
