// The Moore–Penrose inverse without a singular value: by a factorisation of full rank.

extension Matrix where Element: Exact {
  /// The Moore–Penrose inverse A⁺, n × m, exactly: AA⁺A = A, A⁺AA⁺ = A⁺, AA⁺ and A⁺A symmetric.
  ///
  /// From A = FG with F the pivot columns of A and G the non-zero rows of its reduced echelon
  /// form: A⁺ = Gᵀ(GGᵀ)⁻¹(FᵀF)⁻¹Fᵀ (C. C. MacDuffee). The rank is decided exactly; that of a
  /// matrix over `Double` cannot be, hence a cutoff there.
  public var pseudoInverse: Matrix {
    let (pivots, echelon) = reducedEchelonForm
    let left = selectingColumns(pivots)
    // Of full rank, hence with inverses.
    guard let leftGram = (left.transpose * left).inverse,
      let rightGram = (echelon * echelon.transpose).inverse
    else { return .zeros(columns, rows) }
    return echelon.transpose * rightGram * (leftGram * left.transpose)
  }

  /// The columns with pivots, and the non-zero rows of the reduced row echelon form.
  private var reducedEchelonForm: (pivots: [Int], rows: Matrix) {
    var matrix = self
    var pivots: [Int] = []
    for column in 0..<columns where pivots.count < rows {
      let top = pivots.count
      guard let source = (top..<rows).first(where: { matrix[$0, column] != .zero }) else {
        continue
      }
      pivots.append(column)
      matrix.bringToTop(source, top, pivot: column)
    }
    return (pivots, matrix.selectingRows(Array(0..<pivots.count)))
  }

  /// Swaps a row up, divides it by its pivot, and clears the pivot's column elsewhere.
  private mutating func bringToTop(_ source: Int, _ top: Int, pivot column: Int) {
    let pivot = self[source, column]
    for index in 0..<columns {
      let upper = self[top, index]
      self[top, index] = self[source, index] / pivot
      if source != top { self[source, index] = upper }
    }
    for row in 0..<rows where row != top && self[row, column] != .zero {
      let factor = self[row, column]
      for index in 0..<columns { self[row, index] -= factor * self[top, index] }
    }
  }
}
