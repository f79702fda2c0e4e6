import Records

/// Sorts what a program printed and showed by the block that did it.
struct OutputItems {
  var log: RunLog
  var output: [UInt8]

  /// For each runnable that printed or showed anything, what, in order.
  func byRunnable() -> [Int: [ArticleRun.OutputItem]] {
    let order = log.plan.filter { log.began[$0] != nil }
    var items: [Int: [ArticleRun.OutputItem]] = [:]
    for (index, runnable) in order.enumerated() {
      let start = log.began[runnable] ?? 0
      // The last block that began gets what was printed after it too (by a top-level `defer`).
      let end =
        index + 1 < order.count ? log.ended[runnable] ?? output.count : output.count
      let shown = log.shown.filter { $0.mark.runnable == runnable }
      let found = pieces(from: start, to: end, shown)
      if !found.isEmpty { items[runnable] = found }
    }
    return items
  }

  private func pieces(from start: Int, to end: Int, _ shown: [ShownRecord])
    -> [ArticleRun.OutputItem]
  {
    var items: [ArticleRun.OutputItem] = []
    var position = clamped(start, from: 0)
    for record in shown {
      let place = clamped(min(record.mark.output, end), from: position)
      append(position..<place, to: &items)
      items.append(.shown(record.content, fills: record.fills))
      position = place
    }
    append(position..<clamped(end, from: position), to: &items)
    return items
  }

  /// Offsets come from the program: they stay within the output and do not go back.
  private func clamped(_ offset: Int, from lowest: Int) -> Int {
    max(lowest, min(offset, output.count))
  }

  private func append(_ range: Range<Int>, to items: inout [ArticleRun.OutputItem]) {
    guard !range.isEmpty else { return }
    items.append(.printed(String(decoding: output[range], as: UTF8.self)))
  }
}
