import MathCore
import Records

// Sampled domains of machine numbers. Their strata hold what random points never hit: ties, zeros,
// one entry, huge, tiny and subnormal numbers. A generic law and subject run in `Rounded`, which
// computes bit for bit what `Double` does and bounds the rounding error on the way; that bound is
// the tolerance. Code that is written for `Double` alone gets the overload below.

/// Vectors of machine numbers with a number of entries in `sizes`.
public func vectors(_ sizes: ClosedRange<Int>) -> Domain<Vector<Rounded>> {
  doubles(sizes).map({ Vector($0.map { Rounded($0) }) }, describedAs: { "\($0.map(\.value))" })
}

/// Vectors of plain doubles, for code that exists for `Double` only.
@_disfavoredOverload
public func vectors(_ sizes: ClosedRange<Int>) -> Domain<Vector<Double>> {
  doubles(sizes).map({ Vector($0) }, describedAs: { "\(Array($0))" })
}

/// Machine numbers.
public func numbers() -> Domain<Rounded> {
  doubles(1...1).map({ Rounded($0[0]) }, describedAs: { "\($0.value)" })
}

/// Plain doubles.
@_disfavoredOverload
public func numbers() -> Domain<Double> {
  doubles(1...1).map({ $0[0] }, describedAs: { "\($0)" })
}

/// Vectors of machine numbers from a range, its ends included.
public func vectors(_ sizes: ClosedRange<Int>, in range: ClosedRange<Double>)
  -> Domain<Vector<Rounded>>
{
  doubles(sizes, in: range)
    .map({ Vector($0.map { Rounded($0) }) }, describedAs: { "\($0.map(\.value))" })
}

/// Vectors of plain doubles from a range.
@_disfavoredOverload
public func vectors(_ sizes: ClosedRange<Int>, in range: ClosedRange<Double>)
  -> Domain<Vector<Double>>
{
  doubles(sizes, in: range).map({ Vector($0) }, describedAs: { "\(Array($0))" })
}

/// Machine numbers from a range, its ends included.
public func numbers(in range: ClosedRange<Double>) -> Domain<Rounded> {
  doubles(1...1, in: range).map({ Rounded($0[0]) }, describedAs: { "\($0.value)" })
}

/// Plain doubles from a range.
@_disfavoredOverload
public func numbers(in range: ClosedRange<Double>) -> Domain<Double> {
  doubles(1...1, in: range).map({ $0[0] }, describedAs: { "\($0)" })
}

extension Domain {
  fileprivate func map<Other>(
    _ transform: @escaping @Sendable (Point) -> Other,
    describedAs describe: @escaping @Sendable (Other) -> String
  ) -> Domain<Other> {
    var domain = map(transform)
    domain.phrase = phrase
    domain.missing = missing
    domain.describe = { [Binding("x", describe($0))] }
    return domain
  }
}

private func doubles(_ sizes: ClosedRange<Int>, in range: ClosedRange<Double>? = nil)
  -> Domain<[Double]>
{
  require(sizes.lowerBound >= 1, "a vector needs at least one entry")
  require(
    range?.lowerBound.isFinite != false && range?.upperBound.isFinite != false,
    "a range of machine numbers has finite ends")
  let ends = range.map { " from \($0.lowerBound.plain) to \($0.upperBound.plain)" } ?? ""
  let size =
    sizes.count == 1 ? "\(sizes.lowerBound)" : "\(sizes.lowerBound) to \(sizes.upperBound)"
  let families = range.map { SampleFamily.inside($0) } ?? SampleFamily.anywhere
  var domain = Domain(
    extent: .sampled(SampleFamily.strata(sizes, families)),
    phrase: (sizes == 1...1 ? "" : "vectors of \(size) ") + "machine numbers" + ends,
    describe: { [Binding("x", "\($0)")] })
  if sizes.lowerBound > 1 { domain.missing = ["one entry"] }
  return domain
}

extension Double {
  /// A whole number without its “.0”.
  fileprivate var plain: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
