import MathCore
import Records

/// What code is held against: the true values at the very Doubles that it is given, enclosed to as
/// many bits as are asked for.
package final class TrueValues {
  package let kind: ReferenceKind
  private let compute: ([Double], Int) -> [Ball]
  private var known: [[UInt64]: [Ball]] = [:]

  init(_ kind: ReferenceKind, _ compute: @escaping ([Double], Int) -> [Ball]) {
    self.kind = kind
    self.compute = compute
  }

  /// Bits that are tried in turn, until they decide.
  static let precisions = [128, 512, 2048]

  /// The values at a point, kept for the damaged functions that are tried at the same points.
  func values(at point: [Double], precision: Int) -> [Ball] {
    guard precision == Self.precisions[0] else { return compute(point, precision) }
    let key = point.map(\.bitPattern)
    if let values = known[key] { return values }
    let values = compute(point, precision)
    known[key] = values
    return values
  }

  /// Points where the values have been computed, a few of them: the same in every run.
  func agreement(at count: Int = 12) -> Agreement {
    var agreement = Agreement()
    for key in known.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }).prefix(count) {
      let point = key.map { Double(bitPattern: $0) }
      agreement.places += 1
      for (value, again) in zip(known[key] ?? [], compute(point, 2 * Self.precisions[0])) {
        agreement.compared += 1
        guard !value.overlaps(again), agreement.alarms.count < 3 else { continue }
        agreement.alarms.append(
          "the reference has two enclosures without a common number at "
            + point.map { "\($0)" }.joined(separator: ", "))
      }
    }
    return agreement
  }
}

extension TrueValues {
  /// A formula in as many variables as a point has numbers.
  package static func formula<Point: RoundedNumbers, Value: RoundedNumbers>(
    _ formula: @escaping (Point.Formulas) -> Value.Formulas, _: Point.Type, _: Value.Type
  ) -> TrueValues {
    var tapes: [Int: Tape] = [:]
    return TrueValues(.formula) { point, precision in
      let tape =
        tapes[point.count]
        ?? {
          let variables = point.indices.map { Variable("x_{\($0 + 1)}", .reals) }
          let inputs = Point.formulas(variables.map { Formula(Node(.variable($0))) })
          return Tape(Value.list(formula(inputs)).map(\.node), variables: variables)
        }()
      tapes[point.count] = tape
      return tape.balls(at: point, precision)
    }
  }

  /// A formula that has been made already, in one variable or none.
  ///
  /// - Precondition: it has no more.
  package static func formula(_ formula: Formula) -> TrueValues {
    let variables = formula.node.freeVariables
    require(
      variables.count <= 1,
      "a function of one number is held against a formula in one variable, not in "
        + variables.map(\.name).joined(separator: ", "))
    let tape = Tape([formula.node], variables: variables)
    return TrueValues(.formula) { tape.balls(at: variables.isEmpty ? [] : $0, $1) }
  }

  /// Code that runs in balls: taken for the subject itself until its text shows that it is not.
  package static func code<Point: RoundedNumbers, Value: RoundedNumbers>(
    _ code: @escaping (Point.Balls) -> Value.Balls, _: Point.Type, _: Value.Type
  ) -> TrueValues {
    TrueValues(.code(name: "", isSubject: true)) { point, precision in
      Value.list(code(Point.balls(point.map { Ball(exactly: $0, precision: precision) })))
    }
  }
}

extension Tape {
  /// The values at exactly these Doubles; not finite where there are none.
  fileprivate func balls(at point: [Double], _ precision: Int) -> [Ball] {
    let inputs = point.map { Ball(exactly: $0, precision: precision) }
    return (try? evaluate(inputs, precision: precision))
      ?? roots.map { _ in Ball(exactly: .nan, precision: precision) }
  }
}
