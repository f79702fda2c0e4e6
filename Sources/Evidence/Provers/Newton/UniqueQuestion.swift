import MathCore
import Records

/// "There is exactly one such point in the box", and perhaps where it is.
package struct UniqueQuestion: Sendable {
  package enum Kind: Sendable { case zero, minimum, maximum }

  package var kind: Kind
  /// The equations' left sides, or the one formula that is smallest or largest.
  package var formulas: [Node]
  package var variables: [Variable]
  /// Where the point is said to be, and how near in each coordinate.
  package var near: (values: [Node], within: Node)?

  package init(_ kind: Kind, of formulas: [Node], by variables: [Variable]) {
    self.kind = kind
    self.formulas = formulas
    self.variables = variables
  }

  /// Everything that is said of the point, as TeX.
  package var tex: String {
    let names = variables.map(\.name).joined(separator: ", ")
    let place =
      variables.map { "\($0.name) \\in \($0.span.texInterval)" }.joined(separator: ",\\ ")
    let statement: String
    switch kind {
    case .zero:
      let equations = formulas.map { "\(TeXPrinter.print($0)) = 0" }.joined(separator: ",\\ ")
      statement = "\(equations) \\quad\\text{for exactly one } \(place)"
    case .minimum, .maximum:
      let word = kind == .minimum ? "smallest" : "largest"
      let subject = TeXPrinter.print(formulas[0])
      statement =
        "\(subject) \\text{ is \(word) at exactly one point } \(names) \\text{ with } \(place)"
    }
    guard let near else { return statement }
    let bound = TeXPrinter.print(near.within)
    let bounds = zip(variables, near.values).map {
      "\\left|\($0.name) - \(TeXPrinter.print($1))\\right| \\le \(bound)"
    }
    return statement + ",\\quad " + bounds.joined(separator: ",\\ ")
  }

  /// The formulas as a law, for what is tried against the claim.
  package var law: Law {
    Law(conclusions: formulas.map { Comparison($0, .equal, .zero) })
  }

  /// The same question about other formulas.
  func asking(_ law: Law) -> UniqueQuestion {
    var question = self
    question.formulas = law.conclusions.map { .difference($0.left, $0.right) }
    return question
  }
}

extension UniqueQuestion {
  /// The point said to be where it is not.
  ///
  /// - Parameter point: an enclosure of where it is.
  func moved(from point: [Ball]) -> UniqueQuestion? {
    guard let first = point.first, first.isFinite, let variable = variables.first else {
      return nil
    }
    var moved = self
    if let near {
      moved.near?.values[0] = .sum(near.values[0], .product(.constant(3), near.within))
    } else if let lower = variable.span.lower, let upper = variable.span.upper {
      let step = (upper - lower) / 8
      let aside = point.map { Rational.simplest(near: $0.midpoint, within: step / 8) }
      moved.near = (aside.map { .constant($0 + step) }, .constant(step / 2))
    }
    return moved
  }
}

extension Rational {
  fileprivate static func simplest(near value: Rational, within width: Rational) -> Rational {
    simplest(from: value - width, to: value + width)
  }
}

/// What came of a question.
package struct UniqueAnswer: Sendable {
  package var trial = Trial()
  /// Small intervals with the point's coordinates, and the formulas' values there; `nil` unless
  /// the point is shown to be there and to be the only one.
  package var point: [Ball]?
  package var values: [Ball]?
  package var picture: ProofPicture?
  package var agreement: Agreement?
  package var theorems: [String] = []
}

extension Span {
  /// "[1, 2]", "(0, \infty)".
  var texInterval: String {
    let low = lower.map { (isOpenBelow ? "(" : "[") + $0.tex } ?? "(-\\infty"
    let high = upper.map { $0.tex + "]" } ?? "\\infty)"
    return "\(low), \(high)"
  }
}
