import Foundation

/// Puts a tree into a folder so that whoever looks at it, at any moment and whatever is killed
/// when, sees a complete site: the old one or the new one.
///
/// The new site grows in a hidden sibling folder, files that did not change being linked, not
/// copied, so that their dates stay. Then one system call exchanges the two folders. A lock on the
/// parent folder lets one build publish at a time; who takes it clears what a killed build left.
public struct Publication {
  public enum Outcome: Sendable, Equatable {
    /// Nothing differs from what is there: nothing was touched.
    case unchanged
    case published
  }

  private let target: URL
  private let next: URL
  private let old: URL
  private let manager = FileManager.default

  public init(to target: URL) {
    let parent = target.deletingLastPathComponent()
    let name = target.lastPathComponent
    self.target = target
    next = parent.appending(path: ".\(name).next")
    old = parent.appending(path: ".\(name).old")
  }

  @discardableResult
  public func publish(_ tree: SiteTree) throws -> Outcome {
    let parent = target.deletingLastPathComponent()
    try manager.createDirectory(at: parent, withIntermediateDirectories: true)
    let lock = try FolderLock(parent.path)
    defer { lock.release() }
    try recover()
    guard try !isPublished(tree) else { return .unchanged }
    for path in tree.paths { try write(tree[path] ?? [], at: path) }
    try exchange()
    return .published
  }

  /// A build that was killed leaves its half-written site, or, where folders cannot be exchanged in
  /// one step, the old site beside its place.
  private func recover() throws {
    try remove(next)
    if exists(old) && !exists(target) { try FolderExchange.move(old, to: target) }
    try remove(old)
  }

  private func isPublished(_ tree: SiteTree) throws -> Bool {
    guard exists(target) else { return false }
    let present = try manager.subpathsOfDirectory(atPath: target.path)
    var found = 0
    for path in present {
      var isFolder: ObjCBool = false
      let isThere = manager.fileExists(
        atPath: target.appending(path: path).path, isDirectory: &isFolder)
      if isThere && isFolder.boolValue { continue }
      guard let bytes = tree[path], isUnchanged(path, bytes) else { return false }
      found += 1
    }
    return found == tree.files.count
  }

  private func isUnchanged(_ path: String, _ bytes: [UInt8]) -> Bool {
    let file = target.appending(path: path)
    let type = try? manager.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
    return type == .typeRegular && (try? Data(contentsOf: file)).map { $0 == Data(bytes) } ?? false
  }

  private func write(_ bytes: [UInt8], at path: String) throws {
    let file = next.appending(path: path)
    try manager.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    if isUnchanged(path, bytes) {
      do {
        try manager.linkItem(at: target.appending(path: path), to: file)
        return
      } catch {
        // A file system without links: write the bytes again.
      }
    }
    try Data(bytes).write(to: file)
  }

  private func exchange() throws {
    guard exists(target) else { return try FolderExchange.move(next, to: target) }
    if try FolderExchange.exchange(next, target) {
      try remove(next)
    } else {
      try FolderExchange.move(target, to: old)
      try FolderExchange.move(next, to: target)
      try remove(old)
    }
  }

  /// Also true of a symbolic link that leads nowhere.
  private func exists(_ url: URL) -> Bool {
    (try? manager.attributesOfItem(atPath: url.path)) != nil
  }

  private func remove(_ url: URL) throws {
    if exists(url) { try manager.removeItem(at: url) }
  }
}
