import MathCore

/// Whether a polynomial is nowhere negative (or zero) on the part of an interval where other
/// polynomials have the signs that hypotheses ask for: decided exactly.
///
/// No sign changes between two neighbouring roots of all of them together, so one point from each
/// gap tells, and the roots themselves, rational or not.
struct ConditionalSign {
  /// What a hypothesis says of a polynomial: that it is not negative, positive, or zero.
  struct Condition {
    var polynomial: Polynomial
    /// Where it says nothing, and so does the law.
    var poles: Polynomial
    var relation: RelationSign

    func holds(_ sign: (Polynomial) -> Int) -> Bool {
      guard sign(poles) != 0 else { return false }
      return switch relation {
      case .equal: sign(polynomial) == 0
      case .less, .greater: sign(polynomial) > 0
      case .lessOrEqual, .greaterOrEqual: sign(polynomial) >= 0
      }
    }
  }

  let question: SignQuestion
  let conditions: [Condition]

  enum Answer {
    case holds
    case fails(at: Rational)
    case failsAtRoot(SignQuestion.Root)
  }

  var answer: Answer {
    let interval = question.interval
    let ends = [interval.lower, interval.upper].compactMap { $0 }.filter(\.isIncluded)
    for end in ends where fails({ $0(end.value).sign }) { return .fails(at: end.value) }
    guard !interval.hasNoInterior else { return .holds }
    let all =
      conditions.flatMap { [$0.polynomial, $0.poles] }
      + [question.polynomial, question.poles]
    let product = all.reduce(Polynomial.one) { product, polynomial in
      polynomial.squareFreeFactors.map(\.factor).reduce(product) { $0.union($1) }
    }
    guard product.degree > 0 else {
      let point = interval.interiorPoint
      return fails { $0(point).sign } ? .fails(at: point) : .holds
    }
    let chain = SturmChain(product)
    let brackets = chain.isolatedRoots(inside: interval)
    let points =
      brackets.isEmpty ? [interval.interiorPoint] : brackets.flatMap { [$0.from, $0.to] }
    for point in points where fails({ $0(point).sign }) { return .fails(at: point) }
    for bracket in brackets where fails({ $0.sign(atRootIn: bracket) }) {
      let root = SignQuestion.Root(chain: chain, bracket: bracket)
      return root.rational.map { .fails(at: $0) } ?? .failsAtRoot(root)
    }
    return .holds
  }

  /// Whether the hypotheses hold and the conclusion does not, where polynomials have these signs.
  private func fails(_ sign: (Polynomial) -> Int) -> Bool {
    guard sign(question.poles) != 0,
      conditions.allSatisfy({ $0.holds(sign) })
    else { return false }
    return question.isStrict ? sign(question.polynomial) <= 0 : sign(question.polynomial) < 0
  }
}

extension Polynomial {
  /// The sign at the one place in the bracket where any of several polynomials vanishes, this one
  /// among them; it does not vanish at the bracket's ends.
  fileprivate func sign(atRootIn bracket: (from: Rational, to: Rational)) -> Int {
    let crossings = squareFreeFactors.count { factor, _ in
      factor(bracket.from).sign != factor(bracket.to).sign
    }
    return crossings > 0 ? 0 : self(bracket.from).sign
  }
}
