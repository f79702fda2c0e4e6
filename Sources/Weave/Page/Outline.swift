// The order of headings on a page. The template's title is the only h1; below it no level is
// skipped, whatever the author's numbers of `#` are, and boxes that have a heading stand one level
// below the section they are in.

import Article
import Diagnostics

struct Outline: Sendable {
  /// One line of the table of contents.
  struct Entry: Sendable {
    var heading: Heading
    var level: Int
  }

  /// Headings in order, those of the article's own text only.
  private(set) var entries: [Entry] = []
  private var levels: [String: Int] = [:]
  private var boxLevels: [Place: Int] = [:]
  /// Authors' levels of the sections that are open here, outermost first.
  private var open: [Int] = []

  init(_ document: Document) {
    collect(document.blocks, isTop: true)
  }

  func level(of heading: Heading) -> Int { levels[heading.id] ?? 2 }

  /// The level of the heading that a box in this place has.
  func level(of box: Box) -> Int { boxLevels[box.place] ?? 2 }

  private mutating func collect(_ blocks: [Block], isTop: Bool) {
    for block in blocks {
      switch block {
      case .heading(let heading):
        open.removeAll { $0 >= heading.level }
        open.append(heading.level)
        let level = min(6, open.count + 1)
        levels[heading.id] = level
        if isTop { entries.append(Entry(heading: heading, level: level)) }
      case .box(let box):
        boxLevels[box.place] = min(6, open.count + 2)
        collect(box.blocks, isTop: false)
      case .quote(let blocks, _): collect(blocks, isTop: false)
      case .list(let list): for item in list.items { collect(item.blocks, isTop: false) }
      default: break
      }
    }
  }
}
