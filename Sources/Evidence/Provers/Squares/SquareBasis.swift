import MathCore

/// The monomials that squares may hold which add up to a polynomial, in blocks that do not mix.
///
/// A square's highest and lowest terms cannot cancel, which bounds degrees by half of the
/// polynomial's; a monomial whose square is neither in the polynomial nor a product of two others
/// has coefficient 0. Where the polynomial is even in a variable, a product of an even and an odd
/// monomial cannot help.
enum SquareBasis {
  static func blocks(for support: Set<[Int]>) -> [[[Int]]] {
    guard let count = support.first?.count else { return [] }
    let even = (0..<count).filter { index in
      support.allSatisfy { $0[index].isMultiple(of: 2) }
    }
    let basis = pruned(candidates(for: support, count), support)
    let groups = Dictionary(grouping: basis) { monomial in even.map { monomial[$0] % 2 } }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { group in
      group.value.sorted { $0.lexicographicallyPrecedes($1) }
    }
  }

  /// Monomials within half of the polynomial's degrees, in each variable and together.
  private static func candidates(for support: Set<[Int]>, _ count: Int) -> [[Int]] {
    let totals = support.map(\.total)
    let ranges = (0..<count).map { index in
      let powers = support.map { $0[index] }
      // Empty where all powers are the same odd number.
      return Array(
        stride(from: ((powers.min() ?? 0) + 1) / 2, through: (powers.max() ?? 0) / 2, by: 1))
    }
    var list: [[Int]] = [[]]
    for range in ranges {
      list = list.flatMap { head in range.map { head + [$0] } }
      guard list.count <= limit else { return [] }
    }
    return list.filter {
      2 * $0.total >= (totals.min() ?? 0) && 2 * $0.total <= (totals.max() ?? 0)
    }
  }

  private static let limit = 2_000

  private static func pruned(_ basis: [[Int]], _ support: Set<[Int]>) -> [[Int]] {
    var basis = basis
    while true {
      var products: Set<[Int]> = []
      for (i, m) in basis.enumerated() {
        for n in basis[..<i] { products.insert(m.adding(n)) }
      }
      let kept = basis.filter { monomial in
        let square = monomial.adding(monomial)
        return support.contains(square) || products.contains(square)
      }
      if kept.count == basis.count { return kept }
      basis = kept
    }
  }
}
