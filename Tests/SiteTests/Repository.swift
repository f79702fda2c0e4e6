import Foundation

@testable import Site

/// This repository's own site folder: its templates and its site file must work.
enum Repository {
  static let folder = SiteFolder(
    root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent())

  /// Whether code in articles can be run: the core library is built, here or in `EVIDENT_CORE`.
  static var hasCore: Bool { (try? CoreLocation.find()) != nil }
}
