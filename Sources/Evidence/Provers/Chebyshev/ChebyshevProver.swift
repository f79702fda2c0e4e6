import MathCore
import Records

/// Proves |L − R| ≤ ε for every real point of a box, for sides that continue holomorphically to a
/// neighbourhood: coarse balls on ellipses around the box and precise values at Chebyshev nodes
/// bound the difference everywhere, where subdivision would need boxes no wider than ε.
///
/// The box is halved until ellipses fit between the singularities. Budgets count nodes and bits.
struct ChebyshevProver {
  /// Both sides of every equality, for real and for complex arguments.
  struct Sides: Sendable {
    let nodes: [Node]
    let plain: Tape
    /// The holomorphic extensions, in the same order.
    let extended: Tape
    let isComplex: Bool
    let holdIntegral: Bool

    init?(_ conclusions: [Comparison], variables: [Variable]) {
      nodes = conclusions.flatMap { [$0.left, $0.right] }
      let extensions = nodes.compactMap(HolomorphicExtension.of)
      guard extensions.count == nodes.count else { return nil }
      plain = Tape(nodes, variables: variables)
      extended = Tape(extensions, variables: variables)
      isComplex = nodes.contains(where: \.needsComplexArithmetic)
      holdIntegral = nodes.contains { $0.contains(\.isIntegral) }
    }

    /// The largest |L − R| of the equalities at a point; `nil` where a side has no value.
    func distance(at point: [Ball], precision: Int) -> Ball? {
      let sizes: [Ball]
      if isComplex {
        let inputs = point.map { ComplexBall($0) }
        guard let values = try? plain.evaluate(inputs, precision: precision) else { return nil }
        sizes = Self.pairs(values).map { ($0 - $1).abs }
      } else {
        guard let values = try? plain.evaluate(point, precision: precision) else { return nil }
        sizes = Self.pairs(values).map { Ball.abs($0 - $1) }
      }
      guard sizes.allSatisfy(\.isFinite) else { return nil }
      return sizes.dropFirst().reduce(sizes[0]) { Ball.larger($0, $1) }
    }

    private static func pairs<Value>(_ values: [Value]) -> [(Value, Value)] {
      stride(from: 0, to: values.count, by: 2).map { (values[$0], values[$0 + 1]) }
    }
  }

  enum Outcome {
    case proved(Proof)
    case refuted(Witness)
    /// The method does not apply, or its budget is spent.
    case refused(String)
  }

  struct Proof {
    var pieces = 0
    var halvings = 0
    var nodes = 0
    /// ε minus the bound, at the worst piece.
    var margin = Double.infinity
    var cells: [ProofPicture.Cell] = []
    /// The pieces with their ellipses, for a look at some of them by another road.
    var ellipses: [(box: Box, axes: [ChebyshevBound.Axis])] = []
    var agreement: Agreement?
  }

  /// Halvings after which a piece is given up: both sides meet a singularity there.
  private static let depthLimit = 24

  private let sides: Sides
  private let variables: [Variable]
  private let evaluator: PointEvaluator
  private let tolerance: Ball
  private let budget: Int

  /// - Parameters:
  ///   - stated: the law with its equalities as inequalities, for points that refute it.
  ///   - budget: nodes and halvings together.
  /// - Returns: `nil` unless the law states nothing but equalities, in at most three variables with
  ///   both ends, of sides with a holomorphic extension, and ε is a positive number.
  init?(_ law: Law, within tolerance: Formula?, stated: PointEvaluator, budget: Int) {
    variables = law.freeVariables
    guard let tolerance, (1...3).contains(variables.count), law.isEquality,
      !law.conclusions.isEmpty, tolerance.node.freeVariables.isEmpty,
      let epsilon = try? Tape([tolerance.node], variables: []).evaluate(
        [Ball](), precision: ChebyshevBound.precision
      ).first, epsilon.isCertainlyPositive,
      let sides = Sides(law.conclusions, variables: variables)
    else { return nil }
    self.sides = sides
    self.tolerance = epsilon
    self.budget = budget
    evaluator = stated
  }

  func run(on whole: Box) -> Outcome {
    var proof = Proof()
    var waiting = [(box: whole, depth: 0)]
    while let (box, depth) = waiting.popLast() {
      if case .fails(let witness) = evaluator.decide(at: box.midpoint, quickly: true) {
        return .refuted(witness)
      }
      let piece = ChebyshevPiece(equalities: sides, box: box, tolerance: tolerance)
      switch piece.plan() {
      case .halve(let side):
        guard depth < Self.depthLimit * variables.count, box.sides[side].width > 0 else {
          return .refused("the sides are not seen to be holomorphic near \(box.place(variables))")
        }
        proof.halvings += 1
        waiting += box.halves(across: side).reversed().map { ($0, depth + 1) }
      case .axes(let axes):
        // Nodes are cheap where there is no integral: then the last piece may exceed the budget.
        guard !sides.holdIntegral || proof.nodes + axes.nodeCount <= budget else {
          return outOfBudget
        }
        if let end = close(piece, axes, &proof) { return end }
      }
      guard proof.nodes + proof.halvings <= budget else { return outOfBudget }
    }
    proof.agreement = agreement(on: proof)
    return .proved(proof)
  }

  private var outOfBudget: Outcome { .refused("the budget of \(budget) nodes is spent") }

  /// Bounds the difference on a piece; gives an outcome only if that ends the proof.
  private func close(
    _ piece: ChebyshevPiece, _ axes: [ChebyshevBound.Axis], _ proof: inout Proof
  ) -> Outcome? {
    let bound = ChebyshevBound(axes: axes)
    let truncation = bound.truncation
    let allowed = (tolerance - truncation) / bound.amplification
    guard allowed.isCertainlyPositive else { return .refused("the ellipses give no bound") }
    switch piece.values(at: axes, allowed: lowerEnd(allowed)) {
    case .undecided(let reason): return .refused(reason)
    case .beyond(let node):
      return witness(near: node, piece.box).map { .refuted($0) }
        ?? .refused("a node at which the law fails is no exact point")
    case .within(let largest, let nodes):
      let total = truncation + bound.amplification * largest
      let margin = tolerance - total
      guard total.isCertainlyAtMost(tolerance), let lower = margin.lower else {
        return .refused("the bound does not stay below ε")
      }
      proof.pieces += 1
      proof.ellipses.append((piece.box, axes))
      proof.nodes += nodes.count
      proof.margin = Swift.min(proof.margin, Double(lower).nextDown)
      proof.cells.append(piece.box.cell(.shown, margin: Double(lower).nextDown))
      proof.cells += nodes.map { .init(.node, lower: $0.point, margin: $0.size) }
      return nil
    }
  }

  /// Sides on some pieces and their bounds on the ellipses, recomputed.
  private func agreement(on proof: Proof) -> Agreement {
    var check = AgreementCheck(sides.nodes, variables: variables)
    for piece in check.sample(proof.ellipses) {
      // Integrals were computed at points only; over a whole box they take longest and tell least.
      let place = sides.holdIntegral ? piece.box.centre : piece.box
      check.add(place, precision: BoxDecider.precision)
      check.add(piece.axes, around: piece.box, sides.extended)
    }
    return check.found
  }

  private func lowerEnd(_ ball: Ball) -> Ball {
    Ball(ball.lower ?? 0, precision: ball.precision)
  }

  /// The law fails at a node; so it does, mostly, at a short number nearby.
  private func witness(near node: [Ball], _ box: Box) -> Witness? {
    for bits in [4, 8, 16, 32, 64] {
      let point = zip(node, box.sides).map { ball, side -> Rational in
        let step = side.width / Rational(2).power(bits)
        guard step > 0 else { return side.lower }
        let steps = ((ball.midpoint - side.lower) / step + Rational(1, 2)).floor
        return Swift.min(Swift.max(side.lower + step * steps, side.lower), side.upper)
      }
      guard evaluator.isWithinSpans(point) else { continue }
      if case .fails(let witness) = evaluator.decide(at: point) { return witness }
    }
    return nil
  }
}
