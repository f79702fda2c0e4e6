import MathCore
import Records

/// Proves how far the results of a Double program may be from the exact values of its own
/// operations, for every Double point of a box.
///
/// The program runs on boxes: the exact results are enclosed and all roundings bounded (see
/// ``RoundedRange``). A box whose bound is too large, or on which a branch is open, is halved, until
/// the budget is spent; what is left then is undecided. Only a concrete Double point refutes, at which
/// the enclosed error certainly exceeds ε: one in each box is tried, the corners of the whole, and points
/// of it that nobody chose (middles of boxes are numbers with few digits, and round too well).
package struct RoundingBoxProver<Point: RangeNumbers, Value: RangeNumbers> {
  package static var defaultBudget: Int { 2_000 }

  let variables: [Variable]
  private let whole: Box?
  /// Whose exact values count.
  private let program: (Point) -> Value
  private let tolerance: ComputedFormula
  private let budget: Int

  /// - Parameters:
  ///   - variables: the inputs, whose spans are the box.
  ///   - tolerance: ε, which may depend on the inputs.
  package init(
    _ program: @escaping (Point) -> Value, on variables: [Variable], by tolerance: Formula,
    boxes: Int
  ) {
    self.program = program
    self.variables = variables
    whole = Box(of: variables)
    self.tolerance = ComputedFormula(tolerance, variables: variables)
    budget = boxes
  }

  package func trial(of subject: (Point) -> Value) -> Trial { run(subject).trial }

  func run(_ subject: (Point) -> Value) -> (trial: Trial, picture: ProofPicture?) {
    var trial = Trial()
    guard let whole else {
      trial.undecided = 1
      trial.stopped =
        "a variable has no ends: give it a span, as in real(\"x\", in: -8...8)"
      return (trial, nil)
    }
    if whole.sides.count <= 6 {
      for corner in whole.corners {
        tryPoint(corner.map { Double($0) }, in: whole, subject, &trial)
      }
    }
    for number in 0..<Self.randomPoints {
      tryPoint(randomPoint(number, in: whole), in: whole, subject, &trial)
    }
    var tree = Subdivision(whole)
    var couldFail = false
    while trial.violated == 0, let (number, box, _) = tree.take() {
      tryPoint(box.midpoint.map { Double($0) }, in: box, subject, &trial)
      let result = compare(subject, on: box)
      if result.deviation <= result.allowed {
        trial.held += 1
        trial.bound = Swift.max(trial.bound ?? 0, result.deviation)
        couldFail = couldFail || result.size > result.allowed
        tree.end(
          number, .shown(margin: (result.allowed - result.deviation).nextDown, contact: nil))
      } else if let side = box.widestSide {
        tree.split(number, across: side)
      } else {
        trial.undecided += 1
        tree.end(number, .open)
      }
      if tree.visited >= budget, tree.waiting > 0 {
        trial.undecided += tree.waiting
        trial.stopped = "the budget of \(budget) boxes is spent"
        break
      }
    }
    if trial.undecided > 0 { explain(&trial, tree, subject) }
    if !couldFail, trial.undecided == 0, trial.violated == 0 {
      (trial.uninformative, trial.held) = (trial.held, 0)
    }
    return (trial, trial.violated == 0 ? tree.picture(variables) : nil)
  }

  private struct Comparison {
    /// Not below |computed − exact| at any Double point of the box.
    var deviation = Double.infinity
    /// Not above ε anywhere in it.
    var allowed = 0.0
    /// Not below any exact value.
    var size = 0.0
    var isBranchOpen = false
  }

  private func compare(_ subject: (Point) -> Value, on box: Box) -> Comparison {
    let inputs = box.sides.map {
      RoundedRange(inputs: $0.lower...$0.upper, sample: Double($0.midpoint))
    }
    let point = Point(ranges: inputs)
    let (values, isBranchOpen) = UndecidedBranch.noticed {
      (program(point).ranges, subject(point).ranges)
    }
    var comparison = Comparison(isBranchOpen: isBranchOpen)
    let allowed = tolerance.enclosure(inputs)
    comparison.allowed = allowed.isCertainlyPositive ? allowed.leastMagnitude : 0
    guard !isBranchOpen, values.0.count == values.1.count else { return comparison }
    comparison.deviation =
      zip(values.0, values.1).map { exact, computed in
        // What computes by the same operations has the same exact values; else their distance counts.
        computed.exact.isSame(as: exact.exact)
          ? computed.error
          : (computed.error + (computed.exact - exact.exact).greatestMagnitude).nextUp
      }.max() ?? .infinity
    comparison.size = values.0.map(\.exact.greatestMagnitude).max() ?? 0
    return comparison
  }

  private static var randomPoints: Int { 200 }

  private func randomPoint(_ number: Int, in box: Box) -> [Double] {
    var draws = RandomSource("Doubles of a box").sample(UInt64(number))
    return box.sides.map { draws.uniform(in: Double($0.lower)...Double($0.upper)) }
  }

  /// A point, if it lies in the box.
  private func tryPoint(
    _ doubles: [Double], in box: Box, _ subject: (Point) -> Value, _ trial: inout Trial
  ) {
    let isInside = zip(box.sides, doubles).allSatisfy { side, double in
      Rational(exactly: double).map { side.lower <= $0 && $0 <= side.upper } ?? false
    }
    guard isInside, trial.violated == 0 else { return }
    let inputs = doubles.map { RoundedRange(input: $0) }
    let (exact, isBranchOpen) = UndecidedBranch.noticed {
      program(Point(ranges: inputs)).ranges
    }
    // Exact arithmetic might take another branch there: then nothing is known of its value.
    guard !isBranchOpen else { return }
    let computed = subject(Point(ranges: inputs)).ranges
    let allowed = tolerance.enclosure(inputs)
    guard exact.count == computed.count else {
      return trial.refute(
        Witness(
          point: bindings(doubles), left: "a result of \(computed.count) entries",
          relation: "in place of", right: "\(exact.count)"))
    }
    for (exact, computed) in zip(exact, computed) where exact.exact.isFinite {
      note(computed.value, exact.exact, allowed, doubles, &trial)
    }
  }

  /// One computed value against the exact one.
  private func note(
    _ value: Double, _ exact: Ball, _ allowed: Ball, _ point: [Double], _ trial: inout Trial
  ) {
    let distance = Ball.abs(Ball(exactly: value) - exact)
    let observed = distance.greatestMagnitude
    let witness = Witness(
      point: bindings(point), left: value.witnessText,
      relation: "within \(allowed.digits(3)) of", right: exact.digits(20),
      gap: observed.isFinite ? "\(observed)" : nil)
    if !value.isFinite || allowed.compared(to: distance) == .less {
      return trial.refute(witness)
    }
    let size = exact.greatestMagnitude
    if size > 0 {
      trial.sensitivity = Swift.min(
        trial.sensitivity ?? .infinity, (allowed.greatestMagnitude + observed) / size)
    }
    guard observed > trial.observed ?? -1 else { return }
    trial.observed = observed
    trial.worst = witness
  }

  private func bindings(_ point: [Double]) -> [Binding] {
    zip(variables, point).map { Binding($0.name, "\($1)") }
  }

  /// Where it got stuck, and why.
  private func explain(_ trial: inout Trial, _ tree: Subdivision, _ subject: (Point) -> Value) {
    guard let box = tree.smallestOpenBox else { return }
    let stuck = compare(subject, on: box)
    let reason =
      stuck.isBranchOpen
      ? "a comparison can go either way"
      : stuck.deviation.isFinite
        ? "the bound that was derived is \(Ball(exactly: stuck.deviation).digits(3))"
        : "no bound is known"
    trial.stopped =
      (trial.stopped.map { $0 + "; " } ?? "") + "near \(box.place(variables)) \(reason)"
  }
}

extension Trial {
  fileprivate mutating func refute(_ witness: Witness) {
    violated = 1
    violation = violation ?? witness
  }
}
