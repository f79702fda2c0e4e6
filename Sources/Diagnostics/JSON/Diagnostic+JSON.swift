/// The machine's view of a diagnostic: the same fields as the model. Columns stay UTF-8 bytes, and
/// the report says so.
extension Diagnostic {
  public var json: JSON {
    .object([
      ("id", .string(id)),
      ("severity", .string(severity.rawValue)),
      ("place", place?.json ?? .null),
      ("message", .string(message)),
      ("notes", .array(notes.map(\.json))),
      ("fix", fix.map(JSON.string) ?? .null),
      ("claim", claim.map(JSON.string) ?? .null),
    ])
  }

  /// The report that `--report diagnostics=FILE` writes.
  public static func report(_ diagnostics: [Diagnostic]) -> JSON {
    .object([
      ("schema", .integer(1)),
      ("columns", .string("utf8-bytes-from-1")),
      ("diagnostics", .array(diagnostics.map(\.json))),
    ])
  }
}

extension Diagnostic.Note {
  var json: JSON {
    .object([("place", place?.json ?? .null), ("message", .string(message))])
  }
}

extension Place {
  var json: JSON {
    .object([
      ("file", .string(file)), ("line", .integer(line)), ("column", .integer(column)),
    ])
  }
}
