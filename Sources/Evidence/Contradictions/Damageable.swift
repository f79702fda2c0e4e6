import MathCore

/// Numbers in which a function's result can be damaged a little.
package protocol DamageableEntry: Field {
  /// The number times `1 + change`, as this arithmetic computes it.
  func scaled(by change: Rational) -> Self
  /// The number plus `change`.
  func moved(by change: Rational) -> Self
  /// The number as a `Float` would keep it.
  var roundedToFloat: Self { get }
  /// Whether nothing can tell the two apart.
  func isSame(as other: Self) -> Bool
  /// Halvings of a change that this arithmetic can still tell from none.
  static var finestHalving: Int { get }
}

/// Results of functions that the engine can damage: numbers, and lists of numbers of any shape.
///
/// Not whole numbers: they are counts and indices, and a changed one could lead anywhere.
package protocol Damageable {
  associatedtype Entry
  var entries: [Entry] { get }
  /// The same shape with other entries, of the same number.
  func replacing(entries: [Entry]) -> Self
}

extension DamageableEntry {
  package var entries: [Self] { [self] }
  package func replacing(entries: [Self]) -> Self { entries.first ?? self }
}

extension Rational: DamageableEntry, Damageable {
  package func scaled(by change: Rational) -> Rational { self * (1 + change) }
  package func moved(by change: Rational) -> Rational { self + change }
  /// What a `Float` cannot hold stays as it is.
  package var roundedToFloat: Rational { Rational(exactly: Double(Float(Double(self)))) ?? self }
  package func isSame(as other: Rational) -> Bool { self == other }
  package static var finestHalving: Int { 40 }
}

extension Double: DamageableEntry, Damageable {
  package func scaled(by change: Rational) -> Double { self * (1 + Double(change)) }
  package func moved(by change: Rational) -> Double { self + Double(change) }
  package var roundedToFloat: Double { Double(Float(self)) }
  package func isSame(as other: Double) -> Bool { self == other || (isNaN && other.isNaN) }
  package static var finestHalving: Int { 52 }
}

/// A damaged value keeps its error bound: that is the damage.
extension Rounded: DamageableEntry, Damageable {
  package func scaled(by change: Rational) -> Rounded { damaged(value.scaled(by: change)) }
  package func moved(by change: Rational) -> Rounded { damaged(value.moved(by: change)) }
  package var roundedToFloat: Rounded { damaged(value.roundedToFloat) }
  package func isSame(as other: Rounded) -> Bool { value.isSame(as: other.value) }
  package static var finestHalving: Int { Double.finestHalving }

  private func damaged(_ value: Double) -> Rounded { Rounded(value, error: error) }
}

/// What is computed at the sample point is damaged; of the box nothing is known then.
extension RoundedRange: DamageableEntry, Damageable {
  package func scaled(by change: Rational) -> RoundedRange { damaged(value.scaled(by: change)) }
  package func moved(by change: Rational) -> RoundedRange { damaged(value.moved(by: change)) }
  package var roundedToFloat: RoundedRange { damaged(value.roundedToFloat) }
  package func isSame(as other: RoundedRange) -> Bool { value.isSame(as: other.value) }
  package static var finestHalving: Int { Double.finestHalving }

  private func damaged(_ value: Double) -> RoundedRange {
    RoundedRange(exact: exact, error: .infinity, value: value)
  }
}

extension Ball: DamageableEntry, Damageable {
  package func scaled(by change: Rational) -> Ball { self * Ball(1 + change, precision: precision) }
  package func moved(by change: Rational) -> Ball { self + Ball(change, precision: precision) }
  package var roundedToFloat: Ball {
    guard isFinite, let rounded = Rational(exactly: Double(Float(Double(midpoint)))) else {
      return self
    }
    return self + (Ball(rounded, precision: precision) - Ball(midpoint, precision: precision))
  }
  package func isSame(as other: Ball) -> Bool { encloses(other) && other.encloses(self) }
  package static var finestHalving: Int { 40 }
}

extension Vector: Damageable where Element: DamageableEntry {
  package func replacing(entries: [Element]) -> Vector { Vector(entries) }
}

extension Matrix: Damageable where Element: DamageableEntry {
  package func replacing(entries: [Element]) -> Matrix {
    Matrix(rows: rows, columns: columns) { entries[$0 * columns + $1] }
  }
}

extension Array: Damageable where Element: Damageable {
  package var entries: [Element.Entry] { flatMap(\.entries) }
  package func replacing(entries: [Element.Entry]) -> [Element] {
    var rest = entries[...]
    return map { element in
      let count = element.entries.count
      defer { rest = rest.dropFirst(count) }
      return element.replacing(entries: [Element.Entry](rest.prefix(count)))
    }
  }
}

extension Complex: DamageableEntry, Damageable where S: DamageableEntry {
  package func scaled(by change: Rational) -> Complex {
    Complex(re.scaled(by: change), im.scaled(by: change))
  }
  package func moved(by change: Rational) -> Complex { Complex(re.moved(by: change), im) }
  package var roundedToFloat: Complex { Complex(re.roundedToFloat, im.roundedToFloat) }
  package func isSame(as other: Complex) -> Bool {
    re.isSame(as: other.re) && im.isSame(as: other.im)
  }
  package static var finestHalving: Int { S.finestHalving }
}
