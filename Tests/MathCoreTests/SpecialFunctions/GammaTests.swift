// Γ, log Γ, ψ and ψ′: known values, edges, laws; and the trapezoidal rule for Γ.

import MathCore
import Testing

@Suite("Γ and its relatives")
struct GammaTests {
  @Test("values of thirty digits, rounded")
  func knownValues() {
    #expect(gamma(0.5) == 1.7724538509055160273)
    #expect(gamma(-0.5) == -3.5449077018110320546)
    #expect(gamma(Complex(0.5, 1)) == Complex(0.300694617260655816, -0.424967879433123813))
    #expect(gamma(Complex(1.0, 2)) == Complex(0.151904002670036137, 0.019804880161854982))
    #expect(gamma(Complex(0.25, 3)) == Complex(0.0170503239342441193, -0.00159687742038133589))
    #expect(gamma(Complex(0.0, 1)) == Complex(-0.15494982830181068512, -0.49801566811835604271))
    #expect(logGamma(10.0) == 12.801827480081469611)
    #expect(digamma(1.0) == -0.57721566490153286061)
    #expect(digamma(0.25) == -4.2274535333762654081)
    #expect(trigamma(1.0) == 1.6449340668482264365)
    #expect(trigamma(0.5) == 4.9348022005446793094)
  }

  @Test("the logarithm is continued, not taken of Γ")
  func branch() {
    let far = logGamma(Complex(3.0, 40))
    #expect(far.im > 100)
    #expect(logGamma(Complex(-1.5, 0.0)).im == -2 * Double.pi)
    #expect(logGamma(Complex(-1.5, -0.0)).im == 2 * Double.pi)
    #expect(logGamma(-1.5).isNaN)
  }

  @Test("factorials are exact up to 22! and correctly rounded beyond", arguments: 1...171)
  func factorials(n: Int) {
    #expect(gamma(Double(n)) == Double(factorial(n - 1)))
  }

  @Test("poles, infinities, overflow and underflow")
  func edges() {
    #expect(gamma(0.0) == .infinity && gamma(-0.0) == -.infinity)
    #expect(gamma(-3.0).isNaN && gamma(Complex(-3.0, 0)).re.isNaN)
    #expect(gamma(.infinity) == .infinity && gamma(-Double.infinity).isNaN)
    #expect(gamma(171.62) < .infinity && gamma(171.7) == .infinity && gamma(1e300) == .infinity)
    // Γ(−177.5) = 6.727e−324, nearest to the smallest number there is.
    #expect(gamma(-177.5) == 5e-324 && gamma(-180.5) == 0 && gamma(-190.5) == 0)
    #expect(gamma(Double.nan).isNaN)
    #expect(gamma(5e-324) == .infinity && gamma(1e-308) == 1e308)
    #expect(gamma(Complex(1.0, 1e10)) == Complex(0, 0))
    #expect(gamma(Complex(1e30, 1.0)).re == .infinity)
    #expect(gamma(Complex(1.0, 1e300)) == Complex(0, 0))
    #expect(logGamma(0.0) == .infinity && logGamma(1.0) == 0 && logGamma(2.0) == 0)
    #expect(logGamma(1e300) == 6.897755278982137e302)
    #expect(digamma(0.0) == -.infinity && digamma(-1.0).isNaN)
    #expect(trigamma(-2.0) == .infinity && trigamma(.infinity) == 0)
    #expect(digamma(Complex(-30.0, 7e-312)) == Complex(3.4177714660188583, .infinity))
    #expect(digamma(Complex(-2.0, 1e-200)) == Complex(0.92278433509846713939, 1e200))
    #expect(digamma(5e-324) == -.infinity && digamma(1e-308) == -1e308)
    #expect(trigamma(Complex(-30.0, 7e-312)).re == -.infinity)
    #expect(trigamma(1e-200) == .infinity && trigamma(1e300) == 1e-300)
  }

  @Test("conjugate arguments give conjugate values, bit for bit")
  func conjugates() {
    for z in [Complex(0.3, 0.7), Complex(-4.2, 1e-9), Complex(20.0, 300)] {
      #expect(gamma(z.conjugate) == gamma(z).conjugate)
      #expect(logGamma(z.conjugate) == logGamma(z).conjugate)
      #expect(digamma(z.conjugate) == digamma(z).conjugate)
      #expect(trigamma(z.conjugate) == trigamma(z).conjugate)
    }
  }

  @Test("|Γ(n/2 + iy)|² in closed form agrees with Γ and with its enclosure", arguments: 1...6)
  func modulus(halves: Int) {
    for y in [0, 1e-200, 1e-9, 0.25, 1, -30, 230, 239, 1e4] {
      let closed = gammaModulusSquared(halves: halves, y)
      let ball = gammaModulusSquared(halves: halves, Ball(exactly: y))
      #expect(closed == Double(ball.midpoint), "y = \(y)")
      // |Γ| is wrong by at most 0.75 · 2⁻⁵², its square by twice that, which is at most 3 units,
      // and there is half a unit for each rounding: two squares, their sum, the closed form.
      let direct = gamma(Complex(Double(halves) / 2, y))
      let squared = direct.re * direct.re + direct.im * direct.im
      #expect((closed - squared).magnitude <= 5 * closed.ulp, "y = \(y)")
    }
  }

  @Test("|Γ|² on vertical lines: known values, edges")
  func modulusEdges() {
    #expect(gammaModulusSquared(halves: 1, 1.0) == 0.27101495139941834789)
    #expect(gammaModulusSquared(halves: 2, 0.0) == 1 && gammaModulusSquared(halves: 4, 0.0) == 1)
    #expect(gammaModulusSquared(halves: 1, 230.0) == 9.80885884269e-314)
    #expect(gammaModulusSquared(halves: 1, -Double.infinity) == 0)
    #expect(gammaModulusSquared(halves: 1, 1e300) == 0)
    #expect(gammaModulusSquared(halves: 3, Double.nan).isNaN)
    // 199!² is too large; at 1500 the powers of y are too large alone, and the whole is 1e−778.
    #expect(gammaModulusSquared(halves: 400, 0.0) == .infinity)
    #expect(gammaModulusSquared(halves: 400, 1500.0) == 0)
    #expect(gammaModulusSquared(halves: 200, 200.0) == 1.4305800702381467146e189)
  }

  @Test("generic code has them at real and complex numbers, machine and enclosed")
  func generic() {
    func oneStep<S: GammaFunctions>(_ x: S) -> [S] {
      let one = S.one
      return [
        gamma(x + one) - x * gamma(x), digamma(x + one) - digamma(x) - one / x,
        trigamma(x + one) - trigamma(x) + one / (x * x),
      ]
    }
    for value in oneStep(2.5) { #expect(value.magnitude < 1e-14) }
    for value in oneStep(Complex(2.5, 1)) { #expect(value.modulus < 1e-14) }
    for value in oneStep(Ball(Rational(5, 2))) {
      #expect(value.contains(0) && value.radius < 1e-30)
    }
    for value in oneStep(Complex(Ball(2), Ball(1))) {
      #expect(value.re.contains(0) && value.im.contains(0) && value.re.radius < 1e-30)
    }
    #expect(Double.logGamma(3) == logGamma(3.0))
  }

  @Test("literals without a point mean machine numbers, unless something else is asked for")
  func literals() {
    let factorial = gamma(5)
    #expect(factorial == 24 && gamma(1 / 2) == 1.7724538509055160273)
    #expect(logGamma(1) == 0 && digamma(2) == 0.42278433509846713939)
    #expect(trigamma(1) == 1.6449340668482264365)
    let ball: Ball = gamma(5)
    #expect(ball.contains(24))
    let complex: Complex<Double> = gamma(5)
    #expect(complex == Complex(24, 0))
  }

  @Test("trigamma of a real ball is the derivative of digamma")
  func trigammaBall() {
    let sixth = Ball.power(.pi, 2) / 6
    #expect(trigamma(Ball(1)).overlaps(sixth) && trigamma(Ball(1)).radius < 1e-30)
    #expect(!gamma(Complex(Ball(-1), Ball(0))).re.isFinite)
  }
}

@Suite("The trapezoidal rule for Γ")
struct GammaTrapezoidTests {
  private let z = Complex(Ball(Rational(3, 2)), Ball(0))

  @Test("its error is the sum of the images of Γ", arguments: [1, 2, 4])
  func poisson(denominator: Int) {
    let step = Rational(1, denominator)
    let error = gammaTrapezoid(z, step: step) - gamma(z)
    let images = gammaTrapezoidError(z, step: step)
    #expect(error.re.overlaps(images.re) && error.im.overlaps(images.im))
    // Summed to forty digits elsewhere, ten of them given here.
    let known = [1: 1.450106057e-3, 2: -5.837755354e-8, 4: 5.582472645e-16][denominator] ?? .nan
    #expect((Double(error.re.midpoint) / known - 1).magnitude < 1e-9)
    let bound = gammaTrapezoidErrorBound(z, step: step)
    #expect((bound - error.modulus).isCertainlyPositive)
    #expect(Double(bound.midpoint) < 4 * known.magnitude)
  }

  @Test("for complex z too, and with a tiny step it gives Γ itself")
  func complexArgument() {
    let w = Complex(Ball(Rational(1, 2)), Ball(2))
    let error = gammaTrapezoid(w, step: 1) - gamma(w)
    let images = gammaTrapezoidError(w, step: 1, images: 3)
    #expect(error.re.overlaps(images.re) && error.im.overlaps(images.im))
    #expect(images.re.radius < 1e-10 && images.re.isCertainlyNonZero)
    let fine = gammaTrapezoid(w, step: Rational(1, 16))
    #expect(fine.re.overlaps(gamma(w).re) && fine.re.radius < 1e-30)
  }

  @Test("outside its domain nothing is claimed")
  func domain() {
    #expect(!gammaTrapezoid(Complex(Ball(-1), Ball(0)), step: 1).re.isFinite)
    #expect(!gammaTrapezoidErrorBound(Complex(Ball(1), Ball(7)), step: 1).isFinite)
  }

  @Test("|Γ| decays at least as fast as its bound along a vertical line")
  func decay() {
    for (sigma, start) in [(Rational(1, 4), 0), (1, 1), (3, 2)] as [(Rational, Int)] {
      for y in start...(start + 6) {
        let bound = gammaDecayBound(Ball(sigma), from: Ball(start), to: Ball(y))
        let value = gamma(Complex(Ball(sigma), Ball(y))).modulus
        #expect(!(value - bound).isCertainlyPositive)
      }
    }
  }

  @Test("the Fourier coefficients of exp(−e^{iω}) are the residues of Γ")
  func residues() {
    for n in -2...5 {
      let coefficient = fourierCoefficient(n, points: 64) { omega in
        let turn = exp(Complex(Ball(0), omega))
        return exp(-turn)
      }
      let residue = n < 0 ? 0 : Rational(-1).power(n) / factorial(n)
      // Aliases: c_{n + 64} and on.
      let alias = Ball(lower: -1, upper: 1, precision: 128) / Ball(factorial(60))
      #expect((coefficient.re + alias).contains(residue))
      #expect((coefficient.im + alias).contains(0) && coefficient.im.radius < 1e-30)
    }
  }
}
