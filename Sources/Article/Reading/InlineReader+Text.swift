import Diagnostics

/// Text: citations are cut out of it, everything else stays.
extension InlineReader {
  mutating func readText(_ text: String) -> [Inline] {
    guard !text.isEmpty else { return [] }
    let bytes = Array(text.utf8)
    let indices = locator.locate(text: bytes)
    if surroundings.box == .claim, let indices {
      for range in ClaimDecimals.find(in: bytes) {
        reading.decimals.note(bytes[range].text, at: place(of: indices[range.lowerBound]))
      }
    }
    guard reading.syntax.contains(.boxes) else { return [.text(text)] }
    var inlines: [Inline] = []
    var end = 0
    for citation in Citations.find(in: bytes) {
      if citation.range.lowerBound > end {
        inlines.append(.text(bytes[end..<citation.range.lowerBound].text))
      }
      // A second citation in the same brackets has no text of its own before it.
      if citation.range.isEmpty { inlines.append(.text("; ")) }
      let first = min(citation.range.lowerBound, bytes.count - 1)
      let start = indices.map { place(of: $0[first]) }
      inlines.append(
        .citation(
          key: citation.key, locator: citation.locator, start ?? place(of: locator.cursor)))
      end = citation.range.upperBound
    }
    if end < bytes.count { inlines.append(.text(bytes[end...].text)) }
    return inlines
  }
}
