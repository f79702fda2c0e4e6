import Diagnostics

extension SiteLedger {
  /// So many statements must there be before their shares say anything.
  private static let fewest = 10

  /// A site that cites more than it checks is a list of references, whatever its summary says.
  mutating func limitCited() {
    let counted = claims.filter { !$0.isDemonstration }
    let cited = counted.filter { $0.kind == .cited }
    let checked = counted.count - cited.count
    guard counted.count >= Self.fewest, cited.count > checked else { return }
    let first = cited.sorted { $0.place < $1.place }[checked]
    diagnostics.append(
      Diagnostic(
        "cited.too-many", .warning, at: first.place,
        "with this one the site cites \(cited.count) statements and checks \(checked): more than "
          + "half of what it states is verified nowhere",
        fix: "check some of them: a part, an example, or the case that the article needs",
        claim: first.id))
  }
}
