// Questions about a whole document that are asked before its first line is woven.

import Article
import Diagnostics

extension Document {
  /// The keys of all citations.
  var citedKeys: Set<String> {
    var keys: Set<String> = []
    forEachInline { inline in
      if case .citation(let key, _, _) = inline { keys.insert(key) }
    }
    return keys
  }

  /// Ids of the figure and table boxes.
  var fillableBoxes: Set<String> {
    var ids: Set<String> = []
    forEachBlock { block in
      if case .box(let box) = block, box.kind == .figure || box.kind == .table, let id = box.id {
        ids.insert(id)
      }
    }
    return ids
  }

  /// The boxes that state something which is judged, by their places.
  var judgedBoxes: [Place: Box] {
    var boxes: [Place: Box] = [:]
    forEachBlock { block in
      if case .box(let box) = block, [.claim, .cited, .folklore].contains(box.kind) {
        boxes[box.place] = box
      }
    }
    return boxes
  }

  private func forEachBlock(_ body: (Block) -> Void) {
    for block in blocks { block.walk(body) }
    for footnote in footnotes { for block in footnote.blocks { block.walk(body) } }
  }

  private func forEachInline(_ body: (Inline) -> Void) {
    forEachBlock { block in
      for inline in block.ownInlines { inline.walk(body) }
    }
  }
}

extension Block {
  /// This block and all within it.
  fileprivate func walk(_ body: (Block) -> Void) {
    body(self)
    let children: [Block] =
      switch self {
      case .quote(let blocks, _): blocks
      case .list(let list): list.items.flatMap(\.blocks)
      case .box(let box): box.blocks
      default: []
      }
    for child in children { child.walk(body) }
  }

  /// Inlines directly in this block.
  fileprivate var ownInlines: [Inline] {
    switch self {
    case .heading(let heading): heading.inlines
    case .paragraph(let paragraph): paragraph.inlines
    case .table(let table): table.header.flatMap { $0 } + table.rows.flatMap { $0.flatMap { $0 } }
    case .box(let box): box.title
    default: []
    }
  }
}

extension Inline {
  fileprivate func walk(_ body: (Inline) -> Void) {
    body(self)
    let children: [Inline] =
      switch self {
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, _, let inner, _), .image(_, _, let inner, _):
        inner
      case .reference(let reference):
        if case .text(let inner) = reference.style { inner } else { [] }
      default: []
      }
    for child in children { child.walk(body) }
  }
}
