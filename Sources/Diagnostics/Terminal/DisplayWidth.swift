/// How many cells of a terminal a character takes: 2 for East Asian wide characters and emoji, 1
/// for the rest. A character is a grapheme cluster, so combining marks take no cell of their own.
extension Character {
  var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.properties.isEmojiPresentation { return 2 }
    return Character.wideRanges.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// The ranges that Unicode's East Asian Width table calls wide or full-width.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// The cells that the whole text takes.
  public var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The text with control characters made visible, so that no input can steer the terminal.
  /// Newlines stay when `keepingLines`.
  public func printable(keepingLines: Bool = false) -> String {
    guard unicodeScalars.contains(where: { $0.isControl }) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\n" && keepingLines {
        result.append(scalar)
      } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        result.append(picture)
      } else if scalar.isControl {
        result.append("\u{FFFD}")
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// C0 and C1 controls, and the marks that reorder text (an excerpt must read as it is written).
  fileprivate var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
  }
}
