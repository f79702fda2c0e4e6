/// Writes diagnostics for a person at a terminal: place, severity, sentence, the line with a caret,
/// notes, and what to do. Columns are in characters, as an editor counts them.
///
/// Nothing of a message or a source line can steer the terminal: control characters are printed as
/// pictures of themselves. Without `color` the text holds no escape sequence at all.
public struct TerminalWriter: Sendable {
  /// The text of each file, by the path that places name; a file that is missing has no excerpt.
  public var sources: [String: String]
  public var color: Bool

  public init(sources: [String: String], color: Bool) {
    self.sources = sources
    self.color = color
  }

  /// One diagnostic, ending with a newline.
  public func text(for diagnostic: Diagnostic) -> String {
    let excerpt = diagnostic.place.flatMap { self.excerpt(at: $0) }
    var lines = [heading(of: diagnostic, excerpt)]
    lines += gutter(excerpt, at: diagnostic.place)
    let indent = indentation(under: diagnostic.place)
    for note in diagnostic.notes {
      let noteExcerpt = note.place.flatMap { self.excerpt(at: $0) }
      let isElsewhere = note.place != diagnostic.place
      let place = isElsewhere ? note.place.map { name($0, noteExcerpt) + ": " } ?? "" : ""
      lines += labelled("note", .cyan, place + note.message, indent)
      // The line and its caret are there already.
      if isElsewhere { lines += gutter(noteExcerpt, at: note.place) }
    }
    if let fix = diagnostic.fix { lines += labelled("fix", .green, fix, indent) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All of them, with an empty line between two.
  public func text(for diagnostics: [Diagnostic]) -> String {
    diagnostics.map { text(for: $0) }.joined(separator: "\n")
  }

  private func excerpt(at place: Place) -> Excerpt? {
    sources[place.file].flatMap { Excerpt(of: $0, at: place) }
  }

  private func heading(of diagnostic: Diagnostic, _ excerpt: Excerpt?) -> String {
    let place = diagnostic.place.map { paint(name($0, excerpt) + ": ", .bold) } ?? ""
    let severity = paint(diagnostic.severity.rawValue + ":", style(diagnostic.severity))
    let message = diagnostic.message.printable(keepingLines: true)
    return "\(place)\(severity) \(paint(message, .bold)) \(paint("[\(diagnostic.id)]", .dim))"
  }

  private func name(_ place: Place, _ excerpt: Excerpt?) -> String {
    "\(place.file.printable()):\(place.line):\(excerpt?.column ?? place.column)"
  }

  private func gutter(_ excerpt: Excerpt?, at place: Place?) -> [String] {
    guard let excerpt, let place else { return [] }
    let number = String(place.line)
    let margin = String(repeating: " ", count: number.count)
    let caret = String(repeating: " ", count: excerpt.caret) + paint("^", .green)
    return [
      "  \(paint("\(number) |", .dim)) \(excerpt.text)",
      "  \(paint("\(margin) |", .dim)) \(caret)",
    ]
  }

  private func indentation(under place: Place?) -> String {
    String(repeating: " ", count: 2 + (place.map { String($0.line).count } ?? 0))
  }

  private func labelled(_ label: String, _ style: Style, _ text: String, _ indent: String)
    -> [String]
  {
    let margin = indent + String(repeating: " ", count: label.count + 4)
    let lines = text.printable(keepingLines: true).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      index == 0 ? "\(indent) = \(paint(label + ":", style)) \(line)" : "\(margin) \(line)"
    }
  }

  private enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "32"
    case yellow = "1;33"
    case cyan = "36"
  }

  private func style(_ severity: Diagnostic.Severity) -> Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    color ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
