// Where the points of an enumeration stand along one axis: at equal steps where their coordinates
// are so, else to scale.

import Records

struct DotPlaces {
  private static let margin = 100
  private let axis: Int
  private let scale: PictureScale
  private var places: [Double: Int] = [:]
  /// The way from a point to the next, where it is always the same.
  private(set) var step = 1
  /// The shortest way from a point to the next.
  private let way: Int

  init(_ picture: ProofPicture, axis: Int, length: Int) {
    self.axis = axis
    scale = PictureScale(picture.axes[axis], length: length - 2 * Self.margin)
    let values = Set(picture.cells.map { $0.lower[axis] }).sorted()
    let positions = values.map(scale.position)
    let ways = zip(positions.dropFirst(), positions).map { $0 - $1 }
    let shortest = ways.min() ?? scale.length
    way = shortest
    guard values.count > 1, shortest > 0, (ways.max() ?? 0) - shortest <= 2 else { return }
    step = scale.length / (values.count - 1)
    for (index, value) in values.enumerated() { places[value] = index * step }
  }

  subscript(cell: ProofPicture.Cell) -> Int {
    let value = cell.lower[axis]
    return Self.margin + (places[value] ?? scale.position(value))
  }

  /// As wide as two thirds of the way to the next point, so that dots do not touch.
  static func width(_ places: [DotPlaces]) -> Int {
    min(160, max(16, (places.map(\.way).min() ?? 240) * 2 / 3))
  }
}
