/// A JSON value whose members keep their order, written as the same bytes on every machine: two
/// spaces of indentation, escapes only where JSON demands them, and `null` for a number that JSON
/// cannot write (NaN and the infinities).
public indirect enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])
  /// Text on one line that is JSON already.
  case verbatim(String)

  public static func == (a: JSON, b: JSON) -> Bool { a.text == b.text }

  /// The value as a document, ending with a newline.
  public var text: String {
    var result = ""
    write(to: &result, indent: "")
    return result + "\n"
  }

  private func write(to out: inout String, indent: String) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .number(let value): out += JSON.literal(value)
    case .string(let value): JSON.quote(value, to: &out)
    case .verbatim(let text): out += text
    case .array(let values):
      JSON.group("[", "]", values, to: &out, indent: indent) { value, out, inner in
        value.write(to: &out, indent: inner)
      }
    case .object(let members):
      JSON.group("{", "}", members, to: &out, indent: indent) { member, out, inner in
        JSON.quote(member.key, to: &out)
        out += ": "
        member.value.write(to: &out, indent: inner)
      }
    }
  }

  private static func group<Element>(
    _ open: String, _ close: String, _ elements: [Element], to out: inout String, indent: String,
    _ write: (Element, inout String, String) -> Void
  ) {
    out += open
    let inner = indent + "  "
    for (index, element) in elements.enumerated() {
      out += (index == 0 ? "\n" : ",\n") + inner
      write(element, &out, inner)
    }
    out += elements.isEmpty ? close : "\n" + indent + close
  }

  /// The shortest decimal that reads back as the same number; whole numbers without `.0`.
  private static func literal(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case let control where control.value < 0x20 || control.value == 0x7F:
        let digits = String(control.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
