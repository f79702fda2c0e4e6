/// Counts the boxes of an article, kind by kind; claims, cited statements and folklore together.
struct BoxNumbers {
  private var last: [Box.Kind: Int] = [:]

  mutating func next(_ kind: Box.Kind) -> Int {
    let counted: Box.Kind
    switch kind {
    case .claim, .cited, .folklore: counted = .claim
    case .figure, .table, .definition: counted = kind
    case .proof, .remark, .example, .note, .tip, .important, .warning, .caution: return 0
    }
    last[counted, default: 0] += 1
    return last[counted] ?? 0
  }
}

extension Box.Kind {
  /// Kinds that something else refers to by id: a check, a `show`, a link.
  var needsID: Bool {
    switch self {
    case .claim, .cited, .folklore, .figure, .table: true
    case .definition, .proof, .remark, .example, .note, .tip, .important, .warning, .caution: false
    }
  }

  static var words: [String] { allCases.map(\.rawValue) }
}
