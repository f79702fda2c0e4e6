import MathCore
import Records

/// That a polynomial has this many different real roots in the span of its variable, settled by a
/// Sturm chain.
///
/// ```swift
/// claim(id).exact(rootCount(of: x ** 5 - x - 1, is: 1))
/// ```
///
/// - Precondition: the formula is a polynomial in one variable, not constant.
public func rootCount(of polynomial: Formula, is count: Int) -> Certifiable {
  let node = polynomial.node
  guard node.freeVariables.count == 1, let variable = node.freeVariables.first,
    let quotient = RationalFunction(node, in: variable), quotient.poles.degree < 1,
    quotient.numerator.degree > 0
  else {
    fatalError("roots are counted of polynomials in one variable, not of \(polynomial.tex)")
  }
  return RootCount(
    node: node, variable: variable, interval: RealInterval(variable.span),
    polynomial: (1 / quotient.denominator.leading) * quotient.numerator
  ).statement(count)
}

private struct RootCount: Sendable {
  let node: Node
  let variable: Variable
  let interval: RealInterval
  let polynomial: Polynomial

  func statement(_ count: Int) -> Certifiable {
    let coverage = Coverage.universal(variable)
    let roots = "\\#\\{\\, \(variable.name) : \(TeXPrinter.print(node)) = 0 \\,\\} = \(count)"
    var statement = Certifiable(tex: roots, method: "Sturm's theorem", coverage: [coverage]) {
      settle(count)
    }
    statement.isEquality = true
    statement.damages = { [("one root more", self.statement(count + 1))] }
    return statement
  }

  private func settle(_ count: Int) -> Settlement {
    let factors = polynomial.squareFreeFactors
    let product = factors.reduce(Polynomial.one) { $0 * $1.factor }
    let chain = SturmChain(product)
    let found = chain.roots(in: interval)
    var formula = FormulaSteps()
    _ = formula.add(node)
    let whole = factors.reduce(Polynomial.one) { $0 * $1.factor.power($1.power) }
    let certificate = Certificate.rootCount(
      RootCountCertificate(
        steps: formula.steps, atom: variable.name, lower: interval.lower.map { .init($0) },
        upper: interval.upper.map { .init($0) },
        constant: (polynomial.leading / whole.leading).description,
        factors: factors.map {
          .init(SignQuestion.Factor(polynomial: $0.factor, power: $0.power))
        }, chain: chain.steps.map { .init($0) }, count: found))
    guard found != count else { return .proved([certificate]) }
    return .refuted(
      [certificate], Witness(point: [], left: "\(found)", relation: "=", right: "\(count)"))
  }
}
