/// `[@key]` and `[@key, p. 3]` in text; `[@a; @b]` is two citations.
enum Citations {
  struct Found: Equatable {
    var range: Range<Int>
    var key: String
    var locator: String?
  }

  static func find(in text: [UInt8]) -> [Found] {
    var found: [Found] = []
    var index = 0
    while let open = text[index...].firstIndex(of: Array("[@".utf8)) {
      let content = text[(open + 1)...].prefix { $0 != UInt8(ascii: "]") }
      index = open + 2
      guard content.endIndex < text.count else { break }
      let parts = content.split(separator: UInt8(ascii: ";")).map { citation($0.trimmed) }
      guard parts.allSatisfy({ $0 != nil }) else { continue }
      for (number, part) in zip(0..., parts.compactMap { $0 }) {
        // The brackets belong to the first; the others stand behind it without text between them.
        let range =
          number == 0 ? open..<content.endIndex + 1 : content.endIndex + 1..<content.endIndex + 1
        found.append(Found(range: range, key: part.key, locator: part.locator))
      }
      index = content.endIndex + 1
    }
    return found
  }

  private static func citation(_ text: ArraySlice<UInt8>) -> (key: String, locator: String?)? {
    guard text.first == UInt8(ascii: "@") else { return nil }
    let key = text.dropFirst().prefix { $0.isIDCharacter || "/+".utf8.contains($0) || $0 >= 0x80 }
    guard !key.isEmpty else { return nil }
    let rest = text[key.endIndex...].trimmed
    if rest.isEmpty { return (key.text, nil) }
    guard rest.first == UInt8(ascii: ",") else { return nil }
    let locator = rest.dropFirst().trimmed
    return (key.text, locator.isEmpty ? nil : locator.text)
  }
}
