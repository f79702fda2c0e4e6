import CCmarkGFM

/// Which occurrence of its footnote each reference is, counted in the order of the source.
///
/// cmark moves definitions to the end of its tree, so the tree's own order would count references
/// that stand in a footnote too late.
struct FootnoteIndex {
  private var occurrences: [OpaquePointer: Int] = [:]
  private var counts: [Int: Int] = [:]

  init() {}

  init(root: OpaquePointer) {
    var references: [(line: Int32, node: OpaquePointer)] = []
    var line: Int32 = 0
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      guard event == CMARK_EVENT_ENTER else { continue }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_FOOTNOTE_REFERENCE {
        references.append((line, node))
      } else if type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK) {
        line = cmark_node_get_start_line(node)
      }
    }
    let inOrder = references.enumerated().sorted { a, b in
      (a.element.line, a.offset) < (b.element.line, b.offset)
    }
    for (_, reference) in inOrder {
      let index = Self.index(of: reference.node)
      counts[index, default: 0] += 1
      occurrences[reference.node] = counts[index]
    }
  }

  func occurrence(of node: OpaquePointer) -> Int { occurrences[node] ?? 1 }

  /// How many references there are to the footnote with this index.
  func count(of index: Int) -> Int { counts[index] ?? 0 }

  /// cmark has replaced a reference's label by its footnote's number.
  static func index(of node: OpaquePointer) -> Int {
    Int(CMark.string(cmark_node_get_literal(node))) ?? 0
  }
}
