import CCmarkGFM

/// The inline half of our extension: formulas and references within the text of one block.
struct InlineSyntax {
  let findings: SyntaxFindings
  /// The block whose text is parsed.
  let parent: OpaquePointer
  let parser: OpaquePointer

  /// A node of ours that begins at the parser's offset, or `nil`: then the character is text.
  func match(_ character: UInt8) -> OpaquePointer? {
    let offset = Int(cmark_inline_parser_get_offset(parser))
    return findings.withScanner(of: parent) { scanner in
      guard scanner.text.indices.contains(offset), scanner.text[offset] == character else {
        return nil
      }
      switch character {
      case UInt8(ascii: "$"): return formula(at: offset, &scanner)
      case UInt8(ascii: "b"): return environment(at: offset, in: scanner.text)
      case UInt8(ascii: "e"): return reference("eqref{", at: offset, in: scanner.text)
      case UInt8(ascii: "r"): return reference("ref{", at: offset, in: scanner.text)
      default: return nil
      }
    }
  }

  private func formula(at offset: Int, _ scanner: inout DollarScanner) -> OpaquePointer? {
    switch scanner.formula(at: offset) {
    case .inline(let range):
      return node(.math(range), offset..<range.upperBound + 1)
    case .display(let range):
      return node(.display(range), offset..<range.upperBound + 2)
    case nil:
      let finding = LooseFinding.dollar(
        offset, canOpen: scanner.canOpen(offset), canClose: scanner.canClose(offset))
      findings.loose[parent, default: []].append(finding)
      return nil
    }
  }

  /// `\begin{align} … \end{align}` in the middle of a paragraph.
  private func environment(at offset: Int, in text: [UInt8]) -> OpaquePointer? {
    guard followsBackslash(offset, in: text),
      let name = DisplayEnvironment.opening(text[(offset - 1)...])
    else { return nil }
    guard DisplayEnvironment.isDisplay(name) else {
      findings.loose[parent, default: []].append(.bareEnvironment(name, offset - 1))
      return nil
    }
    let end =
      findings.isEndMissing(name, in: parent)
      ? nil : BlockSyntax.end(of: .environment(name), in: text[offset...])
    guard let end else {
      findings.noteMissingEnd(name, in: parent)
      findings.loose[parent, default: []].append(.unclosedEnvironment(name, offset - 1))
      return nil
    }
    cmark_node_unput(parent, 1)
    return node(.environment(name), offset - 1..<end)
  }

  /// `\eqref{label}` and `\ref{label}` in prose.
  private func reference(_ command: String, at offset: Int, in text: [UInt8]) -> OpaquePointer? {
    guard followsBackslash(offset, in: text), text[offset...].starts(with: command.utf8) else {
      return nil
    }
    let label = text[(offset + command.utf8.count)...].prefix { $0.isIDCharacter }
    guard !label.isEmpty, label.endIndex < text.count, text[label.endIndex] == UInt8(ascii: "}")
    else { return nil }
    cmark_node_unput(parent, 1)
    return node(
      command == "ref{" ? .bareReference(label.text) : .equationReference(label.text),
      offset - 1..<label.endIndex + 1)
  }

  private func followsBackslash(_ offset: Int, in text: [UInt8]) -> Bool {
    text[..<offset].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  /// A node that every container accepts, marked as ours, with the parser moved behind it.
  private func node(_ kind: InlineFinding.Kind, _ range: Range<Int>) -> OpaquePointer? {
    guard let node = cmark_node_new(CMARK_NODE_CODE) else { return nil }
    findings.inlines.append(InlineFinding(kind: kind, range: range))
    SyntaxExtension.mark(node, findings.inlines.count)
    cmark_inline_parser_set_offset(parser, Int32(range.upperBound))
    return node
  }
}
