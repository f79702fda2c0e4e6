import MathCore
import Records

/// Single Double points of a box, at which what a function computes is held against the exact
/// values of a program.
struct BoxPoints<Point: RangeNumbers, Value: RangeNumbers> {
  private let program: (Point) -> Value
  private let variables: [Variable]
  private let tolerance: ComputedFormula

  init(
    _ program: @escaping (Point) -> Value, on variables: [Variable], by tolerance: ComputedFormula
  ) {
    self.program = program
    self.variables = variables
    self.tolerance = tolerance
  }

  private static var count: Int { 400 }

  /// The corners, and points that nobody chose, of all magnitudes: numbers with few digits round
  /// too well.
  func tryMany(in box: Box, _ subject: (Point) -> Value, _ trial: inout Trial) {
    if box.sides.count <= 6 {
      for corner in box.corners { tryOne(corner.map { Double($0) }, in: box, subject, &trial) }
    }
    let families = box.sides.map {
      SampleFamily.inside(Double($0.lower).bounded...Double($0.upper).bounded)
    }
    let source = RandomSource("Doubles of a box")
    for number in 0..<Self.count where trial.violated == 0 {
      var draws = source.sample(UInt64(number))
      let point = families.map { families in
        families[draws.integer(in: 0...(families.count - 1))].draw(&draws)
      }
      tryOne(point, in: box, subject, &trial)
    }
  }

  /// One point, if it lies in the box.
  func tryOne(
    _ point: [Double], in box: Box, _ subject: (Point) -> Value, _ trial: inout Trial
  ) {
    let isInside = zip(box.sides, point).allSatisfy { side, double in
      Rational(exactly: double).map { side.lower <= $0 && $0 <= side.upper } ?? false
    }
    guard isInside, trial.violated == 0 else { return }
    let inputs = point.map { RoundedRange(input: $0) }
    let (exact, isBranchOpen) = UndecidedBranch.noticed { program(Point(ranges: inputs)).ranges }
    // Exact arithmetic might take another branch there: then nothing is known of its value.
    guard !isBranchOpen else { return }
    let computed = subject(Point(ranges: inputs)).ranges
    guard exact.count == computed.count else {
      return trial.refute(
        Witness(
          point: bindings(point), left: "a result of \(computed.count) entries",
          relation: "in place of", right: "\(exact.count)"))
    }
    let allowed = tolerance.enclosure(inputs)
    for (exact, computed) in zip(exact, computed) where exact.exact.isFinite {
      note(computed.value, exact.exact, allowed, point, &trial)
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
}

extension Trial {
  fileprivate mutating func refute(_ witness: Witness) {
    violated += 1
    violation = violation ?? witness
  }
}

extension Double {
  /// The nearest finite number.
  fileprivate var bounded: Double {
    Swift.min(Swift.max(self, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }
}
