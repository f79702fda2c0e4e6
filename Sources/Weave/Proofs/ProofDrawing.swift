// The proof, drawn: the boxes of a branch and bound or the points of an enumeration, from the
// check's own record, as SVG made here. No script, no colour but the theme's.

import Diagnostics
import Records

enum ProofDrawing {
  /// - Parameter id: unique on the page; ids within the drawing begin with it.
  static func html(
    _ picture: ProofPicture, id: String, formulas: FormulaSetter, at place: Place
  ) -> HTML {
    plot(of: picture)?.html(id: id, formulas: formulas, at: place) ?? .nothing
  }

  static func plot(of picture: ProofPicture) -> Plot? {
    guard !picture.cells.isEmpty else { return nil }
    return switch picture.form {
    case .points: DotPlot(picture)?.plot
    case .boxes, .nodes: BoxStrip(picture)?.plot ?? BoxPlane(picture)?.plot
    }
  }
}
