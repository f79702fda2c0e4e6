import MathCore
import Records

/// Answers whether a system has exactly one zero in a box, or a formula exactly one place where it
/// is smallest or largest, by Krawczyk's test where the point is and exclusion elsewhere.
package enum UniquePointProver {
  /// A mutant is worth no long search.
  private static let mutantBudget = 400

  package static func answer(_ question: UniqueQuestion, boxes: Int) -> UniqueAnswer {
    var answer = UniqueAnswer()
    answer.theorems = [Krawczyk.theorem]
    guard let whole = Box(of: question.variables) else {
      return answer.undecided(
        "a variable has no ends: give it a span, as in real(\"x\", in: 1...2)")
    }
    guard question.formulas.count == (question.kind == .zero ? question.variables.count : 1),
      Set(question.formulas.flatMap(\.freeVariables)).isSubset(of: question.variables)
    else {
      return answer.undecided("there are not as many equations as unknowns")
    }
    do {
      let found =
        switch question.kind {
        case .zero: try zero(question, whole, boxes, answer)
        case .minimum, .maximum: try minimum(question, whole, boxes, answer)
        }
      guard found.trial.undecided > 0, let place = try question.emptyPlace(in: whole) else {
        return found
      }
      return answer.refuted(at: place, question)
    } catch {
      return answer.undecided("\(error)")
    }
  }

  package static func finding(
    _ question: UniqueQuestion, _ answer: UniqueAnswer, boxes: Int
  ) -> Finding {
    var finding = Finding(
      evidence: .enclosed, method: "Krawczyk's interval Newton test, and exclusion of the rest",
      subject: .mathematics, coverage: question.variables.map { .box($0) },
      statement: question.tex, coversLaw: true, trial: answer.trial,
      never: CounterexampleSearch.never(question.law))
    finding.picture = answer.picture
    finding.agreement = answer.agreement
    finding.theorems = answer.theorems
    // A pole in the box leaves nothing to be smallest.
    let hasValues = question.law.nodes.allSatisfy(\.isDefinedEverywhere)
    finding.mutants = LawDamage.mutants(
      of: question.law, isPointwise: false,
      isFair: { !hasValues || $0.nodes.allSatisfy(\.isDefinedEverywhere) }
    ) { law in
      self.answer(question.asking(law), boxes: Swift.min(boxes, mutantBudget)).trial
    }
    if let moved = answer.point.flatMap(question.moved) {
      finding.mutants.append(
        EngineMutant(
          why: "a place further off", statement: moved.tex,
          trial: self.answer(moved, boxes: boxes).trial))
    }
    return finding
  }

  // MARK: - Zeros

  private static func zero(
    _ question: UniqueQuestion, _ whole: Box, _ budget: Int, _ answer: UniqueAnswer
  ) throws(EquationSystem.Unsuitable) -> UniqueAnswer {
    let system = try EquationSystem(question.formulas, variables: question.variables)
    let found = ZeroSearch(system: system, whole: whole, budget: budget).run()
    var answer = answer.filled(from: found, system, question.variables)
    var inside: [Box] = []
    for zero in found.zeros where !zero.place.isDisjoint(from: whole) {
      if whole.contains(zero.place) {
        inside.append(zero.place)
      } else if let exact = exactZero(at: whole, zero, question) {
        inside.append(exact)
      } else {
        answer.trial.undecided += 1
        answer.trial.stopped =
          "whether the zero near \(zero.place.place(question.variables)) lies in the span is "
          + "not decided"
      }
    }
    if inside.count > 1 { return answer.refuted(count: inside, question.variables) }
    if answer.trial.undecided > 0 { return answer }
    guard let place = inside.first else { return answer.refuted(count: [], question.variables) }
    return answer.placed(at: place, question)
  }

  /// The corner of the box at which a zero on its border lies exactly.
  private static func exactZero(
    at whole: Box, _ zero: ZeroSearch.Zero, _ question: UniqueQuestion
  ) -> Box? {
    let tape = Tape(question.formulas, variables: question.variables)
    let corners = whole.sides.count <= 4 ? whole.corners : []
    let corner = corners.first { corner in
      zero.region.contains(Box(sides: corner.map { .init(lower: $0, upper: $0) }))
        && (try? tape.evaluate(corner, precision: 0))?.allSatisfy { $0 == 0 } ?? false
    }
    return corner.map { Box(sides: $0.map { .init(lower: $0, upper: $0) }) }
  }
}

extension UniqueAnswer {
  func undecided(_ reason: String) -> UniqueAnswer {
    var answer = self
    answer.trial = Trial()
    answer.trial.undecided = 1
    answer.trial.stopped = reason
    return answer
  }

  /// Counts, picture and recomputed enclosures of a search.
  func filled(
    from found: ZeroSearch.Result, _ system: EquationSystem, _ variables: [Variable]
  ) -> UniqueAnswer {
    var answer = self
    answer.trial.held = found.settled
    answer.trial.undecided = found.open
    answer.trial.stopped = found.stopped
    if found.open > 0 {
      let place = found.tree.smallestOpenBox.map { "; it got stuck near \($0.place(variables))" }
      answer.trial.stopped = (found.stopped ?? "some boxes stayed open") + (place ?? "")
    }
    answer.picture = found.tree.picture(variables)
    var agreement = AgreementCheck(system.nodes, variables: variables)
    for box in agreement.sample(found.tree.settledBoxes) + found.zeros.map(\.place) {
      agreement.add(box, precision: ZeroSearch.precision)
    }
    answer.agreement = agreement.found
    return answer
  }

  /// There is not exactly one: none, or several.
  func refuted(count places: [Box], _ variables: [Variable]) -> UniqueAnswer {
    var answer = self
    let point = places.flatMap { place in
      zip(variables, place.sides).map { variable, side in
        Binding(variable.name, Ball(lower: side.lower, upper: side.upper, precision: 64).digits(6))
      }
    }
    answer.trial = Trial(
      refutedBy: Witness(
        point: point, left: "the number of such points, \(places.count),", relation: "=",
        right: "1"))
    return answer
  }

  /// The point is there and the only one: its enclosure, and whether it is where it is said to be.
  func placed(at place: Box, _ question: UniqueQuestion) -> UniqueAnswer {
    var answer = self
    let bits = ZeroSearch.finePrecision
    let point = place.balls(precision: bits)
    answer.point = point
    answer.values = try? Tape(question.formulas, variables: question.variables).evaluate(
      point, precision: bits)
    guard let near = question.near else { return answer }
    let nodes = near.values + [near.within]
    let said = (try? Tape(nodes, variables: []).evaluate([Ball](), precision: bits)) ?? []
    guard let within = said.last, said.count == nodes.count else {
      return answer.undecided("the place that is stated has no value")
    }
    for (index, variable) in question.variables.enumerated() {
      let distance = Ball.abs(point[index] - said[index])
      if distance.isCertainlyAtMost(within) { continue }
      guard (distance - within).isCertainlyPositive else {
        return answer.undecided("the enclosure does not decide whether the point is so near")
      }
      answer.trial = Trial(
        refutedBy: Witness(
          point: [Binding(variable.name, point[index].digits(20))],
          left: "the distance, \(distance.digits(3)),", relation: "≤", right: within.digits(3)))
    }
    return answer
  }
}
