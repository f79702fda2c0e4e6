import Diagnostics

/// What the template library would pass over in silence: a name that no page has, a partial that is
/// not there, partials that include each other for ever.
struct TemplateCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private var tags: [String: [TemplateTag]] = [:]

  init(templates: [(path: String, text: String)]) {
    for (path, text) in templates {
      tags[TemplateCheck.name(path)] = TemplateTag.all(in: text, path: path)
    }
    for (path, _) in templates {
      for tag in tags[TemplateCheck.name(path)] ?? [] { check(tag) }
      checkCycle(from: TemplateCheck.name(path))
    }
  }

  private static func name(_ path: String) -> String {
    String(path.split(separator: "/").last?.split(separator: ".").first ?? "")
  }

  private mutating func check(_ tag: TemplateTag) {
    switch tag.kind {
    case .partial where tags[tag.name] == nil:
      diagnostics.append(
        Diagnostic(
          "template.unknown-partial", at: tag.place, "there is no template `\(tag.name)`",
          fix: Suggestion.sentence(for: tag.name, among: tags.keys.sorted())))
    case .value, .section:
      let names = tag.name == "." ? [] : tag.name.split(separator: ".").map(String.init)
      for name in names where !PageVocabulary.names.contains(name) {
        diagnostics.append(
          Diagnostic(
            "template.unknown-name", at: tag.place, "no page has a value `\(name)`",
            fix: Suggestion.sentence(for: name, among: PageVocabulary.names.sorted())))
      }
    default: break
    }
  }

  /// Depth first from one template; reported for the template whose tag closes the circle.
  private mutating func checkCycle(from start: String) {
    var visited: Set<String> = []
    var waiting = [start]
    while let name = waiting.popLast() {
      for tag in tags[name] ?? [] where tag.kind == .partial {
        if tag.name == start {
          diagnostics.append(
            Diagnostic("template.cycle", at: tag.place, "`\(start)` includes itself without end"))
          return
        }
        if visited.insert(tag.name).inserted { waiting.append(tag.name) }
      }
    }
  }
}
