import MathCore

/// A polynomial in one number by its coefficients, the lowest first and the highest not zero.
struct Coefficients: Equatable {
  let list: [Rational]

  init(_ list: [Rational]) {
    self.list = Array(list.prefix((list.lastIndex { $0 != 0 } ?? -1) + 1))
  }

  static let one = Coefficients([1])
  static let variable = Coefficients([0, 1])

  /// - Throws: where the highest coefficient is zero, or there is none.
  init(_ texts: [String]) throws(Rejection) {
    let list = try vector(texts, count: texts.count)
    try need(!list.isEmpty && list.last != 0, "a polynomial with a leading zero")
    self.list = list
  }

  var count: Int { list.count }
  var isZero: Bool { list.isEmpty }

  static func * (a: Coefficients, b: Coefficients) -> Coefficients {
    guard !a.isZero, !b.isZero else { return Coefficients([Rational]()) }
    var product = Array(repeating: Rational.zero, count: a.count + b.count - 1)
    for (i, x) in a.list.enumerated() where x != 0 {
      for (j, y) in b.list.enumerated() { product[i + j] += x * y }
    }
    return Coefficients(product)
  }

  static func + (a: Coefficients, b: Coefficients) -> Coefficients {
    Coefficients(
      (0..<max(a.count, b.count)).map { index in
        (index < a.count ? a.list[index] : 0) + (index < b.count ? b.list[index] : 0)
      })
  }

  func scaled(by factor: Rational) -> Coefficients { Coefficients(list.map { factor * $0 }) }

  func power(_ exponent: Int) -> Coefficients {
    (0..<exponent).reduce(.one) { power, _ in power * self }
  }

  var derivative: Coefficients {
    Coefficients(list.enumerated().dropFirst().map { Rational($0) * $1 })
  }

  func value(at x: Rational) -> Rational { list.reversed().reduce(Rational.zero) { $0 * x + $1 } }

  var signFarRight: Int { list.last?.sign ?? 0 }
  var signFarLeft: Int { count.isMultiple(of: 2) ? -signFarRight : signFarRight }
}
