import MathCore
import Records

/// The tree of boxes of a branch and bound, in the order in which they were looked at: what is
/// open, what came of the rest, and at the end a picture of it.
struct Subdivision: Sendable {
  enum End: Sendable {
    /// The goal was shown, with a lower bound of the margin; at `contact` both sides meet.
    case shown(margin: Double, contact: [Double]?)
    /// A hypothesis is false on all of it.
    case excluded
    /// Given up.
    case open
    /// Holds exactly one zero.
    case enclosure
  }

  fileprivate struct Entry: Sendable {
    var box: Box
    /// `nil` while it waits, and for boxes that were split.
    var end: End?
    var firstChild: Int?
    /// Bits for the balls on this box.
    var precision = BoxDecider.precision
    /// Whether it waits for a look of its own.
    var waits = true
  }

  private var nodes: [Entry]
  private var next = 0

  /// How many boxes were looked at.
  private(set) var visited = 0

  /// How many boxes wait.
  private(set) var waiting = 1

  init(_ whole: Box) { nodes = [Entry(box: whole)] }

  /// The next box that waits.
  mutating func take() -> (number: Int, box: Box, precision: Int)? {
    while next < nodes.count, !nodes[next].waits { next += 1 }
    guard next < nodes.count else { return nil }
    next += 1
    visited += 1
    waiting -= 1
    return (next - 1, nodes[next - 1].box, nodes[next - 1].precision)
  }

  /// Takes from a box what hypotheses exclude.
  ///
  /// - Returns: the number of the part that is left, and how many pieces were taken away.
  mutating func narrow(_ number: Int, to part: Box) -> (number: Int, excluded: Int) {
    var number = number
    var excluded = 0
    for index in part.sides.indices {
      for isBelow in [true, false] {
        let (box, side) = (nodes[number].box, part.sides[index])
        var (outside, inside) = (box, box)
        if isBelow {
          guard side.lower > box.sides[index].lower else { continue }
          outside.sides[index].upper = side.lower
          inside.sides[index].lower = side.lower
          inside.sides[index].excludesLower = false
        } else {
          guard side.upper < box.sides[index].upper else { continue }
          outside.sides[index].lower = side.upper
          outside.sides[index].excludesLower = false
          inside.sides[index].upper = side.upper
        }
        nodes[number].firstChild = nodes.count
        nodes.append(Entry(box: outside, end: .excluded, waits: false))
        nodes.append(Entry(box: inside, waits: false))
        number = nodes.count - 1
        excluded += 1
      }
    }
    return (number, excluded)
  }

  mutating func end(_ number: Int, _ end: End) { nodes[number].end = end }

  mutating func split(_ number: Int, across side: Int, precision: Int = BoxDecider.precision) {
    nodes[number].firstChild = nodes.count
    for half in nodes[number].box.halves(across: side) {
      nodes.append(Entry(box: half, precision: precision))
      waiting += 1
    }
  }

  /// The boxes on which the law was shown, with the bits that it took.
  var shownBoxes: [(box: Box, precision: Int)] {
    nodes.compactMap { node in
      guard case .shown = node.end else { return nil }
      return (node.box, node.precision)
    }
  }

  /// The boxes of which something was shown.
  var settledBoxes: [Box] {
    nodes.compactMap { node in
      switch node.end {
      case .shown, .excluded, .enclosure: node.box
      case .open, nil: nil
      }
    }
  }

  /// Of the boxes that nothing was shown of, the one that was halved most: there it got stuck.
  var smallestOpenBox: Box? {
    nodes.last { node in
      guard node.firstChild == nil else { return false }
      switch node.end {
      case .open, nil: return true
      default: return false
      }
    }?.box
  }

  func picture(_ variables: [Variable]) -> ProofPicture? {
    guard let whole = nodes.first?.box, !variables.isEmpty else { return nil }
    let axes = ProofPicture.axes(variables, whole)
    let contacts = contactCells.prefix(ProofPicture.capacity(axes: axes.count) / 4)
    let limit = ProofPicture.capacity(axes: axes.count) - contacts.count
    return ProofPicture(form: .boxes, axes: axes, cells: cells(atMost: limit) + contacts)
  }

  private var contactCells: [ProofPicture.Cell] {
    var seen: Set<[Double]> = []
    return nodes.compactMap { node in
      guard case .shown(_, let contact?) = node.end, seen.insert(contact).inserted else {
        return nil
      }
      return ProofPicture.Cell(.contact, lower: contact, margin: 0)
    }
  }

  /// The leaves, the deepest pairs merged until few enough are left.
  private func cells(atMost limit: Int) -> [ProofPicture.Cell] {
    var cells: [ProofPicture.Cell?] = nodes.map { $0.firstChild == nil ? $0.cell : nil }
    var leaves = cells.count { $0 != nil }
    // Children come after their parents: from the end, the last split has leaves only.
    for number in nodes.indices.reversed() where leaves > limit {
      guard let first = nodes[number].firstChild, let low = cells[first],
        let high = cells[first + 1]
      else { continue }
      cells[number] = nodes[number].box.cell(merging: low, high)
      cells[first] = nil
      cells[first + 1] = nil
      leaves -= 1
    }
    return cells.compactMap { $0 }
  }
}

extension Subdivision.Entry {
  fileprivate var cell: ProofPicture.Cell {
    switch end {
    case .shown(let margin, _): box.cell(.shown, margin: margin)
    case .excluded: box.cell(.excluded)
    case .enclosure: box.cell(.enclosure)
    case .open, nil: box.cell(.open)
    }
  }
}

extension ProofPicture {
  static func axes(_ variables: [Variable], _ whole: Box) -> [Axis] {
    zip(variables, whole.sides).map {
      Axis(name: $0.name, lower: Double($1.lower), upper: Double($1.upper))
    }
  }
}

extension Box {
  func cell(_ kind: ProofPicture.Kind, margin: Double? = nil) -> ProofPicture.Cell {
    ProofPicture.Cell(
      kind, lower: sides.map { Double($0.lower) }, upper: sides.map { Double($0.upper) },
      margin: margin.flatMap { $0.isFinite ? $0 : nil })
  }

  fileprivate func cell(
    merging a: ProofPicture.Cell, _ b: ProofPicture.Cell
  ) -> ProofPicture.Cell {
    let kinds = ProofPicture.Kind.allCases
    var cell = cell(kinds.first { $0 == a.kind || $0 == b.kind } ?? .open)
    if cell.kind == .shown { cell.margin = [a.margin, b.margin].compactMap { $0 }.min() }
    cell.count = a.count + b.count
    return cell
  }
}
