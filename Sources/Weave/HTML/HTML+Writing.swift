/// The serialiser: from the tree to text, in one pass over its nodes.
///
/// Void elements are written `<br />`, as cmark writes them; nothing is indented and no white space
/// is added, so what a tree says is what a page holds.
extension HTML: CustomStringConvertible {
  public var description: String {
    var output = ""
    write(into: &output)
    return output
  }

  /// Appends the HTML of this tree to `output`.
  public func write(into output: inout String) {
    switch self {
    case .text(let text): output += HTMLEscape.text(text)
    case .raw(let html): output += html
    case .sequence(let children): for child in children { child.write(into: &output) }
    case .element(let name, let attributes, let children):
      output += "<" + name
      for attribute in attributes { attribute.write(into: &output) }
      if HTML.voidElements.contains(name) {
        output += " />"
        return
      }
      output += ">"
      for child in children { child.write(into: &output) }
      output += "</" + name + ">"
    }
  }

  /// Elements without content and end tag.
  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
}

extension HTML.Attribute {
  func write(into output: inout String) {
    switch form {
    case .flag: output += " " + name
    case .text: output += " \(name)=\"\(HTMLEscape.text(value))\""
    case .url: output += " \(name)=\"\(HTMLEscape.url(value))\""
    }
  }
}
