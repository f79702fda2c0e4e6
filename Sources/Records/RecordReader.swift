/// Reads records from the bytes that an article's process sends, as they arrive.
///
/// The other side may be hostile. A line that is not a record, is too long or says something
/// impossible becomes `malformed`, and reading goes on with the next line; nothing here traps, and
/// no more than `maximumLine` bytes are held. Who reads decides how many bytes in all are enough.
public struct RecordReader: Sendable {
  public enum Item: Sendable, Equatable {
    case record(Record)
    /// Why the line is not a record.
    case malformed(String)
  }

  public static let maximumLine = 4 << 20

  private var line: [UInt8] = []
  private var isTooLong = false

  public init() {}

  /// The records, good and bad, that end within these bytes.
  public mutating func read(_ bytes: some Sequence<UInt8>) -> [Item] {
    var items: [Item] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        items.append(endOfLine())
      } else if line.count < RecordReader.maximumLine {
        line.append(byte)
      } else {
        isTooLong = true
      }
    }
    return items
  }

  /// To be called when no more bytes come: half a line is malformed.
  public mutating func finish() -> [Item] {
    guard !line.isEmpty else { return [] }
    line = []
    isTooLong = false
    return [.malformed("a record that does not end")]
  }

  private mutating func endOfLine() -> Item {
    defer {
      line.removeAll(keepingCapacity: line.count < 1 << 16)
      isTooLong = false
    }
    if isTooLong { return .malformed("a record of more than \(RecordReader.maximumLine) bytes") }
    return RecordReader.item(line)
  }

  /// One line without its end.
  static func item(_ line: [UInt8]) -> Item {
    do {
      let value = try JSONParser.parse(line)
      let record = try RecordDecoder.decode(Record.self, from: value)
      if let defect = record.defect { return .malformed(defect) }
      return .record(record)
    } catch let error as JSONError {
      return .malformed("\(error.reason) (byte \(error.offset + 1) of the record)")
    } catch let error as DecodingError {
      return .malformed(RecordReader.sentence(error))
    } catch {
      return .malformed("not a record")
    }
  }

  private static func sentence(_ error: DecodingError) -> String {
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      let reason = context.debugDescription.prefix(160)
      return path.isEmpty ? "not a known record: \(reason)" : "\(path.prefix(160)): \(reason)"
    @unknown default: return "not a known record"
    }
  }
}
