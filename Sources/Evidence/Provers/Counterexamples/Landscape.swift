import MathCore

/// A law in floating point: how far each of its inequalities is from failing at a point. Nothing
/// that is seen here is certain; it says where an exact look is worth its time.
struct Landscape {
  let variables: [Variable]
  /// Comparisons that can fail one by one.
  let conclusions: Int
  private let law: Law
  private let tape: Tape
  private let isComplex: Bool

  /// - Returns: `nil` where the law cannot be evaluated in floating point.
  init?(_ law: Law) {
    guard !law.nodes.contains(where: { $0.contains(\.isIntegral) }) else { return nil }
    self.law = law
    variables = law.freeVariables
    conclusions = law.conclusions.count
    tape = Tape(law.nodes, variables: variables)
    isComplex = law.nodes.contains(where: \.needsComplexArithmetic)
    if variables.isEmpty { return nil }
  }

  /// What is seen at one point.
  struct View {
    /// By how much the hypotheses fail, relative to their sides; 0 where they hold.
    var miss: Double
    /// What each conclusion has to spare: negative where it fails. Of an equality, minus the
    /// distance of its sides.
    var room: [Double]
    /// The size of what each conclusion compares.
    var scale: [Double]
  }

  /// Evaluations in balls are some ten times as long as those in doubles.
  var cost: Int { isComplex ? 10 : 1 }

  func view(at point: [Double]) -> View? {
    guard let values = values(at: point), values.allSatisfy(\.isFinite) else { return nil }
    var view = View(miss: 0, room: [], scale: [])
    for (index, comparison) in (law.hypotheses + law.conclusions).enumerated() {
      let (left, right) = (values[2 * index], values[2 * index + 1])
      let scale = Swift.max(left.magnitude, right.magnitude)
      let room = comparison.relation.room(left, right)
      if index < law.hypotheses.count {
        if room < 0 || (comparison.relation.isStrict && room == 0) {
          view.miss += (scale > 0 ? -room / scale : 0) + .leastNonzeroMagnitude
        }
      } else {
        view.room.append(room)
        view.scale.append(scale)
      }
    }
    return view
  }

  private func values(at point: [Double]) -> [Double]? {
    guard isComplex else { return try? tape.evaluate(point, precision: 53) }
    let inputs = point.map { ComplexBall(Ball(exactly: $0, precision: 53)) }
    return (try? tape.evaluate(inputs, precision: 53))?.map { value in
      value.im.isFinite ? value.re.approximation : .nan
    }
  }
}

extension Landscape.View {
  /// Whether a comparison seems to fail by more than the rounding of the look itself.
  var seemsToFail: Bool {
    miss == 0 && zip(room, scale).contains { $0 < -1e-13 * $1 }
  }
}

extension RelationSign {
  /// What a comparison has to spare.
  fileprivate func room(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .equal: -(left - right).magnitude
    case .lessOrEqual, .less: right - left
    case .greaterOrEqual, .greater: left - right
    }
  }
}

/// What a descent makes small.
struct Objective {
  var conclusion: Int
  /// Measured by the size of the sides: finds points where sides are small or large.
  var isRelative: Bool

  /// Orders points: the hypotheses come first.
  func height(_ view: Landscape.View) -> Height {
    guard view.room.indices.contains(conclusion) else { return Height(miss: view.miss, room: 0) }
    let room = view.room[conclusion]
    let scale = view.scale[conclusion]
    return Height(miss: view.miss, room: isRelative && scale > 0 ? room / scale : room)
  }

  struct Height: Comparable {
    var miss: Double
    var room: Double

    static func < (a: Height, b: Height) -> Bool {
      a.miss != b.miss ? a.miss < b.miss : a.room < b.room
    }
  }
}
