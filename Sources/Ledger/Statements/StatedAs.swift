import Article
import Records

/// How the words of a claim and what was checked belong together. The words are the author's; what
/// was checked is printed below them wherever the two are not one.
public enum StatedAs: Sendable, Equatable {
  /// The statement prints the very law that was checked: `{swift} law`.
  case fromLaw
  /// The formula of the statement is the formula that was checked.
  case shown
  /// The formula that was checked is in the statement, which holds others besides.
  case amongOthers
  /// The statement says in its own words, or in other formulas, what was checked.
  case byHand
  /// What was checked is code: the call as it stands in the article.
  case code(String)

  /// - Parameters:
  ///   - statement: TeX of what was checked.
  ///   - coverage: what its variables ranged over: phrases with formulas between dollars.
  ///   - values: what the inline values of the statement printed.
  init(
    law statement: String, for coverage: [String] = [], in part: StatedPart,
    values: [Int: Quantity]
  ) {
    let law = NormalTeX(statement.withoutNegation)
    let formulas = part.formulas.map(NormalTeX.init)
    let laws = part.values.compactMap { values[$0]?.law }
    if laws.isEmpty && formulas == [law] {
      self = .shown
      return
    }
    // A formula with words in it is never taken apart: it may say less than its comparisons.
    let stated = formulas.map(\.comparisons)
    let all = stated.compactMap { $0 }.reduce(into: Set()) { $0.formUnion($1) }
    let scope = coverage.flatMap(\.formulas).compactMap { NormalTeX($0).comparisons }
      .reduce(into: Set()) { $0.formUnion($1) }
    let checked = law.comparisons ?? []
    let isWhole =
      stated.allSatisfy { $0 != nil } && all.isSubset(of: checked.union(scope))
      && laws.allSatisfy { $0 == law }
    if laws.contains(law) {
      self = isWhole ? .fromLaw : .amongOthers
    } else if !checked.isEmpty, checked.isSubset(of: all) {
      self = isWhole ? .shown : .amongOthers
    } else {
      self = formulas.contains(law) ? .amongOthers : .byHand
    }
  }
}

extension StatedAs {
  /// Whether the statement has the very formula that was checked.
  var showsLaw: Bool {
    switch self {
    case .fromLaw, .shown, .amongOthers: true
    case .byHand, .code: false
    }
  }
}

extension String {
  /// A witness against a law states that the law is false; the law itself stands behind that word.
  var withoutNegation: String {
    hasPrefix("\\text{not: }") ? String(dropFirst("\\text{not: }".count)) : self
  }
}

extension String {
  /// What stands between dollars.
  fileprivate var formulas: [String] {
    split(separator: "$", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

extension Quantity {
  fileprivate var law: NormalTeX? {
    if case .tex(let tex) = self { NormalTeX(tex) } else { nil }
  }
}
