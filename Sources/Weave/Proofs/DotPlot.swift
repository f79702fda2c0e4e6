// An enumeration: a dot for every point that was tried. Points of two coordinates stand where they
// are, those of three in panels, all others in the order in which they were tried.

import Ledger
import Records

struct DotPlot {
  private static let side = 3600
  private static let mostPanels = 12
  private let picture: ProofPicture
  private let margins: MarginScale?

  init?(_ picture: ProofPicture) {
    guard picture.form == .points, !picture.cells.isEmpty else { return nil }
    self.picture = picture
    margins = MarginScale(picture.margins)
  }

  var plot: Plot {
    switch picture.axes.count {
    case 1 where picture.axes[0].name != "number": line
    case 2: plane([("All points", picture.cells)], x: 0, y: 1, panel: nil)
    case 3: threeCoordinates ?? inOrder
    default: inOrder
    }
  }

  private func name(of cell: ProofPicture.Cell) -> String {
    guard cell.kind == .shown, let margins else { return "dot--\(cell.kind.rawValue)" }
    return "dot--shade-\(margins.shade(cell.margin ?? 0))"
  }

  private func draw(
    _ cell: ProofPicture.Cell, x: Int, y: Int, step: Int, in layers: inout PictureLayers
  ) {
    if cell.kind == .failed {
      layers["failed"].cross(x: x, y: y, size: 50)
    } else {
      layers[name(of: cell)].dot(x: x, y: y, step: step)
    }
  }

  private var legend: [Plot.Key] { picture.legend(shades: margins) }

  private var shade: String {
    margins == nil ? "" : "; the stronger the colour, the larger the margin there"
  }

  private var words: String {
    let total = picture.count(.failed, .open, .contact, .enclosure, .shown, .excluded, .node)
    return total == 1 ? "the one point" : "all \(total.grouped) points"
  }

  // MARK: - By coordinates

  private var line: Plot {
    let places = DotPlaces(picture, axis: 0, length: Self.side)
    var layers = PictureLayers()
    for cell in picture.cells.sorted(by: { $0.lower[0] < $1.lower[0] }) {
      draw(cell, x: places[cell], y: 200, step: places.step, in: &layers)
    }
    return Plot(
      panels: [
        Plot.Panel(
          title: "The points tried", width: Self.side, height: 400,
          marks: layers.html(last: ["failed"], dot: DotPlaces.width([places])))
      ],
      across: Plot.Edge(picture.axes[0]), legend: legend,
      sentences: [
        "The enumeration, drawn: \(words) that were tried, $\(picture.axes[0].name)$ to the "
          + "right\(shade)."
      ], shape: "strip")
  }

  private func plane(
    _ groups: [(title: String, cells: [ProofPicture.Cell])], x: Int, y: Int, panel: String?
  ) -> Plot {
    let side = groups.count == 1 ? Self.side : 1200
    let across = DotPlaces(picture, axis: x, length: side)
    let up = DotPlaces(picture, axis: y, length: side)
    let dot = DotPlaces.width([across, up])
    let panels = groups.map { title, cells in
      var layers = PictureLayers()
      let rows = cells.sorted { ($0.lower[y], $0.lower[x]) < ($1.lower[y], $1.lower[x]) }
      for cell in rows {
        draw(cell, x: across[cell], y: side - up[cell], step: across.step, in: &layers)
      }
      return Plot.Panel(
        title: title, width: side, height: side, marks: layers.html(last: ["failed"], dot: dot))
    }
    let names = "$\(picture.axes[x].name)$ to the right, $\(picture.axes[y].name)$ upwards"
    return Plot(
      panels: panels, across: Plot.Edge(picture.axes[x]), up: Plot.Edge(picture.axes[y]),
      legend: legend,
      sentences: [
        "The enumeration, drawn: \(words) that were tried, \(names)"
          + (panel.map { ", a panel for each $\($0)$" } ?? "") + "\(shade)."
      ], shape: groups.count == 1 ? "plane" : "panels")
  }

  /// Panels along the coordinate that takes the fewest values; `nil` when even that takes many.
  private var threeCoordinates: Plot? {
    let values = picture.axes.indices.map { axis in
      Set(picture.cells.map { $0.lower[axis] }).sorted()
    }
    guard let panel = values.indices.min(by: { (values[$0].count, -$0) < (values[$1].count, -$1) }),
      values[panel].count <= Self.mostPanels
    else { return nil }
    let others = picture.axes.indices.filter { $0 != panel }
    let cells = Dictionary(grouping: picture.cells) { $0.lower[panel] }
    let groups = values[panel].map { value in
      (
        title: "$\(picture.axes[panel].name)$ = \(MarginScale.text(value, significant: 4))",
        cells: cells[value] ?? []
      )
    }
    return plane(groups, x: others[0], y: others[1], panel: picture.axes[panel].name)
  }

  // MARK: - In order

  private var inOrder: Plot {
    let cells = picture.cells
    let columns = max(1, Int((Double(cells.count) * 2.5).squareRoot().rounded(.up)))
    let rows = (cells.count + columns - 1) / columns
    var layers = PictureLayers()
    for (number, cell) in cells.enumerated() {
      draw(
        cell, x: 60 + number % columns * 120, y: 60 + number / columns * 120, step: 120, in: &layers
      )
    }
    let each = cells.map(\.count).max() ?? 1
    let run = each > 1 ? ", up to \(each) to a dot, which shows the weakest of them" : ""
    return Plot(
      panels: [
        Plot.Panel(
          title: "The points tried", width: columns * 120, height: rows * 120,
          marks: layers.html(last: ["failed"], dot: 84))
      ],
      legend: legend,
      sentences: [
        "The enumeration, drawn: \(words) in the order in which they were tried, line by "
          + "line\(run)\(shade)."
      ], shape: "order")
  }
}
