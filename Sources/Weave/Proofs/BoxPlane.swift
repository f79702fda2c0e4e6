// A proof over two variables, or the two most divided of more: every box a rectangle, the stronger
// its colour the larger the margin.

import Records

struct BoxPlane {
  private static let side = 3600
  private let picture: ProofPicture
  private let x: Int
  private let y: Int
  private let margins: MarginScale?

  init?(_ picture: ProofPicture) {
    guard picture.form == .boxes, picture.axes.count >= 2 else { return nil }
    self.picture = picture
    let byCuts = picture.axes.indices.map { axis in
      (axis: axis, cuts: Set(picture.cells.flatMap { $0.isPoint ? [] : [$0.lower[axis]] }).count)
    }
    let most = byCuts.sorted { ($1.cuts, $0.axis) < ($0.cuts, $1.axis) }.prefix(2).map(\.axis)
      .sorted()
    (x, y) = (most[0], most[1])
    margins = MarginScale(picture.margins)
  }

  private var isProjection: Bool { picture.axes.count > 2 }

  var plot: Plot {
    var layers = PictureLayers()
    for cell in isProjection ? projected : picture.cells.filter({ !$0.isPoint }) {
      draw(cell, in: &layers)
    }
    for point in picture.cells where point.isPoint {
      let at = (across.position(point.lower[x]), Self.side - up.position(point.lower[y]))
      if point.kind == .failed {
        layers["failed"].cross(x: at.0, y: at.1, size: 60)
      } else {
        layers[point.kind.rawValue].diamond(x: at.0, y: at.1, size: 80)
      }
    }
    return Plot(
      panels: [
        Plot.Panel(
          title: "The proof, drawn", width: Self.side, height: Self.side,
          marks: layers.html(last: ["open", "failed", "contact"]))
      ],
      across: Plot.Edge(picture.axes[x]), up: Plot.Edge(picture.axes[y]),
      legend: picture.legend(shades: margins), sentences: sentences, shape: "plane")
  }

  private var across: PictureScale { PictureScale(picture.axes[x], length: Self.side) }
  private var up: PictureScale { PictureScale(picture.axes[y], length: Self.side) }

  private func draw(_ cell: ProofPicture.Cell, in layers: inout PictureLayers) {
    // What is not decided is always to be seen.
    let least = cell.kind == .shown || cell.kind == .excluded ? 1 : 24
    let (left, width) = across.range(cell.lower[x], cell.upper[x], least: least)
    let (bottom, height) = up.range(cell.lower[y], cell.upper[y], least: least)
    layers[name(of: cell)].rectangle(
      x: left, y: Self.side - bottom - height, width: width, height: height)
  }

  private func name(of cell: ProofPicture.Cell) -> String {
    guard cell.kind == .shown, let margins else { return cell.kind.rawValue }
    return "shade-\(margins.shade(cell.margin ?? 0))"
  }

  private var projected: [ProofPicture.Cell] {
    BoxProjection(picture, x: x, y: y).patches
  }

  private var sentences: [String] {
    let names = "$\(picture.axes[x].name)$ to the right, $\(picture.axes[y].name)$ upwards"
    let shade = margins == nil ? "" : "; the stronger the colour, the larger the margin proved there"
    guard isProjection else {
      return ["The proof, drawn: \(picture.cellWords), \(names)\(shade)."] + picture.notes
    }
    return [
      "The proof, drawn: \(picture.cellWords), over the two most divided of "
        + "\(picture.axes.count) variables, \(names)\(shade).",
      "Each patch shows the worst over all other variables.",
    ] + picture.notes
  }
}
