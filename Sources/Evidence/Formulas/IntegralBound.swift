import MathCore

/// A bound of |∫ f(v, p) dv| for all p of a product P of closed rectangles, with the certainty that
/// the integral is holomorphic in p.
///
/// The range is cut into pieces Δ, on each of which f(Δ, P) is one finite ball, computed with every
/// p asking for holomorphy; v stays real and need not ask. Then:
///
/// - For every v of Δ, f(v, ·) is holomorphic on a neighbourhood of P: a finite ball says that no
///   node meets a cut, a jump or a pole on the closed set Δ × P, which is compact.
/// - f is bounded there and measurable, as a composition of continuous and piecewise continuous
///   functions. So ∮ ∫_Δ f dv dp = ∫_Δ ∮ f dp dv = 0 for every small triangle (Fubini, Cauchy), and
///   p ↦ ∫_Δ f dv, continuous by dominated convergence, is holomorphic (Morera).
/// - Beyond the cuts, `ComplexTails` bounds |f(v, p)| by one integrable function of v for all p of
///   P, and f(v, ·) is holomorphic on P there as well; so the same reasoning holds.
///
/// For real p the integral is that of the formula itself, since the extension agrees with it there.
struct IntegralBound {
  /// Pieces to begin with.
  private static let pieces = 16
  /// Halvings after which a piece is given up: a singularity lies on the range, or a cut.
  private static let depthLimit = 10
  /// Halvings of the piece with the largest share, once all are finite.
  private static let refinements = 24
  /// Evaluations of the integrand.
  private static let budget = 320
  /// The tails may weigh that much: the bound enters by its logarithm.
  private static let tailTarget = Rational(1, 1 << 20)

  private let integrand: Integrand
  private let parameters: [AnalyticBall]
  private let precision: Int

  private struct Piece {
    var lower: Rational
    var upper: Rational
    var depth = 0
    /// At least the integral of |f|.
    var weight = Ball(0)

    var halves: [Piece] {
      let middle = (lower + upper) / 2
      return [(lower, middle), (middle, upper)].map {
        Piece(lower: $0, upper: $1, depth: depth + 1)
      }
    }
  }

  init(_ integrand: Integrand, parameters: [AnalyticBall], precision: Int) {
    self.integrand = integrand
    self.parameters = parameters
    self.precision = precision
  }

  /// - Parameters:
  ///   - from: a real end, or `nil` for the infinite one.
  ///   - to: the other end.
  /// - Returns: a ball whose upper end is the bound.
  func value(from: ComplexBall?, to: ComplexBall?) throws -> Ball {
    var total = Ball(0, precision: precision)
    func end(_ ball: ComplexBall?, _ other: ComplexBall?, _ side: Decay.Side) throws -> Ball {
      if let ball {
        guard ball.im.lower == 0, ball.im.upper == 0 else { throw Undefined("an end off the line") }
        return ball.re
      }
      guard let tails = integrand.complexTails else {
        throw Undefined("the integrand's tails are not known for complex parameters")
      }
      let cut = try tails.cut(
        towards: side, past: other?.re, parameters.map(\.ball), precision: precision,
        below: Self.tailTarget)
      total = total + cut.bound
      return Ball(cut.point, precision: precision)
    }
    let ends = [try end(from, to, .left), try end(to, from, .right)]
    guard let lower = ends.compactMap(\.lower).min(), let upper = ends.compactMap(\.upper).max(),
      ends.allSatisfy(\.isFinite)
    else { throw Undefined("an integral without bounds") }
    return try weights(from: lower, to: upper).reduce(total, +)
  }

  private func weights(from lower: Rational, to upper: Rational) throws -> [Ball] {
    let width = (upper - lower) / Rational(Self.pieces)
    var waiting = (0..<Self.pieces).map {
      Piece(lower: lower + Rational($0) * width, upper: lower + Rational($0 + 1) * width)
    }
    var finished: [Piece] = []
    var looked = 0
    while var piece = waiting.popLast() {
      looked += 1
      if let weight = weight(of: piece) {
        piece.weight = weight
        finished.append(piece)
      } else if piece.depth < Self.depthLimit, looked < Self.budget, piece.lower < piece.upper {
        waiting += piece.halves
      } else {
        throw Undefined("the integrand is not seen to be holomorphic in its parameters")
      }
    }
    refine(&finished)
    return finished.map(\.weight)
  }

  private func refine(_ pieces: inout [Piece]) {
    for _ in 0..<Self.refinements {
      let sizes = pieces.map(\.weight.approximation)
      guard let worst = sizes.indices.max(by: { sizes[$0] < sizes[$1] }),
        sizes[worst] > sizes.reduce(0, +) / Double(Self.pieces)
      else { return }
      var halves = pieces[worst].halves
      for index in halves.indices {
        guard let weight = weight(of: halves[index]) else { return }
        halves[index].weight = weight
      }
      pieces.replaceSubrange(worst...worst, with: halves)
    }
  }

  private func weight(of piece: Piece) -> Ball? {
    let range = Ball(lower: piece.lower, upper: piece.upper, precision: precision)
    let variable = AnalyticBall(ball: ComplexBall(range), asksAnalytic: false)
    let values = try? integrand.tape.evaluate(parameters + [variable], precision: precision)
    guard let value = values?.first?.ball, value.isFinite else { return nil }
    return Ball(piece.upper - piece.lower, precision: precision) * value.abs
  }
}
