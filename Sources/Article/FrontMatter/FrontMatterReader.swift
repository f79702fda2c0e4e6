import Diagnostics
import Yams

/// Reads the YAML between the `---` lines at the start of an article.
///
/// Every value is taken as the text that the author wrote: what YAML would read as a date, a number
/// or a truth value stays text.
struct FrontMatterReader {
  private(set) var frontMatter = FrontMatter()
  private(set) var diagnostics: [Diagnostic] = []
  /// How many lines of the file belong to the front matter, both `---` lines included.
  private(set) var lineCount = 0
  private let source: SourceText

  static let keys = ["title", "summary", "date", "series", "author", "lang", "discusses"]
  static let discussedKeys = ["title", "author", "date", "url"]

  init(_ source: SourceText) {
    self.source = source
    guard source.line(1).trimmedEnd.text == "---" else {
      report(
        "frontmatter.missing", line: 1, column: 1, "the article has no front matter",
        fix: "Begin the file with `---`, `title: …`, `---`.")
      return
    }
    let end = (2...max(2, source.lineCount)).first {
      ["---", "..."].contains(source.line($0).trimmedEnd.text)
    }
    guard let end else {
      report(
        "frontmatter.unclosed", line: 1, column: 1, "the front matter never ends",
        fix: "Close it with a line `---`.")
      lineCount = 1
      return
    }
    lineCount = end
    let yaml = (2..<end).map { source.line($0).text + "\n" }.joined()
    read(yaml)
  }

  private mutating func report(
    _ id: String, line: Int, column: Int, _ message: String, fix: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(id, at: Place(file: source.path, line: line, column: column), message, fix: fix))
  }

  private mutating func report(_ id: String, at node: Node, _ message: String, fix: String? = nil) {
    let (line, column) = position(of: node)
    report(id, line: line, column: column, message, fix: fix)
  }

  /// Yams counts characters; a column is a byte.
  private func position(of node: Node) -> (line: Int, column: Int) {
    node.mark.map(position) ?? (2, 1)
  }

  private func position(_ mark: Mark) -> (line: Int, column: Int) {
    let line = min(max(mark.line, 1) + 1, max(2, lineCount))
    let scalars = source.line(line).text.unicodeScalars.prefix(max(0, mark.column - 1))
    return (line, String(String.UnicodeScalarView(scalars)).utf8.count + 1)
  }

  private mutating func read(_ yaml: String) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      reportMalformed(error)
      return
    } catch {
      report("frontmatter.yaml", line: 1, column: 1, "the front matter cannot be read: \(error)")
      return
    }
    guard let root, let mapping = root.mapping else {
      if let root, root.string?.isEmpty == false || root.sequence != nil {
        report("frontmatter.yaml", at: root, "the front matter is not a list of `key: value` lines")
      } else {
        reportNoTitle()
      }
      return
    }
    for (key, value) in mapping { readKey(key, value) }
    if !mapping.contains(where: { $0.key.string == "title" }) { reportNoTitle() }
  }

  private mutating func reportNoTitle() {
    report(
      "frontmatter.title", line: 1, column: 1, "the front matter has no `title`",
      fix: "Add a line `title: …`.")
  }

  private mutating func reportMalformed(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let place = position(mark)
      report(
        "frontmatter.yaml", line: place.line, column: place.column,
        "the front matter is not YAML: \(problem)",
        fix: "Put a value that contains `: `, ` #` or quotes between quotation marks.")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let place = position(context.mark)
      let names = duplicates.map { "`\($0)`" }.sorted().joined(separator: ", ")
      report(
        "frontmatter.duplicate-key", line: place.line, column: place.column,
        "\(names) stands twice in the front matter", fix: "Keep one of them.")
    default:
      report("frontmatter.yaml", line: 1, column: 1, "the front matter cannot be read: \(error)")
    }
  }

  private mutating func readKey(_ key: Node, _ value: Node) {
    let name = key.string ?? ""
    switch name {
    case "title":
      guard let title = text(value, of: name) else { break }
      frontMatter.title = title
      if title.isEmpty { report("frontmatter.title", at: key, "the title is empty") }
    case "summary": frontMatter.summary = text(value, of: name)
    case "date": frontMatter.date = date(value, of: name)
    case "series": frontMatter.series = text(value, of: name)
    case "author": frontMatter.author = text(value, of: name)
    case "lang": frontMatter.lang = language(value) ?? frontMatter.lang
    case "discusses": readDiscussed(value)
    default: reportUnknown(key, name, Self.keys)
    }
  }

  private mutating func reportUnknown(_ key: Node, _ name: String, _ known: [String]) {
    let suggestion = Suggestion.sentence(for: name, among: known)
    report(
      "frontmatter.unknown-key", at: key,
      "unknown key `\(name)`" + (suggestion.map { "; \($0)" } ?? ""),
      fix: "The keys are \(known.map { "`\($0)`" }.joined(separator: ", ")).")
  }

  private mutating func readDiscussed(_ value: Node) {
    guard let mapping = value.mapping else {
      report(
        "frontmatter.value", at: value, "`discusses` needs keys of its own",
        fix: "Write `title`, `author`, `date` and `url` under it, indented.")
      return
    }
    var discussed = FrontMatter.Discussed(title: "")
    for (key, value) in mapping {
      let name = key.string ?? ""
      switch name {
      case "title": discussed.title = text(value, of: name) ?? ""
      case "author": discussed.author = text(value, of: name)
      case "date": discussed.date = date(value, of: name)
      case "url": discussed.url = webAddress(value)
      default: reportUnknown(key, name, Self.discussedKeys)
      }
    }
    if discussed.title.isEmpty {
      report("frontmatter.title", at: value, "what `discusses` names has no `title`")
    }
    frontMatter.discusses = discussed
  }

  private mutating func text(_ value: Node, of key: String) -> String? {
    guard case .scalar(let scalar) = value else {
      report("frontmatter.value", at: value, "`\(key)` needs a text")
      return nil
    }
    return scalar.string
  }

  /// A link that a reader may follow: nothing that runs, nothing on the author's machine.
  private mutating func webAddress(_ value: Node) -> String? {
    guard let text = text(value, of: "url") else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
      report(
        "frontmatter.url", at: value, "`\(text)` is not the address of a page",
        fix: "Write it in full: https://….")
      return nil
    }
    return text
  }

  private mutating func date(_ value: Node, of key: String) -> String? {
    guard let text = text(value, of: key) else { return nil }
    guard CalendarDate.isValid(text) else {
      report(
        "frontmatter.date", at: value, "`\(text)` is not a date", fix: "Write it as yyyy-mm-dd.")
      return nil
    }
    return text
  }

  private mutating func language(_ value: Node) -> String? {
    guard let text = text(value, of: "lang") else { return nil }
    let isTag = text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    guard isTag, text.utf8.first?.isLetter == true else {
      report(
        "frontmatter.lang", at: value, "`\(text)` is not a language tag",
        fix: "Write, for example, `en` or `zh-Hans`.")
      return nil
    }
    return text
  }
}
