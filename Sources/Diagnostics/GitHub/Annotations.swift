/// Diagnostics as annotations of GitHub Actions, on the lines of the Markdown.
///
/// GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest in silence.
/// Of each kind at most ten are written; where there are more, the tenth says how many are left
/// and where they stand.
public struct Annotations: Sendable {
  public static let limit = 10

  private let diagnostics: [Diagnostic]
  private let places: SourcePlaces
  private let rest: String

  /// - Parameter rest: where all findings can be read, for the annotation that stands for the rest.
  public init(_ diagnostics: [Diagnostic], places: SourcePlaces, rest: String) {
    self.diagnostics = diagnostics
    self.places = places
    self.rest = rest
  }

  public var commands: [WorkflowCommand] {
    Diagnostic.Severity.allCases.flatMap { severity in
      let all = diagnostics.filter { $0.severity == severity }
      guard all.count > Self.limit else { return all.map(command) }
      let shown = all.prefix(Self.limit - 1)
      let left = all.count - shown.count
      let words = "\(left) more \(severity.rawValue)s are not shown here. All of them: \(rest)"
      return shown.map(command) + [WorkflowCommand(severity.command, [], words)]
    }
  }

  private func command(_ diagnostic: Diagnostic) -> WorkflowCommand {
    var properties: [(name: String, value: String)] = []
    if let place = diagnostic.place {
      properties = [
        ("file", places.path(place.file)), ("line", String(places.line(place))),
        ("col", String(places.column(place))),
      ]
    }
    properties.append(("title", diagnostic.id))
    return WorkflowCommand(diagnostic.severity.command, properties, diagnostic.paragraph)
  }
}

extension Diagnostic.Severity {
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}
