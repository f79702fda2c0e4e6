/// Diagnostics as a SARIF 2.1.0 log: what code scanning shows on the lines of a pull request.
///
/// SARIF is made for defects, so only what is wrong or undecided is in it; that a claim holds is
/// not. A finding about a claim has the claim's id as its fingerprint and is known again when it
/// moves.
public struct SARIFLog: Sendable {
  private let diagnostics: [Diagnostic]
  private let places: SourcePlaces

  public init(_ diagnostics: [Diagnostic], places: SourcePlaces) {
    self.diagnostics = diagnostics
    self.places = places
  }

  public var json: JSON {
    let rules = Array(Set(diagnostics.map(\.id))).sorted()
    let index = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    let run: JSON = .object([
      (
        "tool",
        .object([
          (
            "driver",
            .object([("name", .string("Evident")), ("rules", .array(rules.map(rule)))])
          )
        ])
      ),
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(diagnostics.map { result($0, rule: index[$0.id] ?? 0) })),
    ])
    return .object([
      ("$schema", .string(SARIFLog.schema)), ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ])
  }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  private func rule(_ id: String) -> JSON {
    let rule = Rule(id)
    return .object([
      ("id", .string(id)),
      ("shortDescription", text(rule.summary)),
      ("help", text(rule.help)),
    ])
  }

  private func result(_ diagnostic: Diagnostic, rule: Int) -> JSON {
    var members: [(key: String, value: JSON)] = [
      ("ruleId", .string(diagnostic.id)), ("ruleIndex", .integer(rule)),
      ("level", .string(diagnostic.severity.rawValue)), ("message", text(diagnostic.paragraph)),
    ]
    if let place = diagnostic.place {
      members.append(("locations", .array([.object([physical(place)])])))
    }
    let related = diagnostic.notes.compactMap { note in
      note.place.map { JSON.object([physical($0), ("message", text(note.message))]) }
    }
    if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
    if let claim = diagnostic.claim {
      members.append(("partialFingerprints", .object([("claim/v1", .string(claim))])))
    }
    return .object(members)
  }

  private func physical(_ place: Place) -> (key: String, value: JSON) {
    let uri = SARIFLog.uri(places.path(place.file))
    return (
      "physicalLocation",
      .object([
        ("artifactLocation", .object([("uri", .string(uri))])),
        (
          "region",
          .object([
            ("startLine", .integer(places.line(place))),
            ("startColumn", .integer(places.column(place))),
          ])
        ),
      ])
    )
  }

  private func text(_ text: String) -> JSON {
    .object([("text", .string(SARIFLog.literal(text)))])
  }

  /// SARIF reads `{0}` in a message as a placeholder and `[text](target)` as a link. Formulas have
  /// the one and articles the other: `{{0}}` and `\[text](target)` stand for themselves.
  static func literal(_ text: String) -> String {
    text.replacing(/\{(\d+)\}/.matchingSemantics(.unicodeScalar)) { "{{\($0.output.1)}}" }
      .replacing(/\[([^\[\]]*)\]\(/.matchingSemantics(.unicodeScalar)) { "\\[\($0.output.1)](" }
  }

  /// A path as a relative URI reference: bytes outside of the unreserved characters by number.
  static func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
