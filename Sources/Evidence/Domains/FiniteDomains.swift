import MathCore

/// All vectors of `dimension` entries on a grid: `grid(3, -2, 2, step: 1/2)` has 9³ = 729 points.
///
/// - Precondition: `step > 0`, `lower <= upper`, `dimension >= 1`.
public func grid(
  _ dimension: Int, _ lower: Rational, _ upper: Rational, step: Rational
) -> Domain<Vector<Rational>> {
  require(dimension >= 1, "a grid needs at least one dimension")
  require(step > 0 && lower <= upper, "a grid goes up from \(lower) to \(upper) in steps > 0")
  let perAxis = (Int(exactly: ((upper - lower) / step).floor) ?? 0) + 1
  let count = power(perAxis, dimension)
  let values = simplestFirst((0..<perAxis).map { lower + step * Rational($0) })
  return Domain(
    of: count,
    named: count == 1
      ? "the one point of the grid"
      : "all \(count) points of $\\{\(axis(lower, step, perAxis))\\}^{\(dimension)}$"
  ) { number in
    var rest = number
    return Vector(
      (0..<dimension).map { _ in
        defer { rest /= perAxis }
        return values[rest % perAxis]
      })
  }
}

/// In the order in which a failure at one of them should be looked for: simple numbers first, so
/// that the first counterexample is one to read.
private func simplestFirst(_ values: [Rational]) -> [Rational] {
  values.sorted { a, b in
    let (x, y) = (a.plainness, b.plainness)
    return x.denominator != y.denominator ? x.denominator < y.denominator : x.size < y.size
  }
}

/// The values of a grid along one axis, as TeX.
private func axis(_ lower: Rational, _ step: Rational, _ count: Int) -> String {
  let values = (0..<count).map { (lower + step * Rational($0)).tex }
  let shown = count <= 4 ? values : [values[0], values[1], "\\dots", values[count - 1]]
  return shown.joined(separator: ", ")
}

/// All words of a length over the letters 0, …, `letters` − 1.
public func words(_ letters: Int, length: Int) -> Domain<[Int]> {
  require(letters >= 1 && length >= 0, "words need at least one letter")
  let count = power(letters, length)
  return Domain(
    of: count, named: "all \(count) words of length \(length) over \(letters) letters"
  ) { number in
    var rest = number
    return (0..<length).map { _ in
      defer { rest /= letters }
      return rest % letters
    }
  }
}

/// All subsets of {0, …, `size` − 1}, each in increasing order.
public func subsets(_ size: Int) -> Domain<[Int]> {
  require(0...30 ~= size, "subsets of \(size) elements are too many")
  let count = 1 << size
  return Domain(of: count, named: "all \(count) subsets of \(size) elements") { number in
    (0..<size).filter { number & (1 << $0) != 0 }
  }
}

/// All integers of a range, from the one nearest to 0 outward.
public func integers(_ range: ClosedRange<Int>) -> Domain<Int> {
  // Between −n and n the signs alternate; what is left goes on in one direction.
  let nearest = Swift.min(Swift.max(0, range.lowerBound), range.upperBound)
  let below = nearest - range.lowerBound
  let both = Swift.min(below, range.upperBound - nearest)
  return Domain(
    of: range.count,
    named: range.count == 1
      ? "the integer \(range.lowerBound)"
      : "all \(range.count) integers from \(range.lowerBound) to \(range.upperBound)"
  ) { number in
    if number <= 2 * both {
      let distance = (number + 1) / 2
      return number.isMultiple(of: 2) ? nearest - distance : nearest + distance
    }
    let distance = number - both
    return below > both ? nearest - distance : nearest + distance
  }
}

/// Exactly these points.
public func points<Point: Sendable>(_ list: [Point]) -> Domain<Point> {
  Domain(
    of: list.count,
    named: list.count == 1 ? "the one point given" : "the \(list.count) points given"
  ) { list[$0] }
}

/// All pairs of points of two finite domains.
///
/// - Precondition: both are finite.
public func pairs<A, B>(_ first: Domain<A>, _ second: Domain<B>) -> Domain<(A, B)> {
  guard case .finite(let m, let a) = first.extent, case .finite(let n, let b) = second.extent
  else { fatalError("only finite domains can be paired") }
  return Domain(of: m * n, named: "all pairs of \(first.phrase) and \(second.phrase)") {
    (a($0 / n), b($0 % n))
  }
}

/// The expectation of a value over a finite domain of outcomes, exactly.
///
/// - Precondition: the domain is finite and the weights sum to one.
public func expectation<Point, Value: Expectable>(
  over domain: Domain<Point>, weight: (Point) -> Value.Weight, _ value: (Point) -> Value
) -> Value {
  guard case .finite(let count, let element) = domain.extent, count > 0 else {
    fatalError("an exact expectation needs a finite domain that is not empty")
  }
  var total: Value.Weight = .zero
  var mean: Value?
  for number in 0..<count {
    let point = element(number)
    let w = weight(point)
    total = total + w
    let term = value(point).weighted(by: w)
    mean = mean.map { $0.adding(term) } ?? term
  }
  require(total == .one, "the weights of an expectation sum to \(total), not to 1")
  guard let mean else { fatalError("an expectation over nothing") }
  return mean
}

/// What an exact expectation can be taken of: numbers, vectors and matrices.
public protocol Expectable {
  associatedtype Weight: Scalar
  func weighted(by weight: Weight) -> Self
  func adding(_ other: Self) -> Self
}

extension Rational: Expectable {
  public func weighted(by weight: Rational) -> Rational { self * weight }
  public func adding(_ other: Rational) -> Rational { self + other }
}

extension Vector: Expectable where Element: Scalar {
  public func weighted(by weight: Element) -> Vector { weight * self }
  public func adding(_ other: Vector) -> Vector { self + other }
}

extension Matrix: Expectable where Element: Scalar {
  public func weighted(by weight: Element) -> Matrix { weight * self }
  public func adding(_ other: Matrix) -> Matrix { self + other }
}

private func power(_ base: Int, _ exponent: Int) -> Int {
  (0..<exponent).reduce(1) { product, _ in
    let (value, overflow) = product.multipliedReportingOverflow(by: base)
    require(!overflow && value <= 50_000_000, "the domain has too many points to enumerate")
    return value
  }
}
