/// A line by which a program speaks to GitHub Actions: `::error file=a.md,line=3::message`.
///
/// Whatever the texts hold, the line stays one line and one command: line breaks, `%` and, in
/// properties, `:` and `,` are escaped as the runner reads them.
public struct WorkflowCommand: Sendable, Equatable {
  public var name: String
  public var properties: [(name: String, value: String)]
  public var message: String

  public init(
    _ name: String, _ properties: [(name: String, value: String)] = [], _ message: String = ""
  ) {
    self.name = name
    self.properties = properties
    self.message = message
  }

  public static func == (a: WorkflowCommand, b: WorkflowCommand) -> Bool { a.line == b.line }

  /// Without the newline at its end.
  public var line: String {
    let list = properties.map { "\($0.name)=\(Self.escape($0.value, inProperty: true))" }
    let head = list.isEmpty ? name : name + " " + list.joined(separator: ",")
    return "::\(head)::" + Self.escape(message, inProperty: false)
  }

  private static func escape(_ text: String, inProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where inProperty: result += "%3A"
      case "," where inProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    // What is left of the controls steers whoever reads the log in a terminal.
    return result.printable()
  }
}
