import CCmarkGFM
import Diagnostics

/// Reads a quote that starts with `[!WORD id] Title`.
struct BoxReader {
  let reading: Reading
  let surroundings: Surroundings

  /// - Parameters:
  ///   - quote: the block quote.
  ///   - heading: its first child, which our extension made of the marker's line.
  func read(_ quote: OpaquePointer, _ heading: OpaquePointer, _ marker: MarkerFinding) -> Block {
    let place = reading.source.place(line: marker.line, offset: marker.offset)
    guard let kind = Box.Kind(rawValue: marker.word) else {
      reportUnknown(marker, at: place)
      return .quote(
        BlockReader(reading: reading, surroundings: surroundings.deeper(quotes: 1))
          .read(childrenOf: quote, from: 1), reading.place(quote))
    }
    if marker.isLinkLike {
      reading.report(
        "box.marker-is-link", at: place,
        "what follows `[!\(marker.word)\(marker.id.map { " " + $0 } ?? "")]` makes a link of it",
        fix: "Put a space and then the title behind the `]`.")
    }
    let id = checkedID(marker, kind, at: place)
    let number = reading.boxNumbers.next(kind)
    let outerDecimals = reading.decimals
    reading.decimals = ClaimDecimals()
    let inner = surroundings.deeper(quotes: 1, box: kind)
    let title = InlineReader(reading, title: heading, marker, inner).readInlines()
    let blocks = BlockReader(reading: reading, surroundings: inner).read(childrenOf: quote, from: 1)
    if kind == .claim { reportDecimals() }
    reading.decimals = outerDecimals
    return .box(
      Box(
        kind: kind, id: id, title: title, blocks: blocks, parts: Self.parts(of: kind, blocks),
        number: number, expected: expected(marker, kind), place: place))
  }

  /// The items of the first ordered list directly in the box.
  private static func parts(of kind: Box.Kind, _ blocks: [Block]) -> Int {
    guard kind == .claim || kind == .cited || kind == .folklore else { return 0 }
    for case .list(let list) in blocks where list.start != nil { return list.items.count }
    return 0
  }

  private func checkedID(_ marker: MarkerFinding, _ kind: Box.Kind, at place: Place) -> String? {
    let idPlace = reading.source.place(line: marker.line, offset: marker.idOffset)
    guard let id = marker.id else {
      if kind.needsID {
        reading.report(
          "box.id-missing", at: place, "a \(kind.rawValue) box needs an id",
          fix: "Write `[!\(kind.rawValue) some.id]`. \(IDRegistry.alphabet).")
      }
      return nil
    }
    guard IDRegistry.isWellFormed(id) else {
      reading.report(
        "id.malformed", at: idPlace, "`\(id)` is not an id", fix: IDRegistry.alphabet + ".")
      return nil
    }
    reading.declare(id, at: idPlace)
    return id
  }

  /// What a demonstration is written to show. Only a claim is judged by its checks.
  private func expected(_ marker: MarkerFinding, _ kind: Box.Kind) -> Box.Expected? {
    guard let verdict = marker.expected else { return nil }
    let place = reading.source.place(line: marker.line, offset: marker.expectedOffset)
    guard kind == .claim else {
      reading.report(
        "box.expectation-misplaced", at: place,
        "a \(kind.rawValue) box gets no verdict that could be expected",
        fix: "Leave out `expect=\(verdict)`, or state it as a CLAIM.")
      return nil
    }
    return Box.Expected(verdict: verdict, place: place)
  }

  private func reportUnknown(_ marker: MarkerFinding, at place: Place) {
    let suggestion = Suggestion.sentence(for: marker.word, among: Box.Kind.words)
    reading.report(
      "box.unknown", at: place,
      "`[!\(marker.word)]` is not a kind of box" + (suggestion.map { "; \($0)" } ?? ""),
      fix: "The kinds are \(Box.Kind.words.joined(separator: ", ")).")
  }

  private func reportDecimals() {
    for (text, place) in reading.decimals.unchecked {
      reading.report(
        "claim.bare-decimal", at: place, "no code checks the \(text) in this claim",
        fix: "Write `{swift} expression ≈ \(text)` in backticks, or an exact fraction.")
    }
  }
}
