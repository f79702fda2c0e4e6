import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Folders for what one run writes, each gone with its run.
///
/// As long as its process lives a folder is locked, so that those which killed processes have left
/// can be told from those in use.
enum RunFolder {
  private static let prefix = "run-"
  /// A folder that is not locked yet.
  private static let newPrefix = "new-"

  /// Does `work` with a new folder's path.
  ///
  /// - Parameter scratch: where the folder is made; made itself if it is not there.
  static func with<Result>(in scratch: String, _ work: (String) throws -> Result) throws -> Result {
    let files = FileManager.default
    let name = UUID().uuidString
    let new = "\(scratch)/\(newPrefix)\(name)"
    let path = "\(scratch)/\(prefix)\(name)"
    try files.createDirectory(atPath: new, withIntermediateDirectories: true)
    guard let lock = Descriptor.locking(new) else {
      throw ChildProcess.Failure(message: "\(new) cannot be locked")
    }
    try files.moveItem(atPath: new, toPath: path)
    defer { try? files.removeItem(atPath: path) }
    return try withExtendedLifetime(lock) { try work(path) }
  }

  /// Clears away what killed processes have left.
  static func removeAbandoned(in scratch: String) {
    let files = FileManager.default
    let yesterday = Date(timeIntervalSinceNow: -86400)
    for name in (try? files.contentsOfDirectory(atPath: scratch)) ?? []
    where name.hasPrefix(prefix) || name.hasPrefix(newPrefix) {
      let path = "\(scratch)/\(name)"
      if name.hasPrefix(newPrefix) {
        // Its owner will lock it in a moment, or was killed in that moment.
        let attributes = try? files.attributesOfItem(atPath: path)
        guard let date = attributes?[.modificationDate] as? Date, date < yesterday else { continue }
      }
      guard let lock = Descriptor.locking(path) else { continue }
      withExtendedLifetime(lock) { try? files.removeItem(atPath: path) }
    }
  }
}
