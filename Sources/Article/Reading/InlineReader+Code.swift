import CCmarkGFM
import Diagnostics

/// Code spans: our own formulas and references in disguise, values that run, and plain code.
extension InlineReader {
  mutating func readCode(_ node: OpaquePointer) -> [Inline] {
    if let number = SyntaxExtension.number(of: node),
      reading.findings.inlines.indices.contains(number - 1)
    {
      let finding = reading.findings.inlines[number - 1]
      locator.move(to: finding.range.upperBound)
      return readFinding(finding)
    }
    let literal = CMark.string(cmark_node_get_literal(node))
    let span = locator.locate(code: Array(literal.utf8))
    if let span { spansEnds.insert(span.upperBound) }
    guard reading.syntax.contains(.boxes) else { return [.code(literal)] }
    let marker = "{swift} "
    let shown = literal.drop { $0 == " " }
    let startsWithSpace = span.map { map.text[$0].first == UInt8(ascii: " ") } ?? false
    if startsWithSpace || literal.hasPrefix(" "), shown.hasPrefix(marker) {
      return [.code(String(shown))]
    }
    guard literal.hasPrefix(marker) || literal == "{swift}" else { return [.code(literal)] }
    if let span, hasSwallowed(span) {
      reportUnclosedValue(at: span.lowerBound)
      return [.code(literal)]
    }
    return [readValue(String(literal.dropFirst(marker.count)), start: span?.lowerBound ?? 0)]
  }

  /// Whether the backtick that closes a span was meant to open the next: `{swift}` follows it.
  private func hasSwallowed(_ span: Range<Int>) -> Bool {
    map.text[min(span.upperBound, map.text.count)...].starts(with: "`{swift} ".utf8)
  }

  /// Reports a value in the text of a paragraph: its span has no end.
  ///
  /// - Parameter index: where its `{swift}` begins.
  mutating func noteValueInText(at index: Int) {
    let backtick = UInt8(ascii: "`")
    guard index > 0, map.text[index - 1] == backtick, !isEscaped(index - 1),
      !spansEnds.contains(index - 1), Reading.type(node) != "table_cell" || !isCut(index)
    else { return }
    reportUnclosedValue(at: index)
  }

  private func isEscaped(_ index: Int) -> Bool {
    map.text[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  /// Whether the span of a table's cell is closed further on in its row: that a `|` has cut it is
  /// told by who reads the row.
  private func isCut(_ index: Int) -> Bool {
    let position = map.position(of: index)
    return reading.source.line(position.line).dropFirst(position.offset)
      .contains(UInt8(ascii: "`"))
  }

  private func reportUnclosedValue(at index: Int) {
    reading.report(
      "value.unclosed", at: place(of: index), "this `{swift}` has no backtick that closes it",
      fix: "Close it behind the expression, or write \\` for a backtick.")
  }

  /// - Parameter start: where the span's content begins in the block's text.
  private mutating func readValue(_ text: String, start: Int) -> Inline {
    let textStart = start + "{swift} ".utf8.count
    do {
      let split = try InlineValueReader.split(text)
      let bytes = Array(text.utf8)
      var claimed: ClaimedLiteral?
      if let relation = split.relation, let range = split.literalText, let literal = split.literal {
        claimed = ClaimedLiteral(
          relation: relation, text: bytes[range].text, value: literal,
          place: place(of: textStart + range.lowerBound))
        reading.decimals.noteChecked(bytes[range].text)
      }
      let number = reading.runnables.count
      reading.runnables.append(
        .value(
          InlineValue(
            number: number, expression: bytes[split.expression].text,
            place: place(of: textStart + split.expression.lowerBound), claimed: claimed)))
      return .value(number)
    } catch {
      reading.report(
        error.id, at: place(of: textStart + error.offset), error.message, fix: error.fix)
      return .code("{swift} " + text)
    }
  }

  private mutating func readFinding(_ finding: InlineFinding) -> [Inline] {
    let start = place(of: finding.range.lowerBound)
    switch finding.kind {
    case .math(let range):
      noteDecimals(in: range)
      return [.math(tex: map.text[range].text, display: false, place(of: range.lowerBound))]
    case .display(let range): return readDisplay(range, finding)
    case .environment(let name):
      noteDecimals(in: finding.range)
      let position = map.position(of: finding.range.lowerBound)
      reading.reportInlineEnvironment(line: position.line, offset: position.offset)
      return separate(.environment(name), finding.range)
    case .equationReference(let label):
      return [.reference(Reference(target: label, style: .equation, place: start))]
    case .bareReference(let label):
      return [.reference(Reference(target: label, style: .bare, place: start))]
    }
  }

  /// `$$…$$` in a paragraph; with a label or a tag it is a block of its own.
  private mutating func readDisplay(_ range: Range<Int>, _ finding: InlineFinding) -> [Inline] {
    noteDecimals(in: range)
    let tex = map.text[range]
    let isNumbered =
      tex.firstIndex(of: Array("\\label{".utf8)) != nil
      || tex.firstIndex(of: Array("\\tag{".utf8)) != nil
    if isNumbered { return separate(.dollars, finding.range) }
    let content = tex.trimmed
    return [.math(tex: content.text, display: true, place(of: content.startIndex))]
  }

  /// Takes a display out of the inlines.
  private mutating func separate(
    _ opening: DisplayFinding.Opening, _ range: Range<Int>
  ) -> [Inline] {
    let stretches = map.stretches.filter { range.contains($0.start) && $0.start > range.lowerBound }
    let part = ContentMap(
      text: Array(map.text[range]),
      stretches: [(0, map.position(of: range.lowerBound))]
        + stretches.map { ($0.start - range.lowerBound, $0.position) })
    let display = DisplayReader(reading: reading).display(opening, part)
    displays.append((0, display))
    return []
  }

  func noteDecimals(in range: Range<Int>) {
    guard surroundings.box == .claim else { return }
    for found in ClaimDecimals.find(in: Array(map.text[range])) {
      let start = range.lowerBound + found.lowerBound
      let text = map.text[start..<start + found.count].text
      reading.decimals.note(text, at: place(of: start))
    }
  }

  /// Reports what looks like mathematics in this block's text and is none.
  func reportLoose() {
    for finding in reading.findings.loose[node] ?? [] {
      switch finding {
      case .dollar(let index, let canOpen, let canClose):
        // Tables have their own way of cutting: `TableRowCuts`.
        guard Reading.type(node) != "table_cell" else { continue }
        let position = map.position(of: index)
        reading.looseDollars.append(
          LooseDollar(
            line: position.line, offset: position.offset, canOpen: canOpen, canClose: canClose,
            isFormula: LooseDollar.opensFormula(index, in: map.text), block: node))
      case .unclosedEnvironment(let name, let index):
        let position = map.position(of: index)
        DisplayReader(reading: reading).reportUnclosed(
          .environment(name), line: position.line, offset: position.offset)
      case .bareEnvironment(let name, let index):
        reading.report(
          "math.bare-environment", at: place(of: index),
          "`\\begin{\(name)}` stands outside mathematics", fix: "Put it between `$$` and `$$`.")
      }
    }
  }
}
