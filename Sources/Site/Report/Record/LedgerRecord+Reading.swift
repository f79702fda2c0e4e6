import Foundation

extension LedgerRecord {
  /// Why a file is not a ledger.
  public struct Unreadable: Error, CustomStringConvertible {
    public var description: String
  }

  /// A ledger from the bytes of its file.
  public init(reading data: Data) throws(Unreadable) {
    struct Version: Decodable { var schema: Int }
    let decoder = JSONDecoder()
    do {
      let version = try decoder.decode(Version.self, from: data).schema
      guard version == LedgerRecord.schema else {
        throw Unreadable(
          description: "its schema is \(version); this program reads \(LedgerRecord.schema)")
      }
      self = try decoder.decode(LedgerRecord.self, from: data)
    } catch let error as Unreadable {
      throw error
    } catch let error as DecodingError {
      throw Unreadable(description: "it is not a ledger: \(error.sentence)")
    } catch {
      throw Unreadable(description: "it is not a ledger: \(error.localizedDescription)")
    }
  }
}

extension DecodingError {
  /// What is missing or wrong, and where in the file.
  fileprivate var sentence: String {
    func place(_ path: [any CodingKey]) -> String {
      path.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
    }
    switch self {
    case .keyNotFound(let key, let context):
      return "\(place(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      let place = place(context.codingPath)
      return place.isEmpty ? "it is not JSON" : "\(place) has a value that cannot be read"
    @unknown default: return "it cannot be read"
    }
  }
}
