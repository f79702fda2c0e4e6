// Boxes of many variables seen along two of them: the plane cut into patches, each with the worst
// of what lies over it.

import Records

struct BoxProjection {
  /// More columns or rows than this are not told apart.
  private static let resolution = 40
  private let picture: ProofPicture
  private let x: Int
  private let y: Int

  init(_ picture: ProofPicture, x: Int, y: Int) {
    self.picture = picture
    self.x = x
    self.y = y
  }

  /// From the bottom row up, from left to right; equal neighbours of a row are one.
  var patches: [ProofPicture.Cell] {
    let columns = edges(of: x)
    let rows = edges(of: y)
    guard columns.count > 1, rows.count > 1 else { return [] }
    var worst: [Int: ProofPicture.Cell] = [:]
    for cell in picture.cells where !cell.isPoint {
      for row in steps(rows, cell.lower[y], cell.upper[y]) {
        for column in steps(columns, cell.lower[x], cell.upper[x]) {
          let place = row * columns.count + column
          worst[place] = worst[place].map { $0.worse(cell) } ?? cell
        }
      }
    }
    var patches: [ProofPicture.Cell] = []
    for (place, cell) in worst.sorted(by: { $0.key < $1.key }) {
      let (row, column) = place.quotientAndRemainder(dividingBy: columns.count)
      var patch = ProofPicture.Cell(
        cell.kind, lower: cell.lower, upper: cell.upper, margin: cell.margin)
      (patch.lower[x], patch.upper[x]) = (columns[column], columns[column + 1])
      (patch.lower[y], patch.upper[y]) = (rows[row], rows[row + 1])
      if let last = patches.last, continues(last, patch) {
        patches[patches.count - 1].upper[x] = patch.upper[x]
      } else {
        patches.append(patch)
      }
    }
    return patches
  }

  private func continues(_ last: ProofPicture.Cell, _ next: ProofPicture.Cell) -> Bool {
    last.kind == next.kind && last.margin == next.margin && last.lower[y] == next.lower[y]
      && last.upper[x] == next.lower[x]
  }

  /// Where boxes begin and end along an axis, or equal steps if these are too many.
  private func edges(of axis: Int) -> [Double] {
    let boxes = picture.cells.filter { !$0.isPoint }
    let edges = Set(boxes.flatMap { [$0.lower[axis], $0.upper[axis]] }).sorted()
    guard edges.count > Self.resolution + 1 else { return edges }
    return (0...Self.resolution).map { index in
      let share = Double(index) / Double(Self.resolution)
      return picture.axes[axis].lower * (1 - share) + picture.axes[axis].upper * share
    }
  }

  /// The steps between edges that a box touches more than with its rim.
  private func steps(_ edges: [Double], _ low: Double, _ high: Double) -> Range<Int> {
    let first = edges.lastIndex { $0 <= low } ?? 0
    let end = edges.firstIndex { $0 >= high } ?? edges.count - 1
    let start = min(first, edges.count - 2)
    return start..<max(start + 1, min(end, edges.count - 1))
  }
}

extension ProofPicture.Cell {
  /// The weaker of two cells, with the smaller margin.
  fileprivate func worse(_ other: ProofPicture.Cell) -> ProofPicture.Cell {
    let kinds = ProofPicture.Kind.allCases
    let ranks = [self, other].map { kinds.firstIndex(of: $0.kind) ?? 0 }
    // What is excluded says nothing against what was shown over the same patch.
    if kind == .excluded || other.kind == .excluded, kind != other.kind {
      return kind == .excluded ? other : self
    }
    if ranks[0] != ranks[1] { return ranks[0] < ranks[1] ? self : other }
    return (margin ?? .infinity) <= (other.margin ?? .infinity) ? self : other
  }
}
