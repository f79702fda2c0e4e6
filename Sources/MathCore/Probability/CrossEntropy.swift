// Losses of softmax: cross entropy from scores, its gradient, and the additive margin.

/// The cross entropy −log softmax(x)ₜ of the outcome t = `target`, from scores.
///
/// In real numbers positive, convex in x, invariant under shifts of x. Over `Double` it is 0 once
/// the target leads by more than about 37.
///
/// - Precondition: `target` is an index of `x`.
public func crossEntropy<S: Elementary>(_ x: Vector<S>, target: Int) -> S {
  requireTarget(target, x, "crossEntropy")
  return -logSoftmax(x)[target]
}

/// The gradient of ``crossEntropy(_:target:)`` with respect to the scores: softmax(x) − eₜ.
///
/// The target's entry is computed as −Σ_{j≠t} pⱼ, which does not cancel. It never vanishes for
/// finite real scores; over `Double` it underflows.
///
/// - Precondition: `target` is an index of `x`.
public func crossEntropyGradient<S: Elementary>(_ x: Vector<S>, target: Int) -> Vector<S> {
  requireTarget(target, x, "crossEntropyGradient")
  var gradient = softmax(x)
  gradient[target] = -gradient.sum(without: target)
  return gradient
}

/// softmax of the logits with `margin` subtracted from the target's: what a margin loss trains.
///
/// - Precondition: `target` is an index of `x`.
public func marginSoftmax<S: Elementary>(
  _ x: Vector<S>, target: Int, margin: S
) -> Vector<S> {
  requireTarget(target, x, "marginSoftmax")
  return softmax(x.lowered(at: target, by: margin))
}

/// The additive margin loss (AM-softmax) of similarities s, margin m, temperature τ:
/// −log( e^((sₜ−m)/τ) / (e^((sₜ−m)/τ) + Σ_{j≠t} e^(sⱼ/τ)) ).
///
/// It is the cross entropy of the logits (s − m eₜ)/τ, and not less than that of s/τ for m ≥ 0.
/// Source: F. Wang, W. Liu, H. Liu, J. Cheng, "Additive Margin Softmax for Face Verification",
/// arXiv:1801.05599.
///
/// - Precondition: `target` is an index of `similarities`.
public func additiveMarginLoss<S: Elementary>(
  _ similarities: Vector<S>, target: Int, margin: S, temperature: S = 1
) -> S {
  requireTarget(target, similarities, "additiveMarginLoss")
  return crossEntropy(similarities.lowered(at: target, by: margin) / temperature, target: target)
}

extension Vector {
  func lowered(at index: Int, by amount: Element) -> Vector {
    var result = self
    result[index] -= amount
    return result
  }
}
