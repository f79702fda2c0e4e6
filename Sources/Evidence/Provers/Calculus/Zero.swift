import MathCore

/// A zero of a function: a number that a formula gives, or the only zero in a bracket at whose ends
/// the function has opposite signs.
struct Zero: Sendable {
  enum Place: Sendable {
    case exact(Node)
    case bracket(from: Rational, to: Rational)
  }

  private(set) var place: Place
  /// What changes its sign in the bracket.
  let function: OneVariableFunction

  init(_ point: Node, of function: OneVariableFunction) {
    place = .exact(point)
    self.function = function
  }

  /// - Precondition: the function has opposite signs at the ends and one zero between them.
  init(from lower: Rational, to upper: Rational, of function: OneVariableFunction) {
    place = .bracket(from: lower, to: upper)
    self.function = function
  }

  /// Numbers between which it lies, or at one of which.
  func ends(precision: Int = 128) -> (lower: Rational, upper: Rational)? {
    switch place {
    case .bracket(let lower, let upper): return (lower, upper)
    case .exact(let point):
      if let value = point.rationalValue { return (value, value) }
      let ball = try? Tape([point], variables: []).evaluate([Ball](), precision: precision).first
      guard let lower = ball?.lower, let upper = ball?.upper else { return nil }
      return (lower, upper)
    }
  }

  /// Steps by which a bracket becomes narrow enough for what is asked of it.
  private static let steps = 60

  /// Cuts a bracket down. It becomes a number if that is hit.
  ///
  /// - Returns: whether it was a bracket and could be cut.
  mutating func refine() -> Bool {
    guard case .bracket(let lower, let upper) = place else { return false }
    let middle = Self.middle(lower, upper)
    guard let sign = function.sign(at: middle), let start = function.sign(at: lower) else {
      return false
    }
    place =
      sign == 0
      ? .exact(.constant(middle))
      : sign == start ? .bracket(from: middle, to: upper) : .bracket(from: lower, to: middle)
    return true
  }

  /// While there is room a simple number, which may be the zero.
  private static func middle(_ lower: Rational, _ upper: Rational) -> Rational {
    let width = upper - lower
    guard 100 * width > Swift.max(lower.magnitude, upper.magnitude) else {
      return lower + width / 2
    }
    return Rational.simplest(from: lower + width / 4, to: upper - width / 4)
  }

  /// Looks for a closed number in a narrow bracket that is the zero: 1/e, π/4, ln 2.
  ///
  /// - Returns: whether it is known exactly now.
  mutating func identify() -> Bool {
    guard case .bracket(let lower, let upper) = place else { return true }
    let simplest = Rational.simplest(from: lower, to: upper)
    let fraction = simplest.length <= 6 ? [Node.constant(simplest)] : []
    let numbers = fraction + ClosedNumbers.between(Double(lower), Double(upper))
    let found = numbers.first { number in
      Self.lies(Zero(number, of: function).ends(), inside: lower, upper)
        && function.sign(at: number) == 0
    }
    guard let found else { return false }
    place = .exact(found)
    return true
  }

  /// The sign of another function here.
  ///
  /// The zero is cut down, or identified, on the way.
  mutating func sign(of other: OneVariableFunction) -> Int? {
    for step in 0...Self.steps {
      switch place {
      case .exact(let point): return other.sign(at: point)
      case .bracket(let lower, let upper):
        if step.isMultiple(of: 6), let sign = other.sign(from: lower, to: upper) { return sign }
        if step == Self.steps / 2, identify() { continue }
        guard refine() else { return nil }
      }
    }
    return nil
  }

  /// −1, 0 or 1 as the first one lies to the left of the second, in the same place or to its right;
  /// `nil` if that is not found out.
  static func compare(_ a: inout Zero, _ b: inout Zero) -> Int? {
    for step in 0...steps {
      guard let x = a.ends(), let y = b.ends() else { return nil }
      if x == y, x.lower == x.upper { return 0 }
      // A zero is not at an end of its bracket.
      let mayTouch = a.exact == nil || b.exact == nil
      if x.upper < y.lower || (mayTouch && x.upper == y.lower) { return -1 }
      if y.upper < x.lower || (mayTouch && y.upper == x.lower) { return 1 }
      if a.isSame(as: b) { return 0 }
      if step == steps / 2 {
        _ = a.identify()
        _ = b.identify()
      }
      let isCut = (a.refine(), b.refine())
      guard isCut.0 || isCut.1 else { return nil }
    }
    return nil
  }

  /// The zero itself, if it is known.
  var exact: Node? { if case .exact(let point) = place { point } else { nil } }

  /// Whether one of the two is known exactly and is the other.
  private func isSame(as other: Zero) -> Bool {
    switch (place, other.place) {
    case (.exact(let x), .exact(let y)): IdentityProver.proves(Comparison(x, .equal, y))
    case (.exact(let x), .bracket(let lower, let upper)):
      Self.lies(ends(), inside: lower, upper) && other.function.sign(at: x) == 0
    case (.bracket(let lower, let upper), .exact(let y)):
      Self.lies(other.ends(), inside: lower, upper) && function.sign(at: y) == 0
    case (.bracket, .bracket): false
    }
  }

  private static func lies(
    _ point: (lower: Rational, upper: Rational)?, inside lower: Rational, _ upper: Rational
  ) -> Bool {
    point.map { $0.lower > lower && $0.upper < upper } ?? false
  }
}
