/// A unified diff of two texts that have the same number of lines: promoting rewrites lines, it
/// never adds or takes one.
struct UnifiedDiff {
  enum Line: Equatable {
    case header(String)
    case same(String)
    case removed(String)
    case added(String)

    var text: String {
      switch self {
      case .header(let text): text
      case .same(let text): " " + text
      case .removed(let text): "-" + text
      case .added(let text): "+" + text
      }
    }
  }

  private static let context = 3
  private(set) var lines: [Line] = []

  init(path: String, old: [String], new: [String]) {
    let changed = zip(old, new).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
    guard !changed.isEmpty else { return }
    lines = [.header("--- a/\(path)"), .header("+++ b/\(path)")]
    for hunk in UnifiedDiff.hunks(changed, count: old.count) {
      let span = "\(hunk.lowerBound + 1),\(hunk.count)"
      lines.append(.header("@@ -\(span) +\(span) @@"))
      var index = hunk.lowerBound
      while index < hunk.upperBound {
        let run = (index..<hunk.upperBound).prefix { old[$0] != new[$0] }
        if run.isEmpty {
          lines.append(.same(old[index]))
          index += 1
        } else {
          lines += run.map { .removed(old[$0]) } + run.map { .added(new[$0]) }
          index = run.upperBound
        }
      }
    }
  }

  /// Changes with the lines around them, those that touch in one.
  private static func hunks(_ changed: [Int], count: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for line in changed {
      let around = max(0, line - context)..<min(count, line + context + 1)
      if let last = hunks.last, around.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
      } else {
        hunks.append(around)
      }
    }
    return hunks
  }
}
