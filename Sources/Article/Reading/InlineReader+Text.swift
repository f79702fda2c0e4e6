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
    if let indices, let start = bytes[...].firstIndex(of: Array("{swift} ".utf8)) {
      noteValueInText(at: indices[start])
    }
    if let indices { reportUndefinedFootnotes(bytes, indices) }
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

  /// `[^name]` that has stayed text: no line defines it.
  private func reportUndefinedFootnotes(_ bytes: [UInt8], _ indices: [Int]) {
    var rest = bytes[...]
    while let start = rest.firstIndex(of: Array("[^".utf8)) {
      rest = bytes[(start + 2)...]
      let name = rest.prefix { !$0.isSpace && !"[]^".utf8.contains($0) }
      guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "]"),
        // An author who escapes a bracket wants to show it.
        map.text[indices[start]...].starts(with: "[^".utf8),
        indices[start] == 0 || map.text[indices[start] - 1] != UInt8(ascii: "\\")
      else { continue }
      reading.report(
        "footnote.undefined", at: place(of: indices[start]),
        "no line begins with `[^\(name.text)]:`",
        fix: "Write the note on a line of its own: `[^\(name.text)]: …`")
    }
  }
}
