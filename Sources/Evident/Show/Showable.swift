import Records

/// A value on its way to a page, exact; see ``Showable``.
public typealias Quantity = Records.Quantity

/// A value that a page can show as what it is: a number, a vector, a formula, a text.
///
/// The library's numbers, the standard library's, and arrays and optionals of them are showable.
/// A type of your own becomes so by saying what it is made of:
///
/// ```swift
/// extension Interval: Showable {
///   var quantity: Quantity { Quantity([lower, upper]) }
/// }
/// ```
///
/// Everything else is shown as the text that `print` would give.
public protocol Showable {
  /// The value, exact: rounding is the page's business.
  var quantity: Quantity { get }
}

extension Quantity: Showable {
  public var quantity: Quantity { self }

  /// What any value is: its own `quantity`, a tuple of its elements', or the text of `print`.
  public init(describing value: some Any) {
    if let showable = value as? any Showable {
      self = showable.quantity
    } else if let elements = Quantity.tupleElements(of: value) {
      self = .tuple(elements)
    } else {
      self = .text(String(describing: value))
    }
  }

  /// A vector with these entries; a matrix when each entry is itself a vector of the same length.
  public init(_ elements: some Sequence<some Showable>) {
    self.init(entries: elements.map(\.quantity))
  }

  init(entries: [Quantity]) {
    let rows = entries.compactMap { if case .vector(let row) = $0 { row } else { nil } }
    let lengths = Set(rows.map(\.count))
    if !entries.isEmpty && rows.count == entries.count && lengths.count == 1 {
      self = .matrix(rows)
    } else if rows.isEmpty {
      self = .vector(entries)
    } else {
      self = .tuple(entries)
    }
  }

  /// The elements of a tuple, which cannot conform to a protocol.
  private static func tupleElements(of value: some Any) -> [Quantity]? {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .tuple, !mirror.children.isEmpty else { return nil }
    return mirror.children.map { Quantity(describing: $0.value) }
  }
}
