import MathCore
import Records

/// All points of an enumeration with both sides of each comparison, kept while they are gone
/// through, as long as they are few and exact.
struct EnumerationTable {
  /// Points that a published table may have.
  static let limit = 5_000

  private let domain: String
  private let count: Int
  private var points: [EnumerationCertificate.Point] = []
  private var characters = 0

  init(domain: String, count: Int) {
    self.domain = domain
    self.count = count
  }

  mutating func add<S: Decidable>(_ relation: Relation<S>, at point: [Binding]) {
    guard isSmall else { return }
    // Where no clause counts, all of them show that a hypothesis of each is false.
    let stated = relation.stated()
    let counts = !stated.conclusions.isEmpty
    let hypotheses = (counts ? stated.hypotheses : relation.hypotheses).map(Self.comparison)
    let conclusions = (counts ? stated.conclusions : relation.conclusions).map(Self.comparison)
    let name = point.map(\.value).joined(separator: ", ")
    points.append(
      .init(
        name: name, hypotheses: hypotheses.isEmpty ? nil : hypotheses, conclusions: conclusions))
    characters += name.utf8.count
    for side in hypotheses + conclusions {
      characters += side.left.utf8.count + side.right.utf8.count
    }
  }

  private var isSmall: Bool {
    count <= Self.limit && characters <= Certificate.maximumBytes
  }

  /// The table as a certificate, or why there is none.
  var certificate: Result<Certificate, Unpublished> {
    guard isSmall else { return .failure(Unpublished(reason: "\(count) points")) }
    return .success(
      .enumeration(EnumerationCertificate(domain: domain, count: count, points: points)))
  }

  private static func comparison<S: Decidable>(
    _ side: Relation<S>.Side
  ) -> EnumerationCertificate.Comparison {
    .init(side.left.witnessText, side.relation.rawValue, side.right.witnessText)
  }
}

/// Why a certificate that could have been made is not published.
struct Unpublished: Error {
  var reason: String
}
