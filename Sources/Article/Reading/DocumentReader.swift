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
          label: CMark.string(cmark_node_get_literal(node)),
          blocks: blocks.read(childrenOf: node), references: reading.footnotes.count(of: index + 1))
      }
    LooseDollars.report(reading)
    if reading.syntax.contains(.boxes) { LinkDefinitions.report(reading, tree) }
    document.runnables = reading.runnables
    document.diagnostics += reading.diagnostics
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
