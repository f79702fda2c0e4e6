// What the maps from scores to probabilities share: their common precondition, ties, order.
//
// A distribution on no outcomes does not exist, so the empty vector is refused everywhere with
// the function's name. NaN among the scores makes every probability NaN: it is never dropped by
// a comparison.

func requireScores<S>(_ x: Vector<S>, _ function: StaticString) {
  require(!x.isEmpty, "\(function) of the empty vector: there is no outcome to weigh")
}

func requireTarget<S>(_ target: Int, _ x: Vector<S>, _ function: StaticString) {
  requireScores(x, function)
  require(
    x.indices.contains(target),
    "\(function): there is no outcome \(target) among \(x.count) (they count from 0)")
}

extension Vector where Element: Scalar {
  /// A NaN among the entries.
  var unordered: Element? { entries.first { $0 != $0 } }

  /// The entries less the largest one; all NaN if the largest is infinite or any entry is NaN.
  func shiftedByLargest() -> (shifted: Vector, largest: Element) {
    let largest = unordered ?? entries.max() ?? .zero
    let shifted = map { $0 - largest }
    guard let undefined = shifted.unordered else { return (shifted, largest) }
    return (Vector(repeating: undefined, count: count), undefined)
  }

  /// Indices from the largest entry to the smallest; among equal ones the first comes first.
  var descendingOrder: [Int] {
    entries.indices.sorted {
      entries[$0] != entries[$1] ? entries[$0] > entries[$1] : $0 < $1
    }
  }
}

/// The index of the largest entry, the first of several; the first NaN if there is one.
///
/// - Precondition: `x` is not empty.
public func argmax<S: Scalar>(_ x: Vector<S>) -> Int {
  requireScores(x, "argmax")
  if let undefined = x.entries.firstIndex(where: { $0 != $0 }) { return undefined }
  return x.entries.indices.reduce(0) { x[$1] > x[$0] ? $1 : $0 }
}
