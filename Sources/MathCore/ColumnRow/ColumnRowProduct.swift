// A matrix product as a sum of outer products, of which a column–row (CR) approximation keeps a
// few. Errors need only the l × l matrix of the inner products of the terms.
//
// P. Drineas, R. Kannan, M. W. Mahoney, "Fast Monte Carlo Algorithms for Matrices I", SIAM J.
// Comput. 36 (2006), 132–157 ("DKM" below).

/// XY = Σᵢ vᵢ with vᵢ = xᵢyᵢᵀ, column i of X times row i of Y.
///
/// X is m × l, Y is l × n. "Error" is always the square of the Frobenius norm, ‖· − XY‖²: the
/// names of all such functions end in 2, and they are rational in the entries of X and Y, hence
/// exact over ``Rational``.
public struct ColumnRowProduct<Element: Field>: Sendable {
  /// m × l.
  public let x: Matrix<Element>
  /// l × n.
  public let y: Matrix<Element>
  /// l × l, the inner products vᵢ·vⱼ = (xᵢ·xⱼ)(yᵢ·yⱼ): the Hadamard product (XᵀX) ∘ (YYᵀ).
  public let gram: Matrix<Element>

  /// - Precondition: X has as many columns as Y has rows.
  public init(_ x: Matrix<Element>, _ y: Matrix<Element>) {
    require(
      x.columns == y.rows, "a \(x.shape) matrix cannot be multiplied by a \(y.shape) one")
    self.x = x
    self.y = y
    gram = (x.transpose * x).hadamard(y * y.transpose)
  }

  /// A sum of numbers: X is the row of them, Y a column of ones. Then the choice of terms with
  /// error 0 is subset sum, which is why selection is NP-hard.
  public init(scalars: Vector<Element>) {
    self.init(
      Matrix(rows: [scalars.entries]), Matrix(rows: scalars.count, columns: 1) { _, _ in .one })
  }

  /// l, the number of terms.
  public var count: Int { x.columns }

  /// XY.
  public var product: Matrix<Element> { x * y }

  /// vᵢ = xᵢyᵢᵀ, m × n and of rank at most 1.
  public func term(_ index: Int) -> Matrix<Element> {
    requireIndices([index])
    return .outer(x.column(index), y.row(index))
  }

  /// ‖vᵢ‖² = ‖xᵢ‖²‖yᵢ‖², for each i.
  public var norms2: Vector<Element> { Vector((0..<count).map { gram[$0, $0] }) }

  /// ‖XY‖², the sum of all entries of the Gram matrix.
  public var productNorm2: Element { Vector(gram.entries).sum }

  func requireIndices(_ kept: [Int]) {
    for index in kept {
      require(
        (0..<count).contains(index), "there is no term \(index) of \(count) in the product")
    }
  }

  func requireDistinct(_ kept: [Int]) {
    requireIndices(kept)
    require(Set(kept).count == kept.count, "an index occurs twice in \(kept)")
  }

  func requireSize(_ size: Int, from least: Int = 0) {
    require(
      size >= least && size <= count, "\(size) of the \(count) terms of a product cannot be kept")
  }
}
