import Diagnostics

/// The ids that an article's author has given: boxes, equations, sections and Swift blocks share
/// one page, so they share one set of names.
struct IDRegistry {
  private var places: [String: Place] = [:]

  /// Takes `id`, or returns where it was taken before.
  mutating func declare(_ id: String, at place: Place) -> Place? {
    if let first = places[id] { return first }
    places[id] = place
    return nil
  }

  func contains(_ id: String) -> Bool { places[id] != nil }

  /// Whether `id` is made of `A-Z a-z 0-9 . _ : -` only.
  static func isWellFormed(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.allSatisfy(\.isIDCharacter)
  }

  static let alphabet = "An id consists of the characters A–Z a–z 0–9 . _ : -"
}
