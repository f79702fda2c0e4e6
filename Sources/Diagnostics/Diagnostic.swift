/// One model of everything that can be wrong, for every writer: an id, a place in a file, a
/// sentence a person understands and, where possible, the fix. Errors are data; printing is a
/// writer's job.
public struct Diagnostic: Sendable, Hashable, Codable {
  public enum Severity: String, Sendable, Codable, CaseIterable { case error, warning, note }

  /// Stable, dotted, lower case: `claim.unchecked`, `swift.compile`, `tex.invalid`.
  public var id: String
  public var severity: Severity
  public var place: Place?
  public var message: String
  public var notes: [Note]
  /// What to do, as a sentence.
  public var fix: String?
  /// The id of the claim that this is about, when it is about one.
  public var claim: String?

  public struct Note: Sendable, Hashable, Codable {
    public var place: Place?
    public var message: String

    public init(place: Place? = nil, message: String) {
      self.place = place
      self.message = message
    }
  }

  public init(
    _ id: String, _ severity: Severity = .error, at place: Place?, _ message: String,
    notes: [Note] = [], fix: String? = nil, claim: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.place = place
    self.message = message
    self.notes = notes
    self.fix = fix
    self.claim = claim
  }

  /// The order in which diagnostics are told: that of their places, those without one first.
  public static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    switch (a.place, b.place) {
    case (let a?, let b?) where a != b: a < b
    case (nil, _?): true
    case (_?, nil): false
    default: (a.id, a.message) < (b.id, b.message)
    }
  }
}

/// A place in a file as its author sees it. Lines and columns start at 1; a column counts UTF-8
/// bytes, and only writers convert it.
public struct Place: Sendable, Hashable, Codable, Comparable {
  public var file: String
  public var line: Int
  public var column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  public static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}
