import MathCore
import Records

extension ChebyshevProver.Proof {
  /// The pieces and the nodes; where they are too many, neighbouring nodes are merged.
  func picture(_ variables: [Variable], _ whole: Box) -> ProofPicture {
    let axes = ProofPicture.axes(variables, whole)
    let pieces = cells.filter { $0.kind != .node }
    let nodes = cells.filter { $0.kind == .node }
    let capacity = ProofPicture.capacity(axes: axes.count)
    let room = Swift.max(capacity - pieces.count, capacity / 2)
    let shown = merged(pieces, atMost: capacity - room) + merged(nodes, atMost: room)
    return ProofPicture(form: .nodes, axes: axes, cells: shown)
  }

  /// Runs of equal length, each at its first cell; intervals are joined.
  private func merged(
    _ cells: [ProofPicture.Cell], atMost limit: Int
  ) -> [ProofPicture.Cell] {
    guard cells.count > limit, limit > 0 else { return cells }
    let length = (cells.count + limit - 1) / limit
    return stride(from: 0, to: cells.count, by: length).map { start in
      let run = cells[start..<Swift.min(start + length, cells.count)]
      var cell = cells[start]
      let margins = run.compactMap(\.margin)
      cell.margin = cell.kind == .node ? margins.max() : margins.min()
      if cell.upper.count == 1, let last = run.last { cell.upper = last.upper }
      cell.count = run.count
      return cell
    }
  }
}
