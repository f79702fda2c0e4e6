import Records

/// Shows a value in the article, below the block.
///
/// ```swift
/// show(softmax([1, 2, 3]))
/// show(error, as: "fig:error")   // fills the box `[!FIGURE fig:error]`
/// ```
public func show<Value>(_ value: Value, as box: String? = nil) {
  show(.quantity(Quantity(describing: value)), in: box)
}

/// Shows a table, below the block or in a `[!TABLE id]` box.
public func show(_ table: Table, as box: String? = nil) {
  show(.table(header: table.header, rows: table.rows), in: box)
}

private func show(_ content: Shown, in box: String?) {
  RecordChannel.shared.write(
    .shown(ShownRecord(mark: outputMark(), content: content, fills: box)))
}
