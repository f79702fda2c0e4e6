import MathCore

/// Where a function of one variable is positive, zero and negative inside an interval: its zeros in
/// order, and its sign on the pieces before, between and after them.
struct SignChart: Sendable {
  private(set) var zeros: [Zero]
  /// 1 or −1; one more than zeros.
  private(set) var signs: [Int]
  /// Whether the function may vanish at some more points of its pieces, without changing its sign.
  var isWeak = false

  init(zeros: [Zero], signs: [Int], isWeak: Bool = false) {
    self.zeros = zeros
    self.signs = signs
    self.isWeak = isWeak
  }

  /// The same sign everywhere.
  init(constant sign: Int, isWeak: Bool = false) {
    self.init(zeros: [], signs: [sign], isWeak: isWeak)
  }

  var negated: SignChart {
    SignChart(zeros: zeros, signs: signs.map(-), isWeak: isWeak)
  }

  /// The chart of a power of the function.
  func power(_ exponent: Int) -> SignChart {
    exponent.isMultiple(of: 2)
      ? SignChart(zeros: zeros, signs: signs.map { _ in 1 }, isWeak: isWeak) : self
  }

  /// The chart of a product; `nil` where two zeros cannot be told apart.
  static func product(_ a: SignChart, _ b: SignChart) -> SignChart? {
    var (left, right) = (a.zeros[...], b.zeros[...])
    var (leftSigns, rightSigns) = (a.signs[...], b.signs[...])
    var product = SignChart(constant: 1, isWeak: a.isWeak || b.isWeak)
    product.signs = []
    while true {
      product.signs.append((leftSigns.first ?? 1) * (rightSigns.first ?? 1))
      switch (left.first, right.first) {
      case (nil, nil): return product
      case (let zero?, nil):
        product.zeros.append(zero)
        (left, leftSigns) = (left.dropFirst(), leftSigns.dropFirst())
      case (nil, let zero?):
        product.zeros.append(zero)
        (right, rightSigns) = (right.dropFirst(), rightSigns.dropFirst())
      case (var x?, var y?):
        guard let order = Zero.compare(&x, &y) else { return nil }
        product.zeros.append(order < 0 || (order == 0 && x.exact != nil) ? x : y)
        if order <= 0 { (left, leftSigns) = (left.dropFirst(), leftSigns.dropFirst()) }
        if order >= 0 { (right, rightSigns) = (right.dropFirst(), rightSigns.dropFirst()) }
      }
    }
  }
}
