// A proof over one variable: a strip in which every box stands as high as the margin that was
// proved on it.

import Records

struct BoxStrip {
  private static let width = 6000
  private static let height = 1500
  private let picture: ProofPicture
  private let axis: ProofPicture.Axis
  private let margins: MarginScale?

  init?(_ picture: ProofPicture) {
    guard picture.axes.count == 1, let axis = picture.axes.first else { return nil }
    self.picture = picture
    self.axis = axis
    margins = MarginScale(picture.margins)
  }

  var plot: Plot {
    let scale = PictureScale(axis, length: Self.width)
    var layers = PictureLayers()
    for cell in picture.cells {
      guard let low = cell.lower.first else { continue }
      if cell.isPoint {
        mark(cell.kind, at: scale.position(low), &layers)
      } else if let high = cell.upper.first {
        // What is not decided is always to be seen.
        let least = cell.kind == .shown || cell.kind == .excluded ? 1 : 24
        let (start, size) = scale.range(low, high, least: least)
        let height = height(of: cell)
        // Between the narrowest boxes no line has room.
        let name = cell.kind == .shown && size < 30 ? "thin" : cell.kind.rawValue
        layers[name].rectangle(
          x: start, y: Self.height - height, width: size, height: height)
      }
    }
    return Plot(
      panels: [
        Plot.Panel(
          title: "The proof, drawn", width: Self.width, height: Self.height,
          marks: layers.html(last: ["open", "failed", "node", "contact"]))
      ],
      across: Plot.Edge(axis), up: vertical, legend: picture.legend(shades: nil),
      sentences: sentences, shape: "strip")
  }

  private func mark(_ kind: ProofPicture.Kind, at x: Int, _ layers: inout PictureLayers) {
    switch kind {
    case .node: layers["node"].line(x: x, from: Self.height * 2 / 3, to: Self.height)
    case .failed: layers["failed"].cross(x: x, y: Self.height - 90, size: 60)
    default: layers[kind.rawValue].diamond(x: x, y: Self.height - 90, size: 80)
    }
  }

  /// What is not shown takes the whole height: nothing is known of it.
  private func height(of cell: ProofPicture.Cell) -> Int {
    guard cell.kind == .shown, let margins else { return Self.height }
    return max(30, Int((margins.height(cell.margin ?? 0) * Double(Self.height)).rounded()))
  }

  private var vertical: Plot.Edge? {
    guard picture.form == .boxes, let ends = margins?.ends else { return nil }
    return Plot.Edge(
      low: MarginScale.text(ends.lower), name: "margin", high: MarginScale.text(ends.upper))
  }

  private var sentences: [String] {
    let name = "$\(axis.name)$"
    if picture.form == .nodes {
      let nodes = picture.cells.count { $0.kind == .node }
      return ["The interval of \(name), and the \(nodes) nodes at which both sides were computed."]
    }
    let isHigh = margins.map { $0.isLogarithmic ? ", on a logarithmic scale" : "" }
    let what = isHigh.map { "each as high as the margin proved on it\($0)" } ?? "side by side"
    return ["The proof over \(name), drawn: \(picture.cellWords), \(what)."] + picture.notes
  }
}
