/// "Did you mean": the known word nearest to what was written.
public enum Suggestion {
  /// The candidate with the smallest edit distance, if it is near enough to be a slip of the hand
  /// (a third of the word's length, at least one edit). Of equally near ones the first wins.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, word.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in candidates where candidate != word {
      let distance = editDistance(word, candidate, limit: best.map { $0.distance - 1 } ?? limit)
      if let distance { best = (candidate, distance) }
    }
    return best?.word
  }

  /// "did you mean `x`?", or `nil` when nothing is near.
  public static func sentence(for word: String, among candidates: some Sequence<String>) -> String?
  {
    nearest(to: word, among: candidates).map { "did you mean `\($0)`?" }
  }

  /// Insertions, deletions, replacements and swaps of neighbours; `nil` when more than `limit`.
  /// Case counts as half-known: texts that differ in case only are at distance 1.
  static func editDistance(_ a: String, _ b: String, limit: Int) -> Int? {
    guard limit >= 0 else { return nil }
    if a != b && a.lowercased() == b.lowercased() { return limit >= 1 ? 1 : nil }
    let a = Array(a)
    let b = Array(b)
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
