import MathCore

/// Upper bounds for the degree of a polynomial tree in each of its variables, read off the tree.
enum Degrees {
  static func of(_ node: Node) -> [Variable: Int] {
    var known: [Node: [Variable: Int]] = [:]
    return of(node, &known)
  }

  private static func of(_ node: Node, _ known: inout [Node: [Variable: Int]]) -> [Variable: Int] {
    if let degrees = known[node] { return degrees }
    let degrees: [Variable: Int]
    switch node.kind {
    case .variable(let v): degrees = [v: 1]
    case .add(let a, let b), .subtract(let a, let b):
      degrees = of(a, &known).merging(of(b, &known), uniquingKeysWith: Swift.max)
    case .multiply(let a, let b):
      degrees = of(a, &known).merging(of(b, &known), uniquingKeysWith: +)
    case .negate(let a): degrees = of(a, &known)
    case .power(let a, let n):
      let exponent = n.isConstant.flatMap { Int(exactly: $0) } ?? 0
      degrees = of(a, &known).mapValues { $0 * exponent }
    default: degrees = [:]
    }
    known[node] = degrees
    return degrees
  }
}
