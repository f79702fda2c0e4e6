// Swift in colour: from code to its spans, with what does not need to be asked twice remembered.

import Synchronization

/// Colours Swift code as the toolchain's own parser reads it. The same code gets the same colours,
/// whatever was coloured before it.
public final class SwiftColors: Sendable {
  private let kit: SourceKit
  /// The code of a block stands on the page twice: in its place and in its claim's card.
  private let known = Mutex<[String: [SyntaxSpan]]>([:])

  public struct Unavailable: Error, CustomStringConvertible {
    public var description: String
  }

  /// - Parameter toolchain: the folder that holds the toolchain's `bin` and `lib`.
  public init(toolchain: String) throws(Unavailable) {
    #if os(macOS)
      let library = toolchain + "/lib/sourcekitdInProc.framework/sourcekitdInProc"
    #else
      let library = toolchain + "/lib/libsourcekitdInProc.so"
    #endif
    do {
      kit = try SourceKit.shared(library: library)
    } catch {
      throw Unavailable(description: error.description)
    }
  }

  /// The spans of the code that have a colour, in order; none overlaps another.
  public func spans(of code: String) -> [SyntaxSpan] {
    if let spans = known.withLock({ $0[code] }) { return spans }
    let spans = SwiftColors.isTooMuch(code) ? [] : kit.syntaxMap(of: code)
    known.withLock { $0[code] = spans }
    return spans
  }

  /// The parser runs in this process and goes as deep as the code does: code that nobody can read
  /// for its colours must not be able to end a build.
  private static func isTooMuch(_ code: String) -> Bool {
    guard code.utf8.count <= 200_000 else { return true }
    var depth = 0
    for byte in code.utf8 {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth > 200 { return true }
    }
    return false
  }
}
