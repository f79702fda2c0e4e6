import Evidence
import Evident
import MathCore

/// Laws that are nearly true: false in a narrow place, by little, or far out. Made by chance, the
/// same ones each time; every one of them is false.
struct FalseLaws: Sendable {
  var name: String
  var make: @Sendable (inout RandomSample) -> Law

  static let perFamily = 24

  /// The laws of this family.
  var laws: [Law] {
    (0..<FalseLaws.perFamily).map { number in
      var draws = RandomSource("false laws: \(name)").sample(UInt64(number))
      return make(&draws)
    }
  }

  static let families: [FalseLaws] = [
    FalseLaws(name: "within 1e-3 of one point") { draws in
      let x = variables(draws.integer(in: 1...3), &draws)
      let squares = x.map { ($0 - Formula(place(&draws))) ** 2 }
      return sum(squares) .>= Formula(Rational(1, 1_000_000))
    },
    FalseLaws(name: "a bump of width 1e-3") { draws in
      let x = variables(draws.integer(in: 1...2), &draws)
      let squares = x.map { (($0 - Formula(place(&draws))) * 1_000) ** 2 }
      return 2 * exp(-sum(squares)) .<= 1
    },
    FalseLaws(name: "by little at a contact") { draws in
      let x = real("x")
      let c = Formula(place(&draws))
      let little = Formula(1 / Rational(10).power(draws.integer(in: 3...6)))
      let contacts: [Law] = [
        exp(x - c) .>= 1 + (x - c) + little, cosh(x - c) .>= 1 + little,
        sqrt(1 + (x - c) ** 2) .>= 1 + little,
        (x - c) ** 4 .>= little ** 2,
      ]
      return contacts[draws.integer(in: 0...3)]
    },
    FalseLaws(name: "a sharpened mean inequality") { draws in
      let a = real("a", in: .positive)
      let b = real("b", in: .positive)
      let ratio = Formula(Rational(draws.integer(in: 2...40), draws.integer(in: 1...9)))
      let factor = Formula(1 - 1 / Rational(10).power(draws.integer(in: 3...6)))
      return 2 * sqrt(ratio * a * b) .<= (a + ratio * b) * factor
    },
    FalseLaws(name: "far out") { draws in
      let x = real("x")
      let size = Formula(Rational(10).power(draws.integer(in: 3...9)))
      let laws: [Law] = [
        x .<= size, x .>= -size, sqrt(x ** 2 + 1) .>= x + 1 / size, x ** 2 .<= size * (1 + abs(x)),
      ]
      return laws[draws.integer(in: 0...3)]
    },
    FalseLaws(name: "close to an end") { draws in
      let depth = Formula(draws.integer(in: 10...30))
      let x = real("x", in: .positive)
      let t = real("t", in: 0...1)
      let steep = Formula(Rational(10).power(draws.integer(in: 2...4)))
      let laws: [Law] = [
        log(x) .>= -depth, sqrt(t) .<= steep * t + 1 / (8 * steep),
        log(1 + exp(-depth) - t) .>= -depth + 1 / 10,
      ]
      return laws[draws.integer(in: 0...2)]
    },
    FalseLaws(name: "at the edge of its hypotheses") { draws in
      let x = real("x")
      let y = real("y")
      let a = Formula(Rational(draws.integer(in: 1...5)))
      let b = Formula(Rational(draws.integer(in: 1...5)))
      let bound = sqrt(a ** 2 + b ** 2) * Formula(Rational(9_999, 10_000))
      return (a * x + b * y .<= bound).given(x ** 2 + y ** 2 .<= 1)
    },
    FalseLaws(name: "near ties") { draws in
      let x = variables(3, &draws)
      let little = Formula(1 / Rational(10).power(draws.integer(in: 2...4)))
      let shift = (0..<3).map { _ in Formula(place(&draws)) }
      let y = zip(x, shift).map { $0 - $1 }
      let laws: [Law] = [
        logSumExp(y) .<= max(y) + log(3) - little, max(y) - min(min(y[0], y[1]), y[2]) .>= little,
        abs(y[0] - y[1]) + abs(y[1] - y[2]) .>= little,
      ]
      return laws[draws.integer(in: 0...2)]
    },
    FalseLaws(name: "a thin layer around a plane") { draws in
      let x = variables(draws.integer(in: 2...4), &draws)
      let plane = sum(x.map { Formula(place(&draws)) * $0 }) + Formula(place(&draws))
      return plane ** 2 .>= Formula(Rational(1, 1_000_000))
    },
    FalseLaws(name: "waves") { draws in
      let x = variables(draws.integer(in: 1...3), &draws)
      let waves = x.map { cos($0 - Formula(place(&draws))) }
      let count = Formula(x.count)
      return sum(waves) .<= count * Formula(1 - 1 / Rational(10).power(draws.integer(in: 3...6)))
    },
  ]

  /// Real variables, some of them with ends.
  private static func variables(_ count: Int, _ draws: inout RandomSample) -> [Formula] {
    (1...count).map { index in
      draws.integer(in: 0...1) == 0
        ? real("x_{\(index)}") : real("x_{\(index)}", in: (-60 as Rational)...60)
    }
  }

  /// A decimal that nobody would try.
  private static func place(_ draws: inout RandomSample) -> Rational {
    Rational(draws.integer(in: -49_999...49_999), 1_000)
  }
}
