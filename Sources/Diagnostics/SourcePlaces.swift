/// Places as other programs count them: paths from the repository's root, columns in characters.
public struct SourcePlaces: Sendable {
  /// The text of each file, by the path that places name.
  public var sources: [String: String]
  /// The way from the repository's root to the site's: empty, or a path that ends with `/`.
  public var prefix: String

  public init(sources: [String: String], prefix: String = "") {
    self.sources = sources
    self.prefix = prefix
  }

  public func path(_ file: String) -> String { prefix + file }

  func line(_ place: Place) -> Int { max(1, place.line) }

  /// From 1, in Unicode scalars; in bytes, as in the place itself, when the line is not known.
  func column(_ place: Place) -> Int {
    guard place.line > 0, let source = sources[place.file],
      let line = source.utf8.split(
        separator: UInt8(ascii: "\n"), maxSplits: place.line, omittingEmptySubsequences: false
      ).dropFirst(place.line - 1).first
    else { return max(1, place.column) }
    return String(decoding: line.prefix(max(0, place.column - 1)), as: UTF8.self)
      .unicodeScalars.count + 1
  }
}

extension Diagnostic {
  /// The message with its notes and its fix, as lines of plain text.
  public var paragraph: String {
    let lines = notes.map { note in
      (note.place.map { "\($0.file):\($0.line): " } ?? "") + note.message
    }
    return ([message] + lines + [fix.map { "Fix: \($0)" }].compactMap { $0 })
      .joined(separator: "\n")
  }
}
