/// What the random numbers of statistical checks are made from, beside the claim's id: chosen by
/// the site, never by an article.
public struct RunSeed: Sendable, Equatable {
  /// The site's own text: the same in every run, so a run tells only whether something changed.
  public var salt: String
  /// A published text that was not used before: draws that nobody has seen, so a run is evidence.
  public var fresh: String?

  public init(salt: String = "", fresh: String? = nil) {
    self.salt = salt
    self.fresh = fresh
  }

  public var isFresh: Bool { fresh != nil }

  /// What the program gets: hexadecimal digits, whatever the texts are made of.
  var digest: String { SHA256.hexDigest(ofParts: [salt] + (fresh.map { [$0] } ?? [])) }

  /// The variable in the program's environment that holds the digest.
  static let variable = "EVIDENT_SEED"
}
