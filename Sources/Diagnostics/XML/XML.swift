/// An XML document that any parser reads, whatever its texts hold.
///
/// XML 1.0 has no way to write most control characters, not even escaped: they are written as
/// pictures of themselves (␀ for NUL). Everything else comes back from a parser as it went in,
/// line breaks in attributes included.
public indirect enum XML: Sendable, Equatable {
  case element(String, [(name: String, value: String)], [XML])
  case text(String)

  public static func == (a: XML, b: XML) -> Bool { a.document == b.document }

  /// The tree as a document in UTF-8, one element a line, ending with a newline.
  public var document: String {
    var result = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &result, indent: "")
    return result
  }

  /// An element that holds text is written on one line, because space inside it would count.
  private func write(to out: inout String, indent: String) {
    guard case .element(let name, let attributes, let children) = self else { return }
    out += indent
    if children.contains(where: \.isText) {
      writeInline(to: &out)
      out += "\n"
      return
    }
    out += "<" + name
    XML.write(attributes, to: &out)
    if children.isEmpty {
      out += "/>\n"
      return
    }
    out += ">\n"
    for child in children { child.write(to: &out, indent: indent + "  ") }
    out += indent + "</" + name + ">\n"
  }

  private func writeInline(to out: inout String) {
    switch self {
    case .text(let text): XML.escape(text, in: .content, to: &out)
    case .element(let name, let attributes, let children):
      out += "<" + name
      XML.write(attributes, to: &out)
      out += ">"
      for child in children { child.writeInline(to: &out) }
      out += "</" + name + ">"
    }
  }

  private var isText: Bool { if case .text = self { true } else { false } }

  private static func write(_ attributes: [(name: String, value: String)], to out: inout String) {
    for (name, value) in attributes {
      out += " " + name + "=\""
      escape(value, in: .attribute, to: &out)
      out += "\""
    }
  }

  private enum Context { case content, attribute }

  /// `>` is always escaped, so that no text holds `]]>`. A parser turns bare carriage returns, and
  /// in attributes all white space, into something else: these are written by number.
  private static func escape(_ text: String, in context: Context, to out: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"" where context == .attribute: out += "&quot;"
      case "\r": out += "&#13;"
      case "\n" where context == .attribute: out += "&#10;"
      case "\t" where context == .attribute: out += "&#9;"
      default: out.unicodeScalars.append(scalar.inXML)
      }
    }
  }
}

extension Unicode.Scalar {
  /// The scalar itself if XML 1.0 has it, else a picture of it.
  fileprivate var inXML: Unicode.Scalar {
    switch value {
    case 0x09, 0x0A, 0x0D: self
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: self
    }
  }
}
