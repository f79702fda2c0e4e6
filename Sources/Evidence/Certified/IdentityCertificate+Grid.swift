internal import Certificates
import MathCore
import Records

extension IdentityCertificate {
  /// Tries grids until the checker accepts one: for the two sides as they stand, rewritten by facts
  /// about functions, or for their exponentials where logarithms stand in the way.
  static func proof(of comparison: Comparison) -> Result<IdentityCertificate, Unpublished> {
    let (left, right) = (comparison.left, comparison.right)
    let plain = proof(left, right)
    if case .success = plain { return plain }
    if case .success(let byFacts) = proof(left, right, usesFacts: true) { return .success(byFacts) }
    guard !left.mayBeComplex, !right.mayBeComplex else { return plain }
    let raised = proof(.apply(.exp, left), .apply(.exp, right))
    if case .success = raised { return raised }
    return plain
  }

  private static func proof(
    _ left: Node, _ right: Node, usesFacts: Bool = false
  ) -> Result<IdentityCertificate, Unpublished> {
    var formulas = FormulaSteps(usesFacts: usesFacts)
    let (left, right) = (formulas.add(left), formulas.add(right))
    let bare = IdentityCertificate(
      steps: formulas.steps, left: left, right: right,
      given: FunctionFact.allCases.filter { formulas.facts.contains($0) }.map(\.phrase))
    do {
      return .success(try bare.withoutValues().completed())
    } catch let unpublished as Unpublished {
      return .failure(unpublished)
    } catch {
      return .failure(Unpublished(reason: "its checker does not follow: \(error)"))
    }
  }

  /// Grids that are tried: a denominator may vanish on one.
  private static let attempts = 4

  private func completed() throws -> IdentityCertificate {
    var points = 1
    for atom in atoms {
      let (product, overflow) = points.multipliedReportingOverflow(by: atom.degree + 1)
      points = overflow ? .max : product
    }
    guard points <= Self.maximumPoints, points * steps.count <= Self.maximumSteps else {
      throw Unpublished(reason: "its grid has \(points) points")
    }
    for attempt in 0..<(Self.attempts - 1) {
      if let checked = try? filled(attempt).checked() { return checked }
    }
    return try filled(Self.attempts - 1).checked()
  }

  private func checked() throws -> IdentityCertificate {
    _ = try Certificate.identity(self).check()
    return self
  }

  private func filled(_ attempt: Int) -> IdentityCertificate {
    var copy = self
    for (index, atom) in atoms.enumerated() {
      copy.atoms[index].values = (0...atom.degree).map { number in
        let value =
          atom.kind == .rotation
          ? Rational(number + 1, atom.degree + 2 + index + attempt)
          : Rational(number + 2 + index) + Rational(attempt, 7 + index)
        return value.description
      }
    }
    return copy
  }
}
