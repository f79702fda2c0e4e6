/// What a run of an article says, one record a line of JSON on a descriptor of its own.
///
/// This is the schema that both sides share: the article's process writes it (`RecordWriter`), the
/// generator reads it (`RecordReader`). A record carries data, never a verdict: the Ledger judges.
/// Records are relative to their block, so that a prose edit above a block changes none of them.
public enum Record: Codable, Sendable, Equatable {
  /// The block or inline value with this number starts or ends.
  case began(Mark)
  case ended(Mark)
  /// The value of an inline `{swift}` span.
  case value(ValueRecord)
  /// Something that `show` puts on the page.
  case shown(ShownRecord)
  /// A check of a claim, and a mutant of the check with the same `check` number.
  case check(CheckRecord)
  case mutant(MutantRecord)
  /// An error that left a block uncaught.
  case threw(ThrownRecord)
  /// The program came to its end; libraries and their versions.
  case finished([String: String])
}

/// A moment of a run: which runnable (blocks and inline values, numbered in document order), and
/// how many bytes of standard output had been written by then.
public struct Mark: Codable, Sendable, Equatable {
  public var runnable: Int
  public var output: Int

  public init(runnable: Int, output: Int) {
    self.runnable = runnable
    self.output = output
  }
}

/// The value of an inline span.
public struct ValueRecord: Codable, Sendable, Equatable {
  public var runnable: Int
  public var quantity: Quantity

  public init(runnable: Int, quantity: Quantity) {
    self.runnable = runnable
    self.quantity = quantity
  }
}

/// What `show` hands to the page, at its place within the block's printed output.
public struct ShownRecord: Codable, Sendable, Equatable {
  public var mark: Mark
  public var content: Shown
  /// The id of the `[!FIGURE id]` or `[!TABLE id]` box that this fills, if any.
  public var fills: String?

  public init(mark: Mark, content: Shown, fills: String? = nil) {
    self.mark = mark
    self.content = content
    self.fills = fills
  }
}

/// What can be shown.
public enum Shown: Codable, Sendable, Equatable {
  case quantity(Quantity)
  case table(header: [String], rows: [[Quantity]])
}

/// An error thrown at top level: where in the article (line and column as the compiler counts them)
/// when the frames told, and its description.
public struct ThrownRecord: Codable, Sendable, Equatable {
  public var runnable: Int
  public var message: String
  public var line: Int?
  public var column: Int?
  /// Where the throw came from, as offsets from the start of the program's image, innermost first:
  /// the generator finds the line and the column by them.
  public var frames: [UInt]

  public init(
    runnable: Int, message: String, line: Int? = nil, column: Int? = nil, frames: [UInt] = []
  ) {
    self.runnable = runnable
    self.message = message
    self.line = line
    self.column = column
    self.frames = frames
  }
}
