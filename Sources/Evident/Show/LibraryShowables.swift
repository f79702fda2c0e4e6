import Evidence
import MathCore
import Records

// What the core library's values are on a page: exact, never rounded here.

extension Rational: Showable {
  public var quantity: Quantity {
    let parts = description.split(separator: "/", maxSplits: 1).map(String.init)
    return parts.count == 2
      ? .rational(numerator: parts[0], denominator: parts[1]) : .integer(parts[0])
  }
}

extension Ball: Showable {
  public var quantity: Quantity {
    .ball(lower: lower?.description, upper: upper?.description)
  }
}

extension Complex: Showable {
  public var quantity: Quantity {
    .complex(re: Quantity(describing: re), im: Quantity(describing: im))
  }
}

extension Rounded: Showable {
  /// The machine number; its error bound is for checks.
  public var quantity: Quantity { value.quantity }
}

extension Vector: Showable {
  public var quantity: Quantity { .vector(map { Quantity(describing: $0) }) }
}

extension Matrix: Showable {
  public var quantity: Quantity {
    .matrix((0..<rows).map { i in (0..<columns).map { Quantity(describing: self[i, $0]) } })
  }
}

extension Formula: Showable {
  public var quantity: Quantity { .tex(tex) }
}

extension Law: Showable {
  public var quantity: Quantity { .tex(tex) }
}
