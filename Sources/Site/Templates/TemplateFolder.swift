import Diagnostics
import Foundation
import Mustache

/// The site's templates, `site/templates/*.mustache`, parsed and checked before anything is made
/// with them.
///
/// Values are escaped for HTML by bytes (the library's own rule goes by grapheme and lets `<`
/// through when a combining mark follows); only `{{{name}}}` is not, and stands for HTML that was
/// made by this program.
public struct TemplateFolder: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []
  /// The text of every template by its path, for excerpts and for the hash of a page's inputs.
  public private(set) var sources: [String: String] = [:]
  private var library = MustacheLibrary()
  private var names: Set<String> = []

  /// The templates that pages are made of; others may be there, as partials of these.
  static let required = ["404", "article", "folklore", "index", "ledger"]

  public init(in folder: SiteFolder) {
    MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
    let files =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.templates.path).sorted()) ?? []
    for file in files where file.hasSuffix(".mustache") {
      add(file, in: folder)
    }
    for name in Self.required where !names.contains(name) {
      diagnostics.append(
        Diagnostic(
          "template.missing", at: nil,
          "the template \(SiteFolder.templatesPath)/\(name).mustache is missing"))
    }
    let texts = sources.map { (path: $0.key, text: $0.value) }.sorted { $0.path < $1.path }
    diagnostics += TemplateCheck(templates: texts).diagnostics
  }

  private mutating func add(_ file: String, in folder: SiteFolder) {
    let path = "\(SiteFolder.templatesPath)/\(file)"
    let name = String(file.dropLast(".mustache".count))
    names.insert(name)
    guard let data = try? Data(contentsOf: folder.url(path)),
      let text = String(validating: data, as: UTF8.self)
    else {
      let place = Place(file: path, line: 1, column: 1)
      diagnostics.append(
        Diagnostic("template.unreadable", at: place, "the template is not a readable UTF-8 file"))
      return
    }
    sources[path] = text
    do {
      try library.register(EscapedHTML.pragma + text, named: name)
    } catch let error as MustacheTemplate.ParserError {
      diagnostics.append(diagnostic(error, path: path))
    } catch {
      diagnostics.append(Diagnostic("template.invalid", at: nil, "\(path): \(error)"))
    }
  }

  private func diagnostic(_ error: MustacheTemplate.ParserError, path: String) -> Diagnostic {
    let context = error.context
    var before = context.line.prefix(max(0, context.columnNumber - 1))
    if context.lineNumber == 1 { before = before.dropFirst(EscapedHTML.pragma.count) }
    let place = Place(file: path, line: context.lineNumber, column: before.utf8.count + 1)
    return Diagnostic("template.invalid", at: place, TemplateFolder.sentence(error.error))
  }

  private static func sentence(_ error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "this tag closes another section than the one that is open"
    case .unfinishedName: "this tag does not end"
    case .expectedSectionEnd: "a section is still open here"
    case .invalidSetDelimiter: "this change of delimiters is not well-formed"
    case .transformAppliedToInheritanceSection: "a block cannot be transformed"
    case .illegalTokenInsideInheritSection: "only blocks may stand inside a parent tag"
    case .textInsideInheritSection: "text outside of a block inside a parent tag"
    case .invalidConfigVariableSyntax: "this pragma is not well-formed"
    case .unrecognisedConfigVariable: "this pragma is not known"
    case nil: "the template ends in the middle of a tag"
    }
  }

  /// The page that the template makes of the values. A template that is missing is reported when
  /// the folder is read, and then no page is made; here it would give an empty text.
  func render(_ template: String, _ values: [String: Any]) -> String {
    library.render(values, withTemplate: template) ?? ""
  }
}

/// Mustache's escaping, done by bytes.
private struct EscapedHTML: MustacheContentType {
  static let name = "EVIDENT"
  /// Stands before the text of every template, because partials start with the library's own rule.
  static let pragma = "{{% CONTENT_TYPE:EVIDENT}}"

  func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}
