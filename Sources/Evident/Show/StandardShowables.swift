import Records

// What the standard library's types are on a page.

extension BinaryInteger where Self: Showable {
  public var quantity: Quantity { .integer(String(self)) }
}
extension Int: Showable {}
extension Int8: Showable {}
extension Int16: Showable {}
extension Int32: Showable {}
extension Int64: Showable {}
extension UInt: Showable {}
extension UInt8: Showable {}
extension UInt16: Showable {}
extension UInt32: Showable {}
extension UInt64: Showable {}

extension Double: Showable {
  public var quantity: Quantity { .double(isNaN ? "nan" : description) }
}

extension Float: Showable {
  /// The shortest decimal that reads back as the same `Float`.
  public var quantity: Quantity { .double(isNaN ? "nan" : description) }
}

extension Bool: Showable {
  public var quantity: Quantity { .boolean(self) }
}

extension String: Showable {
  public var quantity: Quantity { .text(self) }
}

extension Substring: Showable {
  public var quantity: Quantity { .text(String(self)) }
}

extension Character: Showable {
  public var quantity: Quantity { .text(String(self)) }
}

extension Optional: Showable {
  public var quantity: Quantity {
    switch self {
    case .some(let value): Quantity(describing: value)
    case .none: .text("nil")
    }
  }
}

extension Array: Showable {
  public var quantity: Quantity { Quantity(entries: map { Quantity(describing: $0) }) }
}

extension ArraySlice: Showable {
  public var quantity: Quantity { Quantity(entries: map { Quantity(describing: $0) }) }
}

extension ClosedRange: Showable {
  public var quantity: Quantity { .text("[\(lowerBound), \(upperBound)]") }
}
