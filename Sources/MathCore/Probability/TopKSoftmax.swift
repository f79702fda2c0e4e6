// Softmax over the k largest scores only.

/// The indices of the k largest scores, ascending. Among equal scores the first ones are kept, so
/// that there are always exactly k.
///
/// - Precondition: 1 ≤ k ≤ n, and no score is NaN.
public func topKSupport<S: Scalar>(_ x: Vector<S>, k: Int) -> [Int] {
  requireScores(x, "topKSupport")
  require(
    (1...x.count).contains(k), "topKSupport: k = \(k) is not between 1 and \(x.count)")
  require(x.unordered == nil, "topKSupport: a score is NaN")
  return x.descendingOrder.prefix(k).sorted()
}

/// Softmax over the k largest scores; 0 elsewhere.
///
/// Invariant under shifts and weakly order preserving. **Not continuous** where the k-th and
/// (k+1)-th scores tie (the first of equal scores is kept), and derivatives with respect to the
/// scores left out are 0. All NaN if a score is NaN.
///
/// - Precondition: `x` is not empty, 1 ≤ k ≤ n.
public func topKSoftmax<S: Scalar & Elementary>(_ x: Vector<S>, k: Int) -> Vector<S> {
  requireScores(x, "topKSoftmax")
  if let undefined = x.unordered { return Vector(repeating: undefined, count: x.count) }
  let support = topKSupport(x, k: k)
  let kept = softmax(Vector(support.map { x[$0] }))
  var result = Vector<S>.zeros(x.count)
  for (index, probability) in zip(support, kept) { result[index] = probability }
  return result
}

/// log Σ_{i in the k largest} e^xᵢ − xₜ, the training loss of sparse softmax.
///
/// Never negative. It is a negative log-probability only if the target is among the k largest;
/// otherwise the model gives the target probability 0 while the loss stays finite. NaN if a score
/// is NaN.
///
/// - Precondition: `target` is an index of `x`, 1 ≤ k ≤ n.
public func topKLoss<S: Scalar & Elementary>(_ x: Vector<S>, target: Int, k: Int) -> S {
  requireTarget(target, x, "topKLoss")
  if let undefined = x.unordered { return undefined }
  return logSumExp(Vector(topKSupport(x, k: k).map { x[$0] })) - x[target]
}

/// The gradient of ``topKLoss(_:target:k:)``: topKSoftmax(x) − eₜ. Its target entry is −1 for a
/// target outside the k largest.
///
/// - Precondition: as for the loss; not differentiable where the k-th and next score tie.
public func topKLossGradient<S: Scalar & Elementary>(
  _ x: Vector<S>, target: Int, k: Int
) -> Vector<S> {
  requireTarget(target, x, "topKLossGradient")
  return topKSoftmax(x, k: k).lowered(at: target, by: .one)
}
