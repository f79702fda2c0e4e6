/// Ids of headings as GitHub makes them: lower case, spaces to hyphens, punctuation dropped, and
/// `-1`, `-2` … behind a slug that was there before.
struct Slugs {
  private var used: Set<String> = []
  private var repetitions: [String: Int] = [:]

  mutating func slug(for title: String, avoiding isTaken: (String) -> Bool) -> String {
    let base = Self.plainSlug(title)
    var slug = base
    while used.contains(slug) || isTaken(slug) || slug.isEmpty {
      let count = repetitions[base, default: 0] + 1
      repetitions[base] = count
      slug = base.isEmpty ? "section-\(count)" : "\(base)-\(count)"
    }
    used.insert(slug)
    return slug
  }

  static func plainSlug(_ title: String) -> String {
    String(
      title.lowercased().compactMap { character -> Character? in
        if character == " " || character == "-" { return "-" }
        return character.isLetter || character.isNumber || character == "_" ? character : nil
      })
  }
}
