/// Enough of a proof to draw it: the boxes of a subdivision with their margins, the nodes of an
/// interpolation, or the points of an enumeration. Data only; nothing is judged from it.
///
/// The cells cover all that was gone through. Where there were more than `maximumCells`, neighbours
/// were merged: a merged cell has the weakest kind and the smallest margin of its parts and says
/// how many they are. All numbers are finite.
public struct ProofPicture: Codable, Sendable, Equatable {
  public enum Form: String, Codable, Sendable {
    /// Cells are boxes that lie side by side, besides single points of kind `contact`.
    case boxes
    /// Cells are the pieces of an interval (kind `shown` or `open`), besides the single points
    /// (kind `node`) at which both sides were computed.
    case nodes
    /// Cells are the points of a finite set, in the order in which they were visited; where the
    /// points are too many or have no coordinates, runs of their numbers on the one axis "number".
    case points
  }

  /// What was found on a cell, weakest first: a merged cell has the first of its parts' kinds.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// The law fails at a point of it.
    case failed
    /// Neither shown nor refuted.
    case open
    /// A point where both sides meet: shown by exact arithmetic, with margin 0.
    case contact
    /// Holds exactly one zero (or extremum) of the function in question.
    case enclosure
    /// The law holds on all of it.
    case shown
    /// A hypothesis is false on all of it, or it certainly holds no zero.
    case excluded
    /// A node of interpolation.
    case node
  }

  /// One variable and the range of the picture along it.
  public struct Axis: Codable, Sendable, Equatable {
    /// TeX.
    public var name: String
    public var lower: Double
    public var upper: Double

    public init(name: String, lower: Double, upper: Double) {
      self.name = name
      self.lower = lower
      self.upper = upper
    }
  }

  /// A box or, with an empty `upper`, a point; one coordinate for each axis.
  public struct Cell: Codable, Sendable, Equatable {
    public var kind: Kind
    public var lower: [Double]
    public var upper: [Double]
    /// Boxes and points: a lower bound of what is to spare, in the units of the law; `nil` for an
    /// exact equality and for cells that are not shown. Nodes: an upper bound of |L − R| there.
    public var margin: Double?
    /// How many boxes or points this cell stands for.
    public var count: Int

    public init(
      _ kind: Kind, lower: [Double], upper: [Double] = [], margin: Double? = nil, count: Int = 1
    ) {
      self.kind = kind
      self.lower = lower
      self.upper = upper
      self.margin = margin
      self.count = count
    }

    public var isPoint: Bool { upper.isEmpty }
  }

  public static let maximumCells = 1_500
  /// Coordinates of all cells together: more axes mean fewer cells.
  public static let maximumCoordinates = 6_000

  public var form: Form
  public var axes: [Axis]
  public var cells: [Cell]

  public init(form: Form, axes: [Axis], cells: [Cell]) {
    self.form = form
    self.axes = axes
    self.cells = cells
  }

  /// How many cells a picture of so many axes may have.
  public static func capacity(axes: Int) -> Int {
    Swift.min(maximumCells, maximumCoordinates / Swift.max(axes, 1))
  }
}

extension ProofPicture {
  var defect: String? {
    if axes.isEmpty { return "a picture without axes" }
    if cells.count > Self.capacity(axes: axes.count) { return "a picture of too many cells" }
    for axis in axes where !(axis.lower.isFinite && axis.upper.isFinite && axis.lower <= axis.upper)
    {
      return "an axis without a range"
    }
    return cells.lazy.compactMap { $0.defect(axes: axes.count) }.first
  }
}

extension ProofPicture.Cell {
  fileprivate func defect(axes: Int) -> String? {
    if count < 1 { return "a cell that stands for nothing" }
    guard lower.count == axes, isPoint || upper.count == axes else {
      return "a cell of the wrong dimension"
    }
    guard (lower + upper + [margin ?? 0]).allSatisfy(\.isFinite) else {
      return "a cell that is not finite"
    }
    return zip(lower, upper).allSatisfy { $0 <= $1 } ? nil : "a cell inside out"
  }
}
