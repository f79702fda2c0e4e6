import Diagnostics

/// One `{{…}}` of a template, with its place.
struct TemplateTag: Equatable {
  enum Kind: Equatable { case value, section, partial }
  var kind: Kind
  /// Without sigil, braces and transforms.
  var name: String
  var place: Place

  /// All tags that read a value or a partial; closing tags, comments and pragmas are left out.
  static func all(in text: String, path: String) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var line = 1
    for content in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = content
      while let open = rest.firstRange(of: "{{"),
        let close = rest[open.upperBound...].firstRange(of: "}}")
      {
        let inner = rest[open.upperBound..<close.lowerBound]
        let column = content.utf8.distance(from: content.startIndex, to: open.lowerBound) + 1
        let place = Place(file: path, line: line, column: column)
        if let tag = TemplateTag(inner, place) { tags.append(tag) }
        rest = rest[close.upperBound...]
      }
      line += 1
    }
    return tags
  }

  private init?(_ inner: Substring, _ place: Place) {
    let text = inner.filter { !$0.isWhitespace }
    let kind: Kind
    switch text.first {
    case "/", "!", "%", "=", "$", nil: return nil
    case "#", "^": kind = .section
    case ">", "<": kind = .partial
    default: kind = .value
    }
    self.kind = kind
    // The sigil, the third brace and the names of transforms are around the name.
    name = text.split { "#^<>&{}()".contains($0) }.last.map(String.init) ?? ""
    self.place = place
  }
}
