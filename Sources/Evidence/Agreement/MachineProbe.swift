import MathCore

/// A machine number with an estimate of its error, by another road than balls take: the C library's
/// functions and our own Γ. It never proves anything; a ball that it lies far from is wrong.
///
/// The error is an estimate on the generous side, from the spread of a function's values around its
/// argument; near a cut or a pole it is large, and then the probe says nothing.
struct MachineProbe: Arithmetic {
  var value: Complex<Double>
  /// About how far the true value may be, in modulus.
  var error: Double

  init(_ value: Complex<Double>, error: Double) {
    self.value = value
    self.error = error.isNaN ? .infinity : error
  }

  /// With the error of some roundings.
  private init(rounded value: Complex<Double>, error: Double) {
    self.init(value, error: error + 8 * Double.ulpOfOne * value.modulus + 1e-300)
  }

  static func constant(_ value: Rational, precision: Int) -> MachineProbe {
    let double = Double(value)
    let isExact = Rational(exactly: double) == value
    return MachineProbe(Complex(double), error: isExact ? 0 : double.ulp)
  }

  static func pi(precision: Int) -> MachineProbe {
    MachineProbe(Complex(Double.pi), error: Double.pi.ulp)
  }

  static func imaginaryUnit(precision: Int) -> MachineProbe { MachineProbe(.i, error: 0) }

  static func + (a: Self, b: Self) -> Self {
    Self(rounded: a.value + b.value, error: a.error + b.error)
  }
  static func - (a: Self, b: Self) -> Self {
    Self(rounded: a.value - b.value, error: a.error + b.error)
  }
  static func * (a: Self, b: Self) -> Self {
    let spread =
      a.value.modulus * b.error + b.value.modulus * a.error + a.error * b.error
    return Self(rounded: a.value * b.value, error: spread)
  }
  static prefix func - (a: Self) -> Self { Self(-a.value, error: a.error) }

  func divided(by b: Self) -> Self {
    let least = b.value.modulus - b.error
    guard least > 0 else { return Self(Complex(.nan, .nan), error: .infinity) }
    let quotient = value / b.value
    return Self(rounded: quotient, error: (error + quotient.modulus * b.error) / least)
  }

  func raised(to n: Int) throws -> Self {
    var result = Self(Complex(1), error: 0)
    // By squaring, so that errors add up as they do in the balls' powers.
    var (base, rest) = (self, n.magnitude)
    while rest > 0 {
      if rest % 2 == 1 { result = result * base }
      base = base * base
      rest /= 2
    }
    return n < 0 ? Self(Complex(1), error: 0).divided(by: result) : result
  }

  func raised(to power: Self, _ exponent: Rational?) throws -> Self {
    if value.im == 0, value.re > error, power.value.im == 0 {
      return try (power * applying(.log)).applying(.exp)
    }
    if value.modulus == 0, error == 0, power.value.re - power.error > 0 { return self }
    return try (power * applying(.log)).applying(.exp)
  }

  func applying(_ f: Function) throws -> Self {
    guard let function = f.machineFunction(isReal: value.im == 0) else {
      throw Undefined("\(f) has no machine function of its own here")
    }
    let centre = function(value)
    // At least some units in the last place: so that a cut next to the argument is noticed.
    let reach = Swift.max(error, 4 * Double.ulpOfOne * value.modulus)
    var directions: [Complex<Double>] = [Complex(reach), Complex(-reach)]
    if f.isDefinedOffTheLine { directions += [Complex(0, reach), Complex(0, -reach)] }
    let spread = directions.map { (function(value + $0) - centre).modulus }
    guard spread.allSatisfy(\.isFinite) else {
      return Self(centre, error: .infinity)
    }
    let largest = spread.max() ?? 0
    return Self(
      centre, error: 2 * largest + 16 * Double.ulpOfOne * centre.modulus + 1e-300)
  }

  static func larger(_ a: Self, _ b: Self) throws -> Self {
    let leader = a.value.re >= b.value.re ? a : b
    return Self(leader.value, error: Swift.max(a.error, b.error))
  }
  static func smaller(_ a: Self, _ b: Self) throws -> Self { try -larger(-a, -b) }
}

extension Function {
  /// Whether the machine function takes complex arguments.
  fileprivate var isDefinedOffTheLine: Bool {
    switch self {
    case .erf, .atan: false
    default: true
    }
  }

  /// The function in machine arithmetic, computed without balls; `nil` if there is none.
  fileprivate func machineFunction(
    isReal: Bool
  ) -> ((Complex<Double>) -> Complex<Double>)? {
    switch self {
    case .exp: return { Complex.exp($0) }
    case .log: return { Complex.log($0) }
    case .sqrt: return { Complex.sqrt($0) }
    case .sin: return { Complex.sin($0) }
    case .cos: return { Complex.cos($0) }
    case .tan: return { Complex.sin($0) / Complex.cos($0) }
    case .sinh: return { Complex.sinh($0) }
    case .cosh: return { Complex.cosh($0) }
    case .tanh: return { Complex.sinh($0) / Complex.cosh($0) }
    case .atan: return isReal ? { Complex(Double.atan($0.re)) } : nil
    case .erf: return isReal ? { Complex(Double.erf($0.re)) } : nil
    case .gamma: return { Complex.gamma($0) }
    case .logGamma: return { Complex.logGamma($0) }
    case .polygamma(0): return { Complex.digamma($0) }
    case .polygamma(1): return { Complex.trigamma($0) }
    case .polygamma: return nil
    case .abs: return { Complex($0.modulus) }
    case .realPart: return { Complex($0.re) }
    case .imaginaryPart: return { Complex($0.im) }
    }
  }
}

// The integral by the double exponential rule: a road of its own, with an error that is estimated.
extension MachineProbe {
  static func integral(
    _ step: Tape.IntegralStep, from: Self?, to: Self?, inputs: [Self], precision: Int
  ) throws -> Self {
    let tape = step.body.tape
    let ends = (from?.value.re ?? -.infinity, to?.value.re ?? .infinity)
    guard ends.0 < ends.1 else { throw Undefined("an integral that runs backwards") }
    // The quadratures below meet mostly at the same points.
    var known: [Double: Self] = [:]
    func probe(_ t: Double) -> Self {
      if let value = known[t] { return value }
      let value = newProbe(t)
      known[t] = value
      return value
    }
    func newProbe(_ t: Double) -> Self {
      let inputs = inputs + [Self(Complex(t), error: 0)]
      let value = try? tape.evaluate(inputs, precision: precision).first
      // Beyond the range of machine numbers an integrand that decays is 0.
      guard let value, value.value.modulus.isFinite else { return Self(Complex(0), error: 0) }
      return value
    }
    func quadrature(_ part: (Self) -> Double, change: Double = 1e-12) -> QuadratureEstimate {
      MathCore.quadrature(over: ends.0...ends.1, change: change) { part(probe($0)) }
    }
    let re = quadrature(\.value.re)
    let im = quadrature(\.value.im)
    // These are not smooth, and needed roughly.
    let size = quadrature(\.value.modulus, change: 0.01)
    let inherited = quadrature({ $0.error.isFinite ? $0.error : 0 }, change: 0.01)
    let value = Complex(re.value, im.value)
    let shifted = (from?.error ?? 0) + (to?.error ?? 0)
    let edge = [ends.0, ends.1].filter(\.isFinite).map { probe($0).value.modulus }.max() ?? 0
    let estimated = 100 * (re.error + im.error) + inherited.value + 2 * shifted * edge
    return Self(
      value, error: estimated + 1e-12 * size.value.magnitude + 1e-8 * value.modulus)
  }
}
