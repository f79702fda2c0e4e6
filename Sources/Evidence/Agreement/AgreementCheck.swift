import MathCore
import Records

/// Recomputes enclosures that a proof has used: at twice the precision, where the two balls must
/// have a number in common, and in machine arithmetic by another road, where the number must lie
/// in the ball up to its own error. What disagrees shows a fault in what proofs rest on.
struct AgreementCheck: Sendable {
  /// Places of a proof that are recomputed, spread evenly over it.
  static let places = 12
  /// Integrals are dear.
  static let placesWithIntegrals = 2
  /// How many estimated errors a machine number may be off. The estimates are generous already;
  /// an alarm must mean a fault.
  private static let allowance = 8.0

  private let tape: Tape
  private let names: [String]
  private let isComplex: Bool
  private let limit: Int
  private(set) var found = Agreement()

  /// - Parameter nodes: the formulas whose enclosures the proof has used.
  init(_ nodes: [Node], variables: [Variable]) {
    tape = Tape(nodes, variables: variables)
    names = nodes.map { TeXPrinter.print($0) }
    isComplex = nodes.contains(where: \.needsComplexArithmetic)
    limit = nodes.contains { $0.contains(\.isIntegral) } ? Self.placesWithIntegrals : Self.places
  }

  /// Some of these places, the same on every machine.
  func sample<Place>(_ places: [Place]) -> [Place] {
    guard places.count > limit else { return places }
    return (0..<limit).map { places[$0 * (places.count - 1) / Swift.max(limit - 1, 1)] }
  }

  /// A box on which enclosures were used, with its midpoint.
  mutating func add(_ box: Box, precision: Int) {
    let wide = values(box.balls(precision: precision), precision)
    let wideAgain = values(box.balls(precision: 2 * precision), 2 * precision)
    let midpoint = box.midpoint
    let narrow = values(midpoint.map { Ball($0, precision: precision) }, precision)
    let narrowAgain = values(midpoint.map { Ball($0, precision: 2 * precision) }, 2 * precision)
    let probes = try? tape.evaluate(
      midpoint.map { MachineProbe.constant($0, precision: 53) }, precision: 53)
    let place = zip(tape.variables, midpoint).map { "\($0.name) = \($1)" }.joined(separator: ", ")
    found.places += 1
    for index in names.indices {
      let balls = [wide, wideAgain, narrow, narrowAgain].map { $0?[index] }
      for (ball, again) in [(balls[0], balls[1]), (balls[2], balls[3]), (balls[1], balls[3])] {
        if let ball, let again, ball.isFinite, again.isFinite, !ball.overlaps(again) {
          alarm("\(names[index]) has two enclosures without a common number", at: place)
        }
      }
      guard let probe = probes?[index], let ball = balls[3], ball.isFinite else { continue }
      compare(probe, ball, wide: balls[0], names[index], at: place)
    }
  }

  private mutating func compare(
    _ probe: MachineProbe, _ ball: ComplexBall, wide: ComplexBall?, _ name: String, at place: String
  ) {
    // A probe whose error reaches its value says nothing.
    let allowed = Self.allowance * probe.error
    guard allowed.isFinite, probe.value.modulus.isFinite,
      allowed < Swift.max(probe.value.modulus, Double(ball.abs.upper ?? 0))
    else { return }
    found.compared += 1
    for enclosure in [ball, wide].compactMap({ $0 }) where enclosure.isFinite {
      if !enclosure.isWithin(allowed, of: probe.value) {
        alarm(
          "\(name) is about \(probe.value.re) in machine arithmetic, outside of its enclosure",
          at: place)
      }
    }
  }

  /// Both sides of every equality at a complex point, against what bounds the sums of their moduli.
  mutating func compare(_ sides: [MachineProbe], bound: Double, at place: String) {
    for index in stride(from: 0, to: sides.count, by: 2) {
      let size = sides[index].value.modulus + sides[index + 1].value.modulus
      let allowed = Self.allowance * (sides[index].error + sides[index + 1].error)
      guard size.isFinite, allowed < size else { continue }
      found.compared += 1
      if size - allowed > bound {
        alarm("the sides exceed their bound \(bound) on an ellipse", at: place)
      }
    }
  }

  private mutating func alarm(_ sentence: String, at place: String) {
    guard found.alarms.count < 4 else { return }
    found.alarms.append(place.isEmpty ? sentence : "\(sentence), at $\(place)$")
  }

  private func values(_ inputs: [Ball], _ precision: Int) -> [ComplexBall]? {
    if isComplex { return try? tape.evaluate(inputs.map { ComplexBall($0) }, precision: precision) }
    return (try? tape.evaluate(inputs, precision: precision))?.map { ComplexBall($0) }
  }
}

extension ComplexBall {
  /// Whether some number of the rectangle is so near to a machine number.
  fileprivate func isWithin(_ distance: Double, of value: Complex<Double>) -> Bool {
    func isNear(_ ball: Ball, _ x: Double) -> Bool {
      guard let x = Rational(exactly: x), let distance = Rational(exactly: distance),
        let lower = ball.lower, let upper = ball.upper
      else { return true }
      return x >= lower - distance && x <= upper + distance
    }
    return isNear(re, value.re) && isNear(im, value.im)
  }
}
