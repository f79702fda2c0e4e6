import MathCore
import Records

/// The points over which a law about code is tried: the engine iterates, counts and describes them,
/// so that no loop of an author's can leave cases out.
///
/// A finite domain has a count and every element by its number; it can be enumerated completely. A
/// sampled domain has strata (ties, zero, huge, tiny, one entry …), each with a way to draw a
/// point.
public struct Domain<Point>: Sendable {
  package enum Extent: Sendable {
    case finite(count: Int, element: @Sendable (Int) -> Point)
    case sampled([SampleStratum<Point>])
  }

  package var extent: Extent
  /// Completes "for …": "all 729 points of $\\{-2, -3/2, …, 2\\}^3$".
  package var phrase: String
  /// Families of inputs that the points' type has and this domain leaves out.
  package var missing: [String] = []
  /// A point's coordinates by name.
  package var describe: @Sendable (Point) -> [Binding]

  package init(
    extent: Extent, phrase: String, describe: @escaping @Sendable (Point) -> [Binding]
  ) {
    self.extent = extent
    self.phrase = phrase
    self.describe = describe
  }

  /// A finite domain of your own: `count` points by number.
  ///
  /// - Parameter phrase: what they are, in words; the page puts their number before it.
  public init(count: Int, phrase: String, element: @escaping @Sendable (Int) -> Point) {
    self.init(
      of: count,
      named: "\(count == 1 ? "the one point" : "the \(count) points") called “\(phrase)”",
      element: element)
  }

  /// A finite domain whose points are what the name says.
  init(of count: Int, named name: String, element: @escaping @Sendable (Int) -> Point) {
    require(count >= 0, "a domain cannot have \(count) points")
    self.init(
      extent: .finite(count: count, element: element), phrase: name,
      describe: { [Binding("x", "\($0)")] })
  }

  /// How many points there are, or `nil` for a sampled domain.
  public var count: Int? {
    if case .finite(let count, _) = extent { count } else { nil }
  }

  /// The points, seen through a function.
  public func map<Other>(_ transform: @escaping @Sendable (Point) -> Other) -> Domain<Other> {
    let extent: Domain<Other>.Extent =
      switch self.extent {
      case .finite(let count, let element):
        .finite(count: count) { transform(element($0)) }
      case .sampled(let strata):
        .sampled(
          strata.map { stratum in
            SampleStratum(name: stratum.name, weight: stratum.weight) { draws in
              transform(stratum.draw(&draws))
            }
          })
      }
    return Domain<Other>(
      extent: extent, phrase: "the images of " + phrase, describe: { [Binding("x", "\($0)")] })
  }
}

/// One family of sample points.
package struct SampleStratum<Point>: Sendable {
  package var name: String
  /// Its share of the samples, relative to the others.
  package var weight: Int
  package var draw: @Sendable (inout RandomSample) -> Point

  package init(
    name: String, weight: Int = 1, draw: @escaping @Sendable (inout RandomSample) -> Point
  ) {
    self.name = name
    self.weight = weight
    self.draw = draw
  }
}
