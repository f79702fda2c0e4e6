/// The text of records: one line of JSON each.
public enum RecordWriter {
  /// The record's line without its line end. Equal records give equal bytes.
  public static func line(_ record: Record) throws -> String {
    try RecordEncoder.encode(record).text
  }
}
