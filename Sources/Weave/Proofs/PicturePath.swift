// Coordinates of drawings: whole numbers, so that the same proof gives the same bytes and few of
// them.

import Records

/// A range of a variable laid along `length` units.
struct PictureScale {
  let lower: Double
  let upper: Double
  let length: Int

  init(_ axis: ProofPicture.Axis, length: Int) {
    lower = axis.lower
    upper = axis.upper
    self.length = length
  }

  /// Where a value stands, from 0 to `length`; what lies outside stands at the end. A range without
  /// width puts everything in the middle.
  func position(_ value: Double) -> Int {
    // Halves, because the difference of two large numbers may be too large.
    let span = upper / 2 - lower / 2
    guard span > 0 else { return length / 2 }
    let share = (value / 2 - lower / 2) / span
    return Int((min(max(share, 0), 1) * Double(length)).rounded())
  }

  /// Both ends of a range, at least so many units apart.
  func range(_ low: Double, _ high: Double, least: Int = 1) -> (start: Int, size: Int) {
    let start = min(position(low), length - least)
    return (start, max(least, position(high) - start))
  }
}

/// The `d` of an SVG path made of many equal marks.
struct PicturePath {
  private var text = ""
  /// A row of dots at equal steps that is not written yet.
  private var row: (x: Int, y: Int, count: Int, step: Int)?

  var isEmpty: Bool { text.isEmpty && row == nil }

  var data: String { text + rowText }

  /// A row is a line that its dashes, without length and `step` apart, turn into dots again. It is
  /// a unit longer than the dots need, so that the last dash is within.
  private var rowText: String {
    row.map { "M\($0.x) \($0.y)h\(($0.count - 1) * $0.step + 1)" } ?? ""
  }

  mutating func rectangle(x: Int, y: Int, width: Int, height: Int) {
    text += "M\(x) \(y)h\(width)v\(height)h\(-width)z"
  }

  /// A dot, as wide as the stroke; those that follow each other in a row are written as one.
  mutating func dot(x: Int, y: Int, step: Int) {
    if let last = row, last.y == y, last.x + last.count * step == x {
      row?.count += 1
      return
    }
    text += rowText
    row = (x, y, 1, step)
  }

  mutating func cross(x: Int, y: Int, size: Int) {
    text +=
      "M\(x - size) \(y - size)l\(2 * size) \(2 * size)m0 \(-2 * size)l\(-2 * size) \(2 * size)"
  }

  /// A diamond, which no box is.
  mutating func diamond(x: Int, y: Int, size: Int) {
    text += "M\(x) \(y - size)l\(size) \(size)l\(-size) \(size)l\(-size) \(-size)z"
  }

  mutating func line(x: Int, from: Int, to: Int) { text += "M\(x) \(from)V\(to)" }

  /// - Parameter dot: how wide a dot is.
  func html(class names: String, dot: Int? = nil) -> HTML {
    var width: [HTML.Attribute] = []
    if let dot, let row {
      width = [.init("stroke-width", "\(dot)"), .init("stroke-dasharray", "0 \(row.step)")]
    }
    return isEmpty ? .nothing : .line("path", [.class(names), .init("d", data)] + width, [])
  }
}

/// Paths by what they show, in the order in which they were first needed.
struct PictureLayers {
  private var paths: [(name: String, path: PicturePath)] = []

  subscript(name: String) -> PicturePath {
    get { paths.first { $0.name == name }?.path ?? PicturePath() }
    set {
      if let index = paths.firstIndex(where: { $0.name == name }) {
        paths[index].path = newValue
      } else {
        paths.append((name, newValue))
      }
    }
  }

  /// - Parameters:
  ///   - order: those named here are drawn last, in this order, over all others.
  ///   - dot: how wide dots are; those outside of the hypotheses are half as wide.
  func html(last order: [String] = [], dot: Int = 0) -> [HTML] {
    let rank = { name in order.firstIndex(of: name).map { $0 + 1 } ?? 0 }
    return paths.sorted { (rank($0.name), $0.name) < (rank($1.name), $1.name) }.map { name, path in
      guard name.hasPrefix("dot-") else {
        return path.html(class: "drawing-mark drawing-mark--" + name)
      }
      return path.html(
        class: "drawing-dot drawing-" + name, dot: name == "dot--excluded" ? dot / 2 : dot)
    }
  }
}
