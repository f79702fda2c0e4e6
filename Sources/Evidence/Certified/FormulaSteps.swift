import MathCore
import Records

/// Writes formulas as lists of steps, each distinct part once. What checkers do not know is an
/// atom: a number of its own that may be anything.
struct FormulaSteps {
  private(set) var steps: [FormulaStep] = []
  /// What the steps that are atoms stand for, in their order.
  private(set) var atoms: [Node] = []
  /// The theorems by which parts were rewritten into what checkers know.
  private(set) var facts: Set<FunctionFact> = []
  private let usesFacts: Bool
  private var places: [Node: Int] = [:]

  init(usesFacts: Bool = false) { self.usesFacts = usesFacts }

  /// Adds what is missing.
  ///
  /// - Returns: the formula's own step.
  mutating func add(_ node: Node) -> Int {
    if let place = places[node] { return place }
    let place = rewritten(node).map { add($0) } ?? append(step(of: node))
    places[node] = place
    return place
  }

  private mutating func append(_ step: FormulaStep) -> Int {
    steps.append(step)
    return steps.count - 1
  }

  /// The same by what checkers know, where there is something to rewrite.
  private mutating func rewritten(_ node: Node) -> Node? {
    switch node.kind {
    case .apply(.tan, let a): return .quotient(.apply(.sin, a), .apply(.cos, a))
    case .apply(.tanh, let a): return .quotient(.apply(.sinh, a), .apply(.cosh, a))
    case .apply(.gamma, let a) where usesFacts:
      guard let shift = GammaShift(a), shift.base != a else { return nil }
      facts.insert(.recurrence)
      return .product(shift.factor, shift.base.map { .apply(.gamma, $0) } ?? .one)
    case .power(let base, let n):
      // An even power of a square root is a power of what stands under it.
      if case .apply(.sqrt, let inner) = base.kind,
        let half = n.rationalValue.map({ $0 / 2 }), half.isInteger
      {
        return .power(inner, half)
      }
    default: break
    }
    guard usesFacts, let (node, fact) = node.rewritten, fact == .conjugation else { return nil }
    facts.insert(fact)
    return node
  }

  private mutating func step(of node: Node) -> FormulaStep {
    switch node.kind {
    case .constant(let value): return FormulaStep("number", text: value.description)
    case .pi: return FormulaStep("pi")
    case .imaginaryUnit: return FormulaStep("i")
    case .add(let a, let b): return FormulaStep("+", add(a), add(b))
    case .subtract(let a, let b): return FormulaStep("-", add(a), add(b))
    case .multiply(let a, let b): return FormulaStep("*", add(a), add(b))
    case .divide(let a, let b):
      // A division by a number is defined everywhere, and is not to look as if it were not.
      if let divisor = b.rationalValue, divisor != 0 {
        return FormulaStep("*", add(a), add(.constant(1 / divisor)))
      }
      return FormulaStep("/", add(a), add(b))
    case .negate(let a): return FormulaStep("negate", add(a))
    case .power(let a, let n):
      guard let exponent = n.rationalValue.flatMap({ Int(exactly: $0) }) else { break }
      return FormulaStep("^", add(a), exponent)
    case .apply(let f, let a):
      switch f {
      case .exp, .log, .sin, .cos, .sinh, .cosh: return FormulaStep("\(f)", add(a))
      default: break
      }
    case .variable, .larger, .smaller, .integral: break
    }
    atoms.append(node)
    return FormulaStep("atom", text: TeXPrinter.print(node))
  }
}
