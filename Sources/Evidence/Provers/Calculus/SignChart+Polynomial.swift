import MathCore

extension SignChart {
  /// The chart of a polynomial that is not zero, by Sturm's theorem.
  init(_ polynomial: Polynomial, of variable: Variable, inside interval: RealInterval) {
    let simple = polynomial.squareFreeFactors.map(\.factor).reduce(Polynomial.one, *)
    guard simple.degree > 0 else {
      self.init(constant: polynomial.leading.sign)
      return
    }
    let brackets = SturmChain(simple).isolatedRoots(inside: interval)
    guard let last = brackets.last else {
      self.init(constant: polynomial(interval.interiorPoint).sign)
      return
    }
    let function = OneVariableFunction(simple.node(of: variable), of: variable)
    self.init(
      zeros: brackets.map { bracket in
        let simplest = Rational.simplest(from: bracket.from, to: bracket.to)
        return simple(simplest) == 0
          ? Zero(.constant(simplest), of: function)
          : Zero(from: bracket.from, to: bracket.to, of: function)
      },
      signs: brackets.map { polynomial($0.from).sign } + [polynomial(last.to).sign])
  }
}
