import MathCore
import Records

/// Proves how far the results of a Double program may be from the exact values of its own
/// operations, for every Double point of a box.
///
/// The program runs on boxes: the exact results are enclosed and all roundings bounded (see
/// ``RoundedRange``). A box whose bound is too large, or on which a branch is open, is halved,
/// until the budget is spent; what is left then is undecided. Only a concrete Double point refutes,
/// at which the enclosed error certainly exceeds ε.
package struct RoundingBoxProver<Point: RangeNumbers, Value: RangeNumbers> {
  let program: (Point) -> Value
  let variables: [Variable]
  private let whole: Box?
  private let points: BoxPoints<Point, Value>
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
    points = BoxPoints(program, on: variables, by: self.tolerance)
    budget = boxes
  }

  /// Another function in the place of the program, whose exact values still count. It is refuted at
  /// a point or not at all: that two functions have the same exact values, no boxes show.
  package func trial(of other: @escaping (Point) -> Value) -> Trial {
    var trial = Trial()
    guard let whole else { return trial }
    points.tryMany(in: whole, other, &trial)
    if trial.violated == 0 {
      trial.undecided = 1
      trial.stopped = "it was tried at single points, none of which refutes it"
    }
    return trial
  }

  func prove() -> (trial: Trial, picture: ProofPicture?) {
    var trial = Trial()
    guard let whole else {
      trial.undecided = 1
      trial.stopped = "a variable has no ends: give it a span, as in real(\"x\", in: -8...8)"
      return (trial, nil)
    }
    points.tryMany(in: whole, program, &trial)
    var tree = Subdivision(whole)
    var couldFail = false
    while trial.violated == 0, let (number, box, _) = tree.take() {
      points.tryOne(box.midpoint.map { Double($0) }, in: box, program, &trial)
      let bound = bound(on: box)
      if bound.error <= bound.allowed {
        trial.held += 1
        trial.bound = Swift.max(trial.bound ?? 0, bound.error)
        couldFail = couldFail || bound.size > bound.allowed
        tree.end(number, .shown(margin: (bound.allowed - bound.error).nextDown, contact: nil))
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
    if let box = tree.smallestOpenBox, trial.undecided > 0 { explain(&trial, box) }
    if !couldFail, trial.undecided == 0, trial.violated == 0 {
      // ε reaches every value.
      (trial.uninformative, trial.held) = (trial.held, 0)
    }
    return (trial, trial.violated == 0 ? tree.picture(variables) : nil)
  }

  private struct Bound {
    /// Not below |computed − exact| at any Double point of the box.
    var error = Double.infinity
    /// Not above ε anywhere in it.
    var allowed = 0.0
    /// Not below any exact value.
    var size = 0.0
    var isBranchOpen = false
  }

  private func bound(on box: Box) -> Bound {
    let inputs = box.sides.map {
      RoundedRange(inputs: $0.lower...$0.upper, sample: Double($0.midpoint))
    }
    let (values, isBranchOpen) = UndecidedBranch.noticed { program(Point(ranges: inputs)).ranges }
    let allowed = tolerance.enclosure(inputs)
    return Bound(
      error: isBranchOpen ? .infinity : values.map(\.error).max() ?? .infinity,
      allowed: allowed.isCertainlyPositive ? allowed.leastMagnitude : 0,
      size: values.map(\.exact.greatestMagnitude).max() ?? 0, isBranchOpen: isBranchOpen)
  }

  /// Where it got stuck, and why.
  private func explain(_ trial: inout Trial, _ box: Box) {
    let stuck = bound(on: box)
    let reason =
      stuck.isBranchOpen
      ? "a comparison can go either way"
      : stuck.error.isFinite
        ? "the bound that was derived is \(Ball(exactly: stuck.error).digits(3))"
        : "no bound is known"
    trial.stopped =
      (trial.stopped.map { $0 + "; " } ?? "") + "near \(box.place(variables)) \(reason)"
  }
}
