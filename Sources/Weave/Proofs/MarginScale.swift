// Margins as shades and heights: five shades in equal ratios, heights on a logarithmic scale where
// margins differ by more than a factor of fifty.

import Foundation
import Records

struct MarginScale {
  static let shades = 5

  private let smallest: Double
  private let largest: Double

  /// `nil` when no margin is above 0.
  init?(_ margins: [Double]) {
    let positive = margins.filter { $0 > 0 && $0.isFinite }
    guard let smallest = positive.min(), let largest = positive.max() else { return nil }
    self.smallest = smallest
    self.largest = largest
  }

  var isLogarithmic: Bool { largest / smallest > 50 }

  /// From 1, the smallest, to `shades`; 0 for a margin of 0.
  func shade(_ margin: Double) -> Int {
    guard margin > 0 else { return 0 }
    guard largest > smallest else { return Self.shades }
    let share = (log(margin) - log(smallest)) / (log(largest) - log(smallest))
    return min(Self.shades, 1 + Int(max(0, share) * Double(Self.shades)))
  }

  /// The margins that a shade stands for.
  func bounds(ofShade shade: Int) -> (lower: Double, upper: Double) {
    guard largest > smallest else { return (smallest, largest) }
    func edge(_ index: Int) -> Double {
      if index == 0 { return smallest }
      if index == Self.shades { return largest }
      let share = Double(index) / Double(Self.shades)
      return exp(log(smallest) + share * (log(largest) - log(smallest)))
    }
    return (edge(shade - 1), edge(shade))
  }

  /// The ends of the scale of heights: powers of ten, or 0 and the largest margin. Twelve decades
  /// are enough; a margin below stands at the foot.
  var ends: (lower: Double, upper: Double) {
    guard isLogarithmic else { return (0, largest) }
    let top = log10(largest).rounded(.up)
    return (pow(10, max(log10(smallest).rounded(.down), top - 12)), pow(10, top))
  }

  /// A height as a share of the whole; a margin above 0 is always to be seen.
  func height(_ margin: Double) -> Double {
    guard margin > 0 else { return 0 }
    let (lower, upper) = ends
    let share =
      isLogarithmic ? (log(margin) - log(lower)) / (log(upper) - log(lower)) : margin / upper
    return min(1, max(0.02, share))
  }

  static func text(_ value: Double, significant: Int = 2) -> String {
    DecimalNumber(double: "\(value)", significant: significant)?.text ?? "\(value)"
  }
}

extension ProofPicture {
  var margins: [Double] { cells.compactMap { $0.kind == .shown ? $0.margin : nil } }

  /// How many boxes or points are of this kind; merged cells count all that they stand for.
  func count(_ kinds: Kind...) -> Int {
    cells.filter { kinds.contains($0.kind) }.reduce(0) { total, cell in
      let (sum, overflow) = total.addingReportingOverflow(cell.count)
      return overflow ? .max : sum
    }
  }

  /// Whether some cells stand for more than one box or point.
  var isMerged: Bool { cells.contains { $0.count > 1 } }
}
