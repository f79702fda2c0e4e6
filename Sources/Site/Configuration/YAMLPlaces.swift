import Diagnostics
import Yams

/// From the YAML parser's marks (lines and columns from 1, columns in code points) to places, whose
/// columns count UTF-8 bytes; and from its errors to diagnostics.
struct YAMLPlaces {
  var text: String
  var file: String

  func place(_ mark: Mark?) -> Place {
    guard let mark else { return Place(file: file, line: 1, column: 1) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var column = mark.column
    if mark.line >= 1 && mark.line <= lines.count {
      let before = lines[mark.line - 1].unicodeScalars.prefix(max(0, mark.column - 1))
      column = before.reduce(1) { $0 + UTF8.width($1) }
    }
    return Place(file: file, line: max(1, mark.line), column: max(1, column))
  }

  func diagnostic(_ id: String, _ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let notes = context.map {
        [Diagnostic.Note(place: place($0.mark), message: $0.text)]
      }
      return Diagnostic(id, at: place(mark), "not YAML: \(problem)", notes: notes ?? [])
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().map { "`\($0)`" }.joined(separator: ", ")
      return Diagnostic(id, at: place(context.mark), "written twice: \(keys)")
    case .reader(let problem, let offset, _, _):
      return Diagnostic(id, at: place(atByte: offset ?? 0), "not YAML: \(problem)")
    default:
      return Diagnostic(id, at: place(nil), "not YAML: \(error)")
    }
  }

  private func place(atByte offset: Int) -> Place {
    let before = text.utf8.prefix(offset)
    let newline = UInt8(ascii: "\n")
    let line = before.reduce(1) { $1 == newline ? $0 + 1 : $0 }
    let column = before.lastIndex(of: newline).map {
      before.distance(from: $0, to: before.endIndex)
    }
    return Place(file: file, line: line, column: column ?? before.count + 1)
  }
}

extension UTF8 {
  /// How many bytes a scalar takes.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x10000: 3
    default: 4
    }
  }
}
