/// `\eqref{label}` and `\ref{label}` within a formula: the typesetter knows neither, so whoever
/// calls it replaces them by numbers.
public enum TeXReferences {
  public struct Found: Sendable, Equatable {
    /// UTF-8 offsets of the whole command in the TeX.
    public var range: Range<Int>
    public var label: String
    /// Whether the command was `\eqref`: the number stands in parentheses.
    public var isEquation: Bool
  }

  /// Every reference in `tex`, in order.
  public static func find(in tex: String) -> [Found] {
    let bytes = Array(tex.utf8)
    var found: [Found] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      if let reference = reference(at: index, in: bytes) {
        found.append(reference)
        index = reference.range.upperBound
      } else {
        index += 2
      }
    }
    return found
  }

  /// The TeX with every reference replaced by what `text` gives for it; `nil` leaves it.
  public static func replacing(in tex: String, with text: (Found) -> String?) -> String {
    var bytes = Array(tex.utf8)
    for reference in find(in: tex).reversed() {
      guard let replacement = text(reference) else { continue }
      bytes.replaceSubrange(reference.range, with: Array(replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func reference(at index: Int, in bytes: [UInt8]) -> Found? {
    for (command, isEquation) in [("\\eqref{", true), ("\\ref{", false)]
    where bytes[index...].starts(with: command.utf8) {
      let rest = bytes[(index + command.utf8.count)...]
      guard let close = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
      return Found(
        range: index..<close + 1, label: rest[..<close].trimmed.text, isEquation: isEquation)
    }
    return nil
  }
}
