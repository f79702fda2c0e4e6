// Which terms to keep: the longest ones, the best ones, or those that a greedy search leaves.

/// A choice of terms and its squared error.
public struct ColumnRowSelection<Element: Field>: Sendable {
  /// Ascending.
  public let kept: [Int]
  public let error2: Element
}

extension ColumnRowSelection: Equatable where Element: Equatable {}

extension ColumnRowProduct where Element: Scalar {
  /// The r terms of largest ‖vᵢ‖ = ‖xᵢ‖‖yᵢ‖, ascending; of equal ones those of smaller index.
  ///
  /// Optimal if the terms are pairwise orthogonal. **Not** near-optimal in general: for the
  /// numbers (10, −10, 1) and r = 1 it has error 81, where keeping 1 has error 0.
  ///
  /// - Precondition: `0 <= r <= count`.
  public func topNorm(_ r: Int) -> [Int] {
    requireSize(r)
    let norms = norms2
    let downward = (0..<count).sorted {
      norms[$0] == norms[$1] ? $0 < $1 : norms[$0] > norms[$1]
    }
    return downward.prefix(r).sorted()
  }

  /// A choice of r terms with the least error, by trying all; of equally good ones the first in
  /// lexicographic order. C(l, r) errors of (l − r)² additions each.
  ///
  /// - Precondition: `0 <= r <= count`.
  public func exhaustive(_ r: Int) -> ColumnRowSelection<Element> {
    requireSize(r)
    var best: ColumnRowSelection<Element>?
    for kept in Subsets(of: count, size: r) {
      let error = error2(kept)
      if best.map({ error < $0.error2 }) ?? true {
        best = ColumnRowSelection(kept: kept, error2: error)
      }
    }
    // There always is a subset; its error is only asked for to say so without a trap.
    return best ?? ColumnRowSelection(kept: [], error2: productNorm2)
  }

  /// The terms left after discarding k terms again and again (fewer in the last step if k does
  /// not divide l − r): each time those whose own sum is the shortest, or, when `cumulative`,
  /// those that make the least error together with what was already discarded. Of equally good
  /// ones the first in lexicographic order. Ascending.
  ///
  /// A heuristic. With k = l − r it is the exhaustive search; for smaller k its error can be
  /// positive where 0 is possible: for (−4, −3, 9, −2, −6, 8), r = 2, k = 2 it is 49, or 9 when
  /// cumulative.
  ///
  /// - Precondition: `0 <= r <= count`, `k >= 1`.
  public func greedy(_ r: Int, removing k: Int, cumulative: Bool = false) -> [Int] {
    requireSize(r)
    require(k >= 1, "a greedy selection removes at least one term at a time, not \(k)")
    var kept = Array(0..<count)
    var discarded: [Int] = []
    while kept.count > r {
      let size = Swift.min(k, kept.count - r)
      let step = bestStep(of: size, from: kept, beside: cumulative ? discarded : [])
      discarded += step
      kept.removeAll { step.contains($0) }
    }
    return kept
  }

  private func bestStep(of size: Int, from kept: [Int], beside discarded: [Int]) -> [Int] {
    var best: (step: [Int], error: Element)?
    for choice in Subsets(of: kept.count, size: size) {
      let step = choice.map { kept[$0] }
      let error = gramSum(discarded + step, gram)
      if best.map({ error < $0.error }) ?? true { best = (step, error) }
    }
    return best?.step ?? []
  }
}
