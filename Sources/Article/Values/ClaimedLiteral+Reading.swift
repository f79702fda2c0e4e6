import Diagnostics

extension ClaimedLiteral {
  /// The literal that `text` is behind the relation, or `nil` if an author could not write it
  /// there.
  public init?(_ relation: Relation, reading text: String, at place: Place) {
    let opening = "x \(relation.rawValue) "
    guard let split = try? InlineValueReader.split(opening + text),
      split.relation == relation, split.literalText?.lowerBound == opening.utf8.count,
      let literal = split.literal
    else { return nil }
    self.init(relation: relation, text: text, value: literal, place: place)
  }
}
