// log Γ, ψ and ψ′ right of Re z = ½, in arithmetic of about 100 bits: the recurrence moves z out to
// |z| ≥ 25, where fifteen terms of Stirling's series leave less than 2⁻¹⁰⁰.

/// What moving z to z + n leaves to be undone.
struct ShiftedStirling {
  /// z + n, |z + n| ≥ 25.
  let point: ComplexDoubleDouble
  /// z(z + 1)⋯(z + n − 1), by which Γ(z + n) is to be divided.
  private(set) var product = ComplexDoubleDouble.one
  /// The sum of the arguments of the factors, in `Double`: tells which branch log(product) is on.
  private(set) var productArgument = 0.0
  /// Σ 1/(z + k) and Σ 1/(z + k)², k < n.
  private(set) var reciprocals = ComplexDoubleDouble.zero
  private(set) var squaredReciprocals = ComplexDoubleDouble.zero

  /// What is kept of the steps from z to z + n.
  enum Kept { case product, productAndArgument, reciprocals }

  /// - Precondition: Re z ≥ ½.
  init(_ z: ComplexDoubleDouble, keeping kept: Kept) {
    var w = z
    while w.re.high * w.re.high + w.im.high * w.im.high < 625 {
      switch kept {
      case .reciprocals:
        let reciprocal = .one / w
        reciprocals = reciprocals + reciprocal
        squaredReciprocals = squaredReciprocals + reciprocal * reciprocal
      case .productAndArgument:
        productArgument += machineAtan2(w.im.high, w.re.high)
        product = product * w
      case .product:
        product = product * w
      }
      w.re = w.re + .one
    }
    point = w
  }

  /// log Γ(z + n) on its principal branch.
  var logGammaAtPoint: ComplexDoubleDouble {
    let log = ComplexDoubleDouble.log(point)
    let half = ComplexDoubleDouble(DoubleDouble(0.5))
    let leading = (point - half) * log - point + ComplexDoubleDouble(Self.halfLog2Pi)
    let reciprocal = .one / point
    let coefficients = Self.logGammaCoefficients
    return leading + reciprocal * Self.horner(coefficients, reciprocal * reciprocal)
  }

  /// log of the product on the branch that is real for real z.
  var logProduct: ComplexDoubleDouble {
    let principal = ComplexDoubleDouble.log(product)
    let turns = ((productArgument - principal.im.high) / (2 * Double.pi)).rounded()
    let angle = DoubleDouble(2 * turns) * .pi
    return ComplexDoubleDouble(principal.re, principal.im + angle)
  }

  /// ψ(z).
  var digamma: ComplexDoubleDouble {
    let reciprocal = .one / point
    let square = reciprocal * reciprocal
    let series = square * Self.horner(Self.digammaCoefficients, square)
    let leading = ComplexDoubleDouble.log(point) - DoubleDouble(0.5) * reciprocal
    return leading + series - reciprocals
  }

  /// ψ′(z).
  var trigamma: ComplexDoubleDouble {
    let reciprocal = .one / point
    let square = reciprocal * reciprocal
    let series = reciprocal * square * Self.horner(Self.trigammaCoefficients, square)
    return reciprocal + DoubleDouble(0.5) * square + series + squaredReciprocals
  }

  private static func horner(
    _ coefficients: [DoubleDouble], _ x: ComplexDoubleDouble
  ) -> ComplexDoubleDouble {
    coefficients.reversed().reduce(.zero) { $0 * x + ComplexDoubleDouble($1) }
  }

  private static let terms = 15
  private static let bernoulli = bernoulliNumbers(through: 2 * terms)
  private static let halfLog2Pi = DoubleDouble(0.9189385332046728, -3.8782941580672414e-17)
  /// B₂ₖ/(2k(2k − 1)).
  private static let logGammaCoefficients = (1...terms).map { k -> DoubleDouble in
    let index = 2 * k
    return DoubleDouble(bernoulli[index] / Rational(index * (index - 1)))
  }
  /// −B₂ₖ/2k.
  private static let digammaCoefficients = (1...terms).map { k -> DoubleDouble in
    let index = 2 * k
    return DoubleDouble(-bernoulli[index] / Rational(index))
  }
  private static let trigammaCoefficients = (1...terms).map { DoubleDouble(bernoulli[2 * $0]) }
}
