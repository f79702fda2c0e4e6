import CCmarkGFM
import Diagnostics

/// Reads cmark's whole tree into a document, then looks at what only the whole shows.
struct DocumentReader {
  let reading: Reading
  let tree: MarkdownTree

  func read(into document: inout Document) {
    reading.footnotes = FootnoteIndex(root: tree.root)
    reportStrayMarkers()
    let blocks = BlockReader(reading: reading, surroundings: Surroundings())
    document.blocks = blocks.read(childrenOf: tree.root)
    document.footnotes = Reading.children(of: tree.root)
      .filter { cmark_node_get_type($0) == CMARK_NODE_FOOTNOTE_DEFINITION }
      .enumerated().map { index, node in
        Footnote(
          label: label(of: node),
          blocks: blocks.read(childrenOf: node), references: reading.footnotes.count(of: index + 1))
      }
    LooseDollars.report(reading)
    if reading.syntax.contains(.boxes) { LinkDefinitions.report(reading, tree) }
    document.runnables = reading.runnables
    document.diagnostics += reading.diagnostics
  }

  /// cmark does not hand out the label of a definition: it is read from the definition's line.
  private func label(of node: OpaquePointer) -> String {
    let line = reading.source.line(reading.line(node))
    let start = line.firstIndex(of: Array("[^".utf8))
    guard let start, let end = line[start...].firstIndex(of: Array("]:".utf8)) else { return "" }
    return line[(start + 2)..<end].text
  }

  private func reportStrayMarkers() {
    for (line, offset) in reading.findings.strayMarkers {
      reading.report(
        "box.second-marker", line: line, offset: offset,
        "a second box cannot begin inside a quote",
        fix: "Put a blank line without `>` before it, or take the marker away.")
    }
  }
}
