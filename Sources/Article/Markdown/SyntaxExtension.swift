import CCmarkGFM

/// Our syntax extension as cmark sees it: C functions without state that look up the findings of
/// the parse they serve and hand over. They neither throw nor trap.
enum SyntaxExtension {
  /// `$` opens formulas; `b`, `e` and `r` follow the backslash in `\begin`, `\eqref` and `\ref`
  /// (the backslash itself belongs to cmark).
  static let specialCharacters = Array("$ber".utf8)

  static func attach(
    to parser: OpaquePointer, _ findings: SyntaxFindings
  ) -> OpaquePointer? {
    guard !findings.syntax.isDisjoint(with: [.mathematics, .boxes]),
      let own = cmark_syntax_extension_new("evident")
    else { return nil }
    cmark_syntax_extension_set_private(own, Unmanaged.passUnretained(findings).toOpaque(), nil)
    cmark_syntax_extension_set_open_block_func(own) { own, _, parser, parent, input, length in
      guard let own, let parser, let parent, let input else { return nil }
      return BlockSyntax(own, parser)?.open(
        in: parent, line: UnsafeBufferPointer(start: input, count: Int(length)))
    }
    cmark_syntax_extension_set_match_block_func(own) { own, parser, input, length, node in
      guard let own, let parser, let node, let input else { return 0 }
      let line = UnsafeBufferPointer(start: input, count: Int(length))
      return BlockSyntax(own, parser)?.continues(node, line: line) == true ? 1 : 0
    }
    if findings.syntax.contains(.mathematics) {
      cmark_syntax_extension_set_match_inline_func(own) { own, _, parent, character, inlines in
        guard let own, let parent, let inlines, let findings = SyntaxExtension.findings(of: own)
        else { return nil }
        return InlineSyntax(findings: findings, parent: parent, parser: inlines).match(character)
      }
      var characters: UnsafeMutablePointer<cmark_llist>?
      for character in specialCharacters {
        characters = cmark_llist_append(
          cmark_get_default_mem_allocator(), characters,
          UnsafeMutableRawPointer(bitPattern: UInt(character)))
      }
      cmark_syntax_extension_set_special_inline_chars(own, characters)
    }
    cmark_parser_attach_syntax_extension(parser, own)
    return own
  }

  static func findings(of own: OpaquePointer) -> SyntaxFindings? {
    cmark_syntax_extension_get_private(own).map {
      Unmanaged<SyntaxFindings>.fromOpaque($0).takeUnretainedValue()
    }
  }

  /// Marks a node as ours: `number` is that of its finding, from 1.
  static func mark(_ node: OpaquePointer, _ number: Int) {
    cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: number))
  }

  /// The number of a node's finding, or `nil` if the node is cmark's own.
  static func number(of node: OpaquePointer) -> Int? {
    cmark_node_get_user_data(node).map { Int(bitPattern: $0) }
  }
}
