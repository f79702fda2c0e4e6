import Records

extension CheckRecord {
  /// What the variables ranged over, as one phrase that completes "for …"; may contain `$…$`.
  public var coveragePhrase: String { Sentences.scope(self) }
}
