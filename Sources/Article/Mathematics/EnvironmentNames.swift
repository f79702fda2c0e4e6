/// The environments that are displays of their own, and what their names say.
enum DisplayEnvironment {
  /// Those in which every row has a number.
  static let rowwise: Set<String> = ["align", "alignat", "flalign", "gather", "eqnarray"]
  static let all: Set<String> = rowwise.union(["equation", "multline", "displaymath"])

  /// The name in `\begin{name}` at the start of `text`, star included.
  static func opening(_ text: ArraySlice<UInt8>) -> String? {
    name(after: "\\begin{", in: text)
  }

  /// Whether `name`, with or without its star, is a display.
  static func isDisplay(_ name: String) -> Bool { all.contains(unstarred(name)) }

  static func unstarred(_ name: String) -> String {
    name.hasSuffix("*") ? String(name.dropLast()) : name
  }

  private static func name(after command: String, in text: ArraySlice<UInt8>) -> String? {
    guard text.starts(with: command.utf8) else { return nil }
    let rest = text.dropFirst(command.utf8.count)
    let name = rest.prefix { $0.isLetter || $0 == UInt8(ascii: "*") }
    guard !name.isEmpty, rest.dropFirst(name.count).first == UInt8(ascii: "}") else { return nil }
    return name.text
  }
}
