// Approximations by chosen terms, with no weights, with a weight each, or with a full matrix
// between columns and rows; and their errors.

extension ColumnRowProduct {
  /// CR = Σ_{i ∈ S} vᵢ: C has the chosen columns of X, R the chosen rows of Y. m × n.
  ///
  /// - Precondition: the indices are distinct.
  public func approximation(_ kept: [Int]) -> Matrix<Element> {
    requireDistinct(kept)
    return x.selectingColumns(kept) * y.selectingRows(kept)
  }

  /// C diag(λ) R = Σₖ λₖ v_{kept[k]}; the weights of an index that occurs again add up.
  ///
  /// - Precondition: as many weights as indices.
  public func approximation(_ kept: [Int], weights: Vector<Element>) -> Matrix<Element> {
    requireWeights(weights, kept)
    let columns = x.selectingColumns(kept)
    let weighted = Matrix(rows: columns.rows, columns: columns.columns) {
      columns[$0, $1] * weights[$1]
    }
    return weighted * y.selectingRows(kept)
  }

  /// C Λ R with a full r × r matrix between.
  ///
  /// - Precondition: `middle` is r × r for r indices.
  public func approximation(_ kept: [Int], middle: Matrix<Element>) -> Matrix<Element> {
    requireIndices(kept)
    require(
      middle.rows == kept.count && middle.columns == kept.count,
      "a \(middle.shape) matrix does not fit between \(kept.count) columns and rows")
    return x.selectingColumns(kept) * middle * y.selectingRows(kept)
  }

  /// ‖CR − XY‖² = Σ_{i, j ∉ S} vᵢ·vⱼ, from the Gram matrix alone.
  ///
  /// Over `Double` an error that is small beside the discarded ‖vᵢ‖² suffers cancellation.
  ///
  /// - Precondition: the indices are distinct.
  public func error2(_ kept: [Int]) -> Element {
    requireDistinct(kept)
    let keptSet = Set(kept)
    return gramSum((0..<count).filter { !keptSet.contains($0) }, gram)
  }

  /// ‖C diag(λ) R − XY‖², from the Gram matrix alone; repeats as in
  /// ``approximation(_:weights:)``.
  ///
  /// - Precondition: as many weights as indices.
  public func error2(_ kept: [Int], weights: Vector<Element>) -> Element {
    requireWeights(weights, kept)
    var rest = Vector<Element>(repeating: .one, count: count)
    for (index, weight) in zip(kept, weights) { rest[index] -= weight }
    return rest.dot(gram * rest)
  }

  /// ‖C Λ R − XY‖², from the matrices themselves.
  ///
  /// - Precondition: `middle` is r × r for r indices.
  public func error2(_ kept: [Int], middle: Matrix<Element>) -> Element {
    (approximation(kept, middle: middle) - product).norm2
  }

  private func requireWeights(_ weights: Vector<Element>, _ kept: [Int]) {
    requireIndices(kept)
    require(
      weights.count == kept.count, "\(weights.count) weights do not fit \(kept.count) indices")
  }
}

/// Σ_{i, j ∈ indices} gᵢⱼ.
@specialized(where S == Double)
@specialized(where S == Rational)
func gramSum<S: Field>(_ indices: [Int], _ gram: Matrix<S>) -> S {
  var sum = S.zero
  for i in indices {
    for j in indices { sum += gram.entries[i * gram.columns + j] }
  }
  return sum
}
