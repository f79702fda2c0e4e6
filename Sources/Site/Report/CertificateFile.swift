import Diagnostics
import Ledger
import Records

/// The certificates of one claim as a file beside the pages: everything that
/// `check_certificates.py` needs, and who it is about. One certificate stands on one line.
struct CertificateFile {
  let path: String
  let json: JSON

  /// The program that readers check certificates with, as the site offers it.
  static let checker = "assets/check_certificates.py"

  /// `nil` for a claim without certificates.
  init?(_ claim: ClaimEntry) {
    guard let path = claim.certificatePath else { return nil }
    self.path = path
    json = .object([
      ("format", .string("evident certificates")),
      ("version", .integer(1)),
      ("claim", .string(claim.id)),
      ("title", .string(claim.title)),
      ("page", .string(claim.page + "#" + claim.anchor)),
      ("checks", .array(claim.checks.filter(\.offersCertificates).map(CertificateFile.check))),
    ])
  }

  /// Pages with certificates offer the program; a site that lacks it is told so.
  static func missingChecker(for files: [CertificateFile], in tree: SiteTree) -> [Diagnostic] {
    guard !files.isEmpty, tree[checker] == nil else { return [] }
    return [
      Diagnostic(
        "certificate.no-checker", .warning, at: nil,
        "the site publishes certificates, but not the program that checks them",
        fix: "copy Evident's site/\(checker) into this site's site/assets")
    ]
  }

  private static func check(_ check: CheckEntry) -> JSON {
    .object([
      ("part", check.record.part.map(JSON.integer) ?? .null),
      ("verdict", .string(check.verdict.rawValue)),
      ("summary", .string(check.sentence)),
      ("statement", check.record.statement.map(JSON.string) ?? .null),
      ("certificates", .array(check.record.certificates.map { .verbatim($0.json) })),
    ])
  }
}
