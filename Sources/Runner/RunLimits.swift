/// What an article's process may use. Blocks may set their own time; the rest is the article's.
public struct RunLimits: Sendable, Equatable {
  /// Seconds for a block or an inline value that names no limit of its own.
  public var seconds: Double = 60
  /// Bytes of address space.
  public var memory = 8 << 30
  /// Bytes of printed output, and of any file that it writes.
  public var output = 1 << 20
  /// Bytes of records.
  public var records = 64 << 20
  /// Processes and threads beyond those that the user already has.
  public var processes = 64

  public init() {}
}
