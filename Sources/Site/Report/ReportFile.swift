import Diagnostics
import Foundation

/// A report that was asked for: which one, and into which file.
public struct ReportFile: Sendable, Equatable {
  public enum Kind: String, CaseIterable, Sendable {
    /// The ledger.
    case json
    /// JUnit XML, a test case for each claim.
    case junit
    /// SARIF 2.1.0, what is wrong or undecided.
    case sarif
    /// What was found wrong, as JSON.
    case diagnostics
  }

  public var kind: Kind
  public var file: String

  public init(_ kind: Kind, file: String) {
    self.kind = kind
    self.file = file
  }

  /// Why a report is not there.
  public struct Unwritable: Error, Equatable {
    public var diagnostic: Diagnostic

    init(_ what: String, file: String, _ error: any Error) {
      let general = error as NSError
      let cause = (general.userInfo[NSUnderlyingErrorKey] as? NSError) ?? general
      let reason =
        (error as? Obstacle)?.rawValue
        ?? (cause.domain == NSPOSIXErrorDomain
          ? String(cString: strerror(Int32(cause.code))) : general.localizedDescription)
      diagnostic = Diagnostic(
        "report.unwritable", at: nil, "\(what) cannot be written to \(file): \(reason)",
        fix: "name a file in a folder that can be written to")
    }
  }

  /// What Foundation has no clear words for.
  private enum Obstacle: String, Error {
    case isFolder = "it is a folder"
    case noFolder = "what should be its folder is a file"
  }

  public func text(of record: LedgerRecord, places: SourcePlaces) -> String {
    switch kind {
    case .json: record.json.text
    case .junit: JUnitReport(record).text
    case .sarif: SARIFLog(record.findings, places: places).json.text
    case .diagnostics: Diagnostic.report(record.diagnostics).text
    }
  }

  /// Writes the report, whole or not at all; folders that are missing are made. What is there and
  /// no plain file (a pipe, `/dev/stdout`) is written into, never replaced.
  public func write(
    _ record: LedgerRecord, places: SourcePlaces
  ) throws(Unwritable) {
    let data = Data(text(of: record, places: places).utf8)
    do {
      try ReportFile.write(data, to: URL(fileURLWithPath: file).resolvingSymlinksInPath())
    } catch {
      throw Unwritable("the report \(kind.rawValue)", file: file, error)
    }
  }

  private static func write(_ data: Data, to file: URL) throws {
    let folder = file.deletingLastPathComponent()
    switch try? folder.resourceValues(forKeys: [.isDirectoryKey]).isDirectory {
    case true?: break
    case false?: throw Obstacle.noFolder
    case nil:
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .isDirectoryKey])
    if values?.isDirectory == true { throw Obstacle.isFolder }
    guard let isPlain = values?.isRegularFile, !isPlain else {
      return try data.write(to: file, options: .atomic)
    }
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    try handle.write(contentsOf: data)
  }
}
