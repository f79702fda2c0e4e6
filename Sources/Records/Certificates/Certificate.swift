/// A proof as data: small enough to be published, and to be checked again by a short program that
/// knows nothing of how it was found.
///
/// Each kind is a JSON object with a member `kind` and the members of its struct. Numbers travel as
/// text (`"-3/4"`), because JSON has no big integers. Nothing here is trusted: whoever reads a
/// certificate checks it.
public enum Certificate: Codable, Sendable, Hashable {
  case combination(CombinationCertificate)
  case witness(WitnessCertificate)
  case enumeration(EnumerationCertificate)
  case expectation(ExpectationCertificate)
  case sign(SignCertificate)
  case identity(IdentityCertificate)
  case rootCount(RootCountCertificate)

  private enum Kind: String, Codable {
    case combination, witness, enumeration, expectation, sign, identity
    case rootCount = "root count"
  }

  private enum CodingKeys: CodingKey { case kind }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    switch try container.decode(Kind.self, forKey: .kind) {
    case .combination: self = .combination(try CombinationCertificate(from: decoder))
    case .witness: self = .witness(try WitnessCertificate(from: decoder))
    case .enumeration: self = .enumeration(try EnumerationCertificate(from: decoder))
    case .expectation: self = .expectation(try ExpectationCertificate(from: decoder))
    case .sign: self = .sign(try SignCertificate(from: decoder))
    case .identity: self = .identity(try IdentityCertificate(from: decoder))
    case .rootCount: self = .rootCount(try RootCountCertificate(from: decoder))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .combination(let certificate):
      try container.encode(Kind.combination, forKey: .kind)
      try certificate.encode(to: encoder)
    case .witness(let certificate):
      try container.encode(Kind.witness, forKey: .kind)
      try certificate.encode(to: encoder)
    case .enumeration(let certificate):
      try container.encode(Kind.enumeration, forKey: .kind)
      try certificate.encode(to: encoder)
    case .expectation(let certificate):
      try container.encode(Kind.expectation, forKey: .kind)
      try certificate.encode(to: encoder)
    case .sign(let certificate):
      try container.encode(Kind.sign, forKey: .kind)
      try certificate.encode(to: encoder)
    case .identity(let certificate):
      try container.encode(Kind.identity, forKey: .kind)
      try certificate.encode(to: encoder)
    case .rootCount(let certificate):
      try container.encode(Kind.rootCount, forKey: .kind)
      try certificate.encode(to: encoder)
    }
  }
}

extension Certificate {
  /// Bytes that one certificate may have: what is larger is not published, and its check says so.
  public static let maximumBytes = 400_000

  /// The certificate as JSON on one line. Equal certificates give equal text.
  public var json: String {
    // An encoder of plain structs cannot fail; if it did, the text would check as no certificate.
    (try? RecordEncoder.encode(self))?.text ?? "null"
  }

  /// Reads what `json` writes, and nothing else: the text may be hostile.
  ///
  /// - Returns: `nil` when it is not a certificate.
  public init?(json: [UInt8]) {
    guard let value = try? JSONParser.parse(json),
      let certificate = try? RecordDecoder.decode(Certificate.self, from: value)
    else { return nil }
    self = certificate
  }
}
