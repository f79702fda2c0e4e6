// Vectors over any field: a list of n numbers with the linear structure, and no more.

/// An element of Fⁿ.
///
/// `let x: Vector = [1, 2, 3]` is a vector of `Double`. Operations on two vectors require equal
/// lengths (a precondition, with both lengths in its message).
///
/// Over ``Rational`` the laws of a vector space hold exactly; over `Double` sums depend on their
/// order, which is from the first entry to the last.
public struct Vector<Element: Field>: RandomAccessCollection, MutableCollection, Sendable {
  public var entries: [Element]

  public init(_ entries: some Sequence<Element>) { self.entries = Array(entries) }

  public init(repeating value: Element, count: Int) {
    entries = Array(repeating: value, count: count)
  }

  public static func zeros(_ count: Int) -> Vector { Vector(repeating: .zero, count: count) }

  /// The unit vector e_index of length `count`.
  public static func unit(_ index: Int, of count: Int) -> Vector {
    require((0..<count).contains(index), "there is no unit vector \(index) of \(count)")
    var vector = zeros(count)
    vector.entries[index] = .one
    return vector
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }

  public subscript(index: Int) -> Element {
    get { entries[index] }
    set { entries[index] = newValue }
  }

  /// The vector of the results. (For results outside a field, `Array(x).map`.)
  public func map<Result: Field>(_ transform: (Element) throws -> Result) rethrows
    -> Vector<Result>
  {
    Vector<Result>(try entries.map(transform))
  }

  /// The entrywise combination of two vectors of equal length.
  func combined(with other: Vector, _ operation: (Element, Element) -> Element) -> Vector {
    require(
      count == other.count, "vectors of lengths \(count) and \(other.count) do not combine")
    return Vector(zip(entries, other.entries).map(operation))
  }
}

extension Vector: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension Vector: Equatable where Element: Equatable {}
extension Vector: Hashable where Element: Hashable {}

extension Vector: CustomStringConvertible {
  public var description: String { entries.description }
}

extension Vector {
  public static func + (a: Vector, b: Vector) -> Vector { a.combined(with: b) { $0 + $1 } }
  public static func - (a: Vector, b: Vector) -> Vector { a.combined(with: b) { $0 - $1 } }
  public static prefix func - (a: Vector) -> Vector { a.map { -$0 } }
  public static func * (a: Element, b: Vector) -> Vector { b.map { a * $0 } }
  public static func * (a: Vector, b: Element) -> Vector { a.map { $0 * b } }
  public static func / (a: Vector, b: Element) -> Vector { a.map { $0 / b } }
  public static func += (a: inout Vector, b: Vector) { a = a + b }
  public static func -= (a: inout Vector, b: Vector) { a = a - b }

  /// The sum of the entries, from the first to the last; 0 for the empty vector.
  @specialized(where Element == Double)
  @specialized(where Element == Rational)
  @specialized(where Element == Ball)
  private static func total(_ entries: [Element]) -> Element {
    var sum = Element.zero
    for entry in entries { sum += entry }
    return sum
  }

  public var sum: Element { Self.total(entries) }

  /// Σ aᵢbᵢ, without conjugation.
  @specialized(where Element == Double)
  @specialized(where Element == Rational)
  @specialized(where Element == Ball)
  public func dot(_ other: Vector) -> Element {
    require(
      count == other.count, "vectors of lengths \(count) and \(other.count) have no dot product")
    var sum = Element.zero
    for index in entries.indices { sum += entries[index] * other.entries[index] }
    return sum
  }

  /// Σ aᵢ², the square of the Euclidean norm.
  public var norm2: Element { dot(self) }
}

extension Vector where Element: Elementary {
  /// The largest entry; for balls, a ball that contains the largest of any members. NaN if any
  /// entry is NaN.
  ///
  /// - Precondition: the vector is not empty.
  public var larger: Element {
    require(!isEmpty, "the empty vector has no largest entry")
    return entries.dropFirst().reduce(entries[0]) { Element.larger($0, $1) }
  }
}
