import Evidence
import Records

/// A claim that others take for granted: `lemma("tail.bound", law)`.
///
/// It is a claim of its own, stated in a box of this or another article, with a verdict of its own;
/// this value only refers to it. What rests on it is never better than it.
public struct Lemma: Sendable {
  let id: String
  let law: Law?

  var assumption: Assumption {
    Assumption(
      id, statement: law?.tex, quantifiers: law?.freeVariables.map(\.quantifier) ?? [])
  }
}

/// Refers to a claim that is taken for granted.
///
/// - Parameters:
///   - id: the id of a `[!CLAIM id]` or `[!CITED id]` box of the site, as a literal.
///   - law: what the lemma says, if a check is to use it as a hypothesis. It must be what that
///     claim's own check is about, word for word, and have no hypotheses.
public func lemma(_ id: StaticString, _ law: Law? = nil) -> Lemma {
  if let law, !law.hypotheses.isEmpty {
    fatalError("the lemma \"\(id)\" has hypotheses; it cannot be a hypothesis itself")
  }
  return Lemma(id: "\(id)", law: law)
}

extension Claim {
  /// The checks that follow rest on these lemmas. Where a lemma states a law, checks of laws about
  /// formulas use it as a hypothesis: what is shown is the claim's law wherever the lemma's holds.
  ///
  /// The claim reads "given 1 assumption" and counts as supported at best, unless the lemma itself
  /// is established with no assumption left.
  @discardableResult
  public func assuming(_ lemmas: Lemma...) -> Claim {
    self.lemmas += lemmas
    return self
  }

  /// A law with the lemmas' laws as hypotheses.
  func assumed(_ law: Law) -> Law {
    lemmas.compactMap(\.law).reduce(law) { $0.given($1) }
  }
}
