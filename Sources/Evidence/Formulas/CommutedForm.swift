import MathCore

/// Tells whether formulas are the same up to the order and the grouping of their sums and products:
/// then an equality of the two states nothing that a check could test.
///
/// No algebra beyond that: `(a + b)² = a² + 2ab + b²` is a statement, `a + b = b + a` is not.
struct CommutedForm {
  /// What a node is made of, its operands as numbers of forms.
  private enum Form: Hashable {
    case leaf(Node.Kind)
    /// Numbers of the terms, −number − 1 for one that is subtracted; sorted.
    case sum([Int])
    case product([Int])
    case other(String, [Int])
    case integral(Int, Variable, [Int?])
  }

  private var numbers: [Form: Int] = [:]
  private var known: [Node: Int] = [:]

  /// Terms or factors up to which a node is taken apart.
  private static let limit = 500

  static func areSame(_ a: Node, _ b: Node) -> Bool {
    if a == b { return true }
    var forms = CommutedForm()
    return forms.number(of: a) == forms.number(of: b)
  }

  private mutating func number(of node: Node) -> Int {
    if let number = known[node] { return number }
    let form = form(of: node)
    if case .sum(let terms) = form, terms.count == 1, let term = terms.first, term >= 0 {
      known[node] = term
      return term
    }
    let number = numbers[form] ?? numbers.count
    numbers[form] = number
    known[node] = number
    return number
  }

  private mutating func form(of node: Node) -> Form {
    switch node.kind {
    case .constant, .pi, .imaginaryUnit, .variable: return .leaf(node.kind)
    case .add, .subtract, .negate:
      var terms: [Int] = []
      collectTerms(of: node, isNegative: false, &terms)
      return .sum(terms.sorted())
    case .multiply:
      var factors: [Int] = []
      collectFactors(of: node, &factors)
      return .product(factors.sorted())
    case .larger(let a, let b): return .other("max", [number(of: a), number(of: b)].sorted())
    case .smaller(let a, let b): return .other("min", [number(of: a), number(of: b)].sorted())
    case .divide(let a, let b): return .other("/", [number(of: a), number(of: b)])
    case .power(let a, let b): return .other("^", [number(of: a), number(of: b)])
    case .apply(let f, let a): return .other("\(f)", [number(of: a)])
    case .integral(let body, let v, let from, let to):
      let ends = [from, to].map { end in end.map { number(of: $0) } }
      return .integral(number(of: body), v, ends)
    }
  }

  private mutating func collectTerms(of node: Node, isNegative: Bool, _ terms: inout [Int]) {
    switch node.kind {
    case .add(let a, let b) where terms.count < Self.limit:
      collectTerms(of: a, isNegative: isNegative, &terms)
      collectTerms(of: b, isNegative: isNegative, &terms)
    case .subtract(let a, let b) where terms.count < Self.limit:
      collectTerms(of: a, isNegative: isNegative, &terms)
      collectTerms(of: b, isNegative: !isNegative, &terms)
    case .negate(let a) where terms.count < Self.limit:
      collectTerms(of: a, isNegative: !isNegative, &terms)
    default:
      let number = number(of: node)
      terms.append(isNegative ? -number - 1 : number)
    }
  }

  private mutating func collectFactors(of node: Node, _ factors: inout [Int]) {
    if case .multiply(let a, let b) = node.kind, factors.count < Self.limit {
      collectFactors(of: a, &factors)
      collectFactors(of: b, &factors)
    } else {
      factors.append(number(of: node))
    }
  }
}
