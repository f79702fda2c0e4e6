import CCmarkGFM
import Synchronization

/// The one door to cmark-gfm: parsing, under one lock, into a tree that frees itself.
enum CMark {
  /// cmark-gfm keeps its table of special characters in a global that a parser with extensions
  /// changes while it runs: two parsers at once corrupt each other.
  static let lock = Mutex(())

  static let gfmExtensions = ["table", "strikethrough", "autolink", "tasklist"]
  static let options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES

  /// Parses `bytes` with GitHub's extensions and ours, which reports to `findings`.
  static func parse(_ bytes: ArraySlice<UInt8>, _ findings: SyntaxFindings) -> MarkdownTree? {
    // The findings are used by this one call only, within the lock.
    nonisolated(unsafe) let findings = findings
    let pointers = lock.withLock { _ in run(bytes, findings) }
    return pointers.map { MarkdownTree(root: $0.root, ownExtension: $0.own) }
  }

  /// A finished tree, owned by nobody yet.
  private struct Pointers: @unchecked Sendable {
    var root: OpaquePointer
    var own: OpaquePointer?
  }

  private static func run(_ bytes: ArraySlice<UInt8>, _ findings: SyntaxFindings) -> Pointers? {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    // Ours comes first: its blocks win over tables.
    let own = SyntaxExtension.attach(to: parser, findings)
    for name in gfmExtensions {
      guard let found = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    return cmark_parser_finish(parser).map { Pointers(root: $0, own: own) }
  }

  /// The text of a block from which cmark makes its inlines.
  static func content(of node: OpaquePointer) -> [UInt8] {
    guard let text = cmark_node_get_string_content(node) else { return [] }
    return Array(String(cString: text).utf8)
  }

  static func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}

/// cmark's tree, freed with the last reference to it.
final class MarkdownTree {
  let root: OpaquePointer
  private let ownExtension: OpaquePointer?

  init(root: OpaquePointer, ownExtension: OpaquePointer?) {
    self.root = root
    self.ownExtension = ownExtension
  }

  deinit {
    cmark_node_free(root)
    guard let ownExtension else { return }
    cmark_syntax_extension_free(cmark_get_default_mem_allocator(), ownExtension)
  }
}
