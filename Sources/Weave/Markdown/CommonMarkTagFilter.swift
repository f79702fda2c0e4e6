/// GFM's `tagfilter`: the tags that could take over a page lose their `<`.
enum TagFilter {
  private static let forbidden = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]

  static func defuse(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var output: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "<"), startsForbiddenTag(bytes[(index + 1)...]) {
        output += "&lt;".utf8
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether `rest`, which follows a `<`, names a forbidden tag, opening or closing.
  private static func startsForbiddenTag(_ rest: ArraySlice<UInt8>) -> Bool {
    let name = rest.first == UInt8(ascii: "/") ? rest.dropFirst() : rest
    return forbidden.contains { tag in
      guard name.count > tag.utf8.count,
        zip(name, tag.utf8).allSatisfy({ $0 | 0x20 == $1 })
      else { return false }
      let next = name[name.startIndex + tag.utf8.count]
      return " \t\n\u{b}\u{c}\r>".utf8.contains(next)
        || name.dropFirst(tag.utf8.count).starts(
          with: "/>".utf8)
    }
  }
}
