import Evidence
import MathCore
import Records

/// A point that is said to be the only one of its kind in a box: the zero of equations, or where a
/// formula is smallest or largest. Its enclosure is a value like any other:
///
/// ```swift
/// let minimum = uniqueMinimum(of: gamma(x), by: x, in: 1...2)
/// claim("gamma.minimum").enclosed(minimum)
/// ```
///
/// and in prose `` `{swift} minimum.x ≈ 1.46163` ``. Existence and uniqueness are shown by
/// Krawczyk's test, and that there is no other in the rest of the box by exclusion; where that does
/// not succeed, the enclosure is not finite and prints no digits.
public struct UniquePoint: Sendable {
  let question: UniqueQuestion
  let answer: UniqueAnswer
  let boxes: Int

  init(_ question: UniqueQuestion, boxes: Int) {
    self.question = question
    self.boxes = boxes
    answer = UniquePointProver.answer(question, boxes: boxes)
  }

  /// Enclosures of the coordinates, in the order of the variables.
  public var coordinates: [Ball] {
    answer.point ?? question.variables.map { _ in .unknown }
  }

  /// The enclosure of the only coordinate, or of the first of several.
  public var x: Ball { coordinates[0] }

  /// An enclosure of the formula's value there: the least or the largest value. (Of equations, the
  /// first one's, which contains 0.)
  public var value: Ball { answer.values?.first ?? .unknown }

  /// The statement as TeX.
  public var tex: String { question.tex }

  /// The same point, said to lie near a place: within `distance` of it in each coordinate.
  ///
  /// - Parameter place: closed formulas, one for each variable.
  public func near(_ place: Formula..., within distance: Formula) -> UniquePoint {
    require(
      place.count == question.variables.count,
      "the place has \(place.count) coordinates, the point \(question.variables.count)")
    var question = question
    question.near = (place.map(\.node), distance.node)
    return UniquePoint(question, boxes: boxes)
  }
}

extension Ball {
  fileprivate static var unknown: Ball { Ball(0) / Ball(0) }
}

extension UniquePoint: Showable {
  public var quantity: Quantity {
    coordinates.count == 1
      ? coordinates[0].quantity : .tuple(coordinates.map { Quantity(describing: $0) })
  }
}

/// The only zero of a formula on an interval.
///
/// - Parameters:
///   - x: a variable made by `real`.
///   - range: the interval, with exact ends that belong to it; the variable's own span if `nil`.
///   - boxes: how many boxes may be looked at before the search gives up.
public func uniqueZero(
  of f: Formula, by x: Formula, in range: ClosedRange<Rational>? = nil,
  boxes: Int = Claim.defaultBoxes
) -> UniquePoint {
  uniquePoint(.zero, [f], [x], range, boxes)
}

/// The only common zero of as many formulas as variables, in the box of the variables' spans.
public func uniqueZero(
  of equations: [Formula], by variables: [Formula], boxes: Int = Claim.defaultBoxes
) -> UniquePoint {
  uniquePoint(.zero, equations, variables, nil, boxes)
}

/// The only point of an interval where a formula takes its least value there.
public func uniqueMinimum(
  of f: Formula, by x: Formula, in range: ClosedRange<Rational>? = nil,
  boxes: Int = Claim.defaultBoxes
) -> UniquePoint {
  uniquePoint(.minimum, [f], [x], range, boxes)
}

/// The only point of the box of the variables' spans where a formula takes its least value there.
public func uniqueMinimum(
  of f: Formula, by variables: [Formula], boxes: Int = Claim.defaultBoxes
) -> UniquePoint {
  uniquePoint(.minimum, [f], variables, nil, boxes)
}

/// The only point of an interval where a formula takes its largest value there.
public func uniqueMaximum(
  of f: Formula, by x: Formula, in range: ClosedRange<Rational>? = nil,
  boxes: Int = Claim.defaultBoxes
) -> UniquePoint {
  uniquePoint(.maximum, [f], [x], range, boxes)
}

/// The only point of the box of the variables' spans where a formula takes its largest value there.
public func uniqueMaximum(
  of f: Formula, by variables: [Formula], boxes: Int = Claim.defaultBoxes
) -> UniquePoint {
  uniquePoint(.maximum, [f], variables, nil, boxes)
}

private func uniquePoint(
  _ kind: UniqueQuestion.Kind, _ formulas: [Formula], _ unknowns: [Formula],
  _ range: ClosedRange<Rational>?, _ boxes: Int
) -> UniquePoint {
  var nodes = formulas.map(\.node)
  let variables = unknowns.map { unknown -> Variable in
    guard case .variable(let variable) = unknown.node.kind else {
      fatalError("a point is looked for by a variable, not by \(unknown.tex)")
    }
    guard let range else { return variable }
    let narrowed = Variable(variable.name, Span(range))
    nodes = nodes.map { $0.replacing([variable: Node(.variable(narrowed))]) }
    return narrowed
  }
  let question = UniqueQuestion(kind, of: nodes, by: variables)
  return UniquePoint(question, boxes: boxes)
}

extension Claim {
  /// Shows that there is exactly one such point in the box, and that it is where it is said to be.
  @discardableResult
  public func enclosed(_ point: UniquePoint) -> Claim {
    record(.point) {
      UniquePointProver.finding(point.question, point.answer, boxes: point.boxes)
    }
  }

  /// A damaged statement about an only point: it must fail.
  @discardableResult
  public func mutant(_ why: String, _ point: UniquePoint) -> Claim {
    guard let last, case .point = last.retry else {
      fatalError("the mutant \"\(why)\" is a point, but the check before it is not about one")
    }
    return write(last.number, why, .claim, statement: point.tex, point.answer.trial)
  }
}
