/// Swift source with what is not code turned into spaces, byte for byte, so that a search finds
/// only code and its places stay true.
public enum BlankedSource {
  /// - Parameter keepingTexts: whether string literals stay (ids are string literals).
  public static func code(_ source: String, keepingTexts: Bool) -> String {
    var blanker = Blanker(bytes: Array(source.utf8), keepsTexts: keepingTexts)
    blanker.run()
    return String(decoding: blanker.bytes, as: UTF8.self)
  }

  private struct Blanker {
    var bytes: [UInt8]
    let keepsTexts: Bool
    var position = 0

    mutating func run() {
      while position < bytes.count {
        if isAt("//") {
          while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { blank() }
        } else if isAt("/*") {
          comment()
        } else if isAt("\"\"\"") {
          text(closedBy: "\"\"\"")
        } else if isAt("\"") {
          text(closedBy: "\"")
        } else {
          position += 1
        }
      }
    }

    func isAt(_ mark: StaticString) -> Bool {
      let count = mark.utf8CodeUnitCount
      guard position + count <= bytes.count else { return false }
      return (0..<count).allSatisfy { bytes[position + $0] == mark.utf8Start[$0] }
    }

    /// Comments nest.
    mutating func comment() {
      var depth = 0
      repeat {
        if isAt("/*") {
          depth += 1
          blank()
        } else if isAt("*/") {
          depth -= 1
          blank()
        }
        blank()
      } while depth > 0 && position < bytes.count
    }

    /// A text of one line ends with its line at the latest.
    mutating func text(closedBy mark: StaticString) {
      let count = mark.utf8CodeUnitCount
      let isShort = count == 1
      position += count
      while position < bytes.count, !isAt(mark) {
        if isShort && bytes[position] == UInt8(ascii: "\n") { return }
        let isEscape = bytes[position] == UInt8(ascii: "\\") && position + 1 < bytes.count
        for _ in 0..<(isEscape ? 2 : 1) { keepsTexts ? position += 1 : blank() }
      }
      position = Swift.min(position + count, bytes.count)
    }

    mutating func blank() {
      guard position < bytes.count else { return }
      if bytes[position] != UInt8(ascii: "\n") { bytes[position] = UInt8(ascii: " ") }
      position += 1
    }
  }
}
