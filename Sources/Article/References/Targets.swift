import Diagnostics

/// Something in an article that a reference can point to.
public struct Target: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case section(level: Int)
    case equation
    case box(Box.Kind)
    /// A Swift block with an id.
    case code
  }
  public var id: String
  public var kind: Kind
  /// As a reference shows it: "3", or an equation's tag; `nil` for what has no number.
  public var number: String?
  /// Plain text of the heading or the box's title.
  public var title: String
  public var place: Place
}

extension Document {
  /// Everything in the article that has an id, in document order, footnotes last.
  public var targets: [Target] {
    var targets: [Target] = []
    for block in blocks { collect(block, into: &targets) }
    for footnote in footnotes { for block in footnote.blocks { collect(block, into: &targets) } }
    return targets
  }

  private func collect(_ block: Block, into targets: inout [Target]) {
    switch block {
    case .heading(let heading):
      targets.append(
        Target(
          id: heading.id, kind: .section(level: heading.level), number: nil,
          title: PlainText.of(heading.inlines), place: heading.place))
    case .display(let display):
      targets += display.numbers.compactMap { number in
        number.label.map {
          Target(id: $0, kind: .equation, number: number.text, title: "", place: display.place)
        }
      }
    case .box(let box):
      if let id = box.id {
        targets.append(
          Target(
            id: id, kind: .box(box.kind), number: box.number > 0 ? String(box.number) : nil,
            title: PlainText.of(box.title), place: box.place))
      }
      for inner in box.blocks { collect(inner, into: &targets) }
    case .swift(let number):
      if case .block(let code) = runnables[number], let id = code.id {
        targets.append(Target(id: id, kind: .code, number: nil, title: "", place: code.place))
      }
    case .quote(let blocks, _): for inner in blocks { collect(inner, into: &targets) }
    case .list(let list):
      for item in list.items { for inner in item.blocks { collect(inner, into: &targets) } }
    case .paragraph, .code, .html, .thematicBreak, .table: break
    }
  }
}
