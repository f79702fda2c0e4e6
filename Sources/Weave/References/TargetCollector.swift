// Finds what can be linked to in one article, in document order.

import Article

struct TargetCollector {
  private let document: Document
  private var targets: [SiteIndex.Target] = []

  static func targets(of document: Document) -> [SiteIndex.Target] {
    var collector = TargetCollector(document: document)
    collector.collect(document.blocks)
    for footnote in document.footnotes { collector.collect(footnote.blocks) }
    return collector.targets
  }

  private init(document: Document) { self.document = document }

  private mutating func collect(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(let heading):
        add(.section, heading.id, number: nil, heading.inlines)
      case .display(let display):
        for number in display.numbers {
          if let label = number.label { add(.equation, label, number: number.text, []) }
        }
      case .swift(let number):
        if document.runnables.indices.contains(number),
          case .block(let block) = document.runnables[number], let id = block.id
        {
          add(.code, id, number: nil, [.code(id)])
        }
      case .box(let box):
        if let id = box.id {
          add(.box(box.kind), id, number: box.number > 0 ? String(box.number) : nil, box.title)
        }
        collect(box.blocks)
      case .quote(let blocks, _): collect(blocks)
      case .list(let list): for item in list.items { collect(item.blocks) }
      case .paragraph, .code, .html, .thematicBreak, .table: break
      }
    }
  }

  private mutating func add(
    _ kind: SiteIndex.Target.Kind, _ id: String, number: String?, _ title: [Inline]
  ) {
    targets.append(
      .init(kind: kind, id: id, number: number, title: title.asLabel, slug: document.slug))
  }
}

extension [Inline] {
  /// These inlines where links, values and notes cannot stand: in a link, in another article.
  var asLabel: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .text, .code, .math: [inline]
      case .softBreak, .lineBreak: [.text(" ")]
      case .emphasis(let inner): [.emphasis(inner.asLabel)]
      case .strong(let inner): [.strong(inner.asLabel)]
      case .strikethrough(let inner): [.strikethrough(inner.asLabel)]
      case .link(_, _, let inner, _): inner.asLabel
      case .image(_, _, let inner, _): inner.asLabel
      case .reference(let reference):
        if case .text(let inner) = reference.style { inner.asLabel } else { [] }
      case .html, .value, .citation, .footnote: []
      }
    }
  }
}

extension SiteIndex.Target.Kind {
  /// The word before the number.
  var word: String {
    switch self {
    case .box(let kind): kind.word
    case .equation: "Equation"
    case .section: "Section"
    case .code: "Code"
    }
  }
}

extension Box.Kind {
  /// The kind as a reader sees it.
  var word: String {
    switch self {
    case .claim: "Claim"
    case .cited: "Cited statement"
    case .folklore: "Folklore"
    case .figure: "Figure"
    case .table: "Table"
    case .definition: "Definition"
    case .proof: "Proof"
    case .remark: "Remark"
    case .example: "Example"
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    }
  }
}
