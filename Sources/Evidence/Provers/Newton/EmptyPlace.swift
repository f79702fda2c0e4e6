import MathCore
import Records

extension UniqueQuestion {
  /// Where the point is said to be, if it is certainly not there: a zero has to be a zero, and what
  /// is smallest inside of a box has no slope. That is seen at once, however long it would take to
  /// find where the point is instead.
  func emptyPlace(in whole: Box) throws(EquationSystem.Unsuitable) -> Box? {
    guard let near else { return nil }
    let bits = ZeroSearch.finePrecision
    let said = try? Tape(near.values + [near.within], variables: []).evaluate(
      [Ball](), precision: bits)
    guard let within = said?.last, let values = said?.dropLast() else { return nil }
    var sides: [Span.Closed] = []
    for value in values {
      let place = value + Ball(lower: -1, upper: 1, precision: bits) * within
      guard let lower = place.lower, let upper = place.upper else { return nil }
      sides.append(.init(lower: lower, upper: upper))
    }
    let place = Box(sides: sides)
    guard whole.containsInside(place) else { return nil }
    let equations =
      kind == .zero ? formulas : variables.map { formulas[0].derivative(by: $0) }
    let system = try EquationSystem(equations, variables: variables)
    return system.hasNoZero(in: place, bits) ? place : nil
  }
}

extension UniqueAnswer {
  func refuted(at place: Box, _ question: UniqueQuestion) -> UniqueAnswer {
    var answer = self
    let point = zip(question.variables, place.sides).map { variable, side in
      Binding(variable.name, Ball(lower: side.lower, upper: side.upper, precision: 64).digits(6))
    }
    let subject = question.kind == .zero ? "the equations’ sides" : "the slope"
    answer.trial = Trial(
      refutedBy: Witness(
        point: point, left: "\(subject) all around this place", relation: "=", right: "0"))
    return answer
  }

  /// The formula does not depend on a variable, so no least value is taken only once.
  func refuted(alongAll variable: Variable) -> UniqueAnswer {
    var answer = self
    answer.trial = Trial(
      refutedBy: Witness(
        point: [Binding(variable.name, "anything")], left: "the slope", relation: "≠", right: "0"))
    return answer
  }
}
