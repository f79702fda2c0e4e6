// A stretch of Swift code that has a colour.

/// What a stretch of code is, as a theme colours it.
public enum SyntaxKind: String, Sendable, CaseIterable {
  case keyword, type, identifier, string, number, comment, attribute, directive

  /// What sourcekitd's kind means here; `nil` for what has no colour of its own.
  ///
  /// - Parameter kind: "source.lang.swift.syntaxtype.keyword" and the like.
  init?(sourceKit kind: String) {
    let prefix = "source.lang.swift.syntaxtype."
    guard kind.hasPrefix(prefix) else { return nil }
    switch kind.dropFirst(prefix.count) {
    case "keyword": self = .keyword
    case "typeidentifier": self = .type
    case "identifier", "argument", "parameter": self = .identifier
    case "string": self = .string
    case "number", "objectliteral": self = .number
    case "attribute.builtin", "attribute.id": self = .attribute
    case "buildconfig.keyword", "buildconfig.id", "pounddirective.keyword": self = .directive
    case let name where name.hasPrefix("comment") || name.hasPrefix("doccomment"):
      self = .comment
    default: return nil
    }
  }
}

/// A stretch of one kind, in UTF-8 bytes from the start of the code.
public struct SyntaxSpan: Sendable, Equatable {
  public var kind: SyntaxKind
  public var range: Range<Int>

  public init(_ kind: SyntaxKind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// The spans in order, none over another and none past the end: of two that overlap, the one that
  /// begins first stays. Neighbours of one kind become one.
  static func tidied(_ spans: [SyntaxSpan], count: Int) -> [SyntaxSpan] {
    var result: [SyntaxSpan] = []
    let ordered = spans.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    for span in ordered {
      let start = max(span.range.lowerBound, result.last?.range.upperBound ?? 0)
      let end = min(span.range.upperBound, count)
      guard start < end, start == span.range.lowerBound else { continue }
      if let last = result.last, last.kind == span.kind, last.range.upperBound == start {
        result[result.count - 1].range = last.range.lowerBound..<end
      } else {
        result.append(SyntaxSpan(span.kind, start..<end))
      }
    }
    return result
  }
}
