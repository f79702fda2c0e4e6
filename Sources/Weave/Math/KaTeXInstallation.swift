// Where KaTeX lives on this machine: the script that typesets at build time, and the stylesheet and
// fonts that a page needs. Debian's and Homebrew's places are known; a missing KaTeX is an error
// that says how to get it.

import Foundation

/// KaTeX's files, as a Debian package, Homebrew or npm installs them.
public struct KaTeXInstallation: Sendable, Equatable {
  /// The folder that holds `katex.min.js`, `katex.min.css` and `fonts/`.
  public var folder: String

  public init(folder: String) { self.folder = folder }

  public var script: String { folder + "/katex.min.js" }
  public var stylesheet: String { folder + "/katex.min.css" }
  public var fonts: String { folder + "/fonts" }

  /// Where KaTeX is looked for, in order.
  public static let places = [
    "/usr/share/javascript/katex",
    "/opt/homebrew/opt/katex/libexec/lib/node_modules/katex/dist",
    "/usr/local/opt/katex/libexec/lib/node_modules/katex/dist",
    "/opt/homebrew/lib/node_modules/katex/dist",
    "/usr/local/lib/node_modules/katex/dist",
    "/usr/lib/node_modules/katex/dist",
  ]

  /// The first of `places` that holds the script.
  public static func find(in places: [String] = places) throws(MathEngineError) -> Self {
    for folder in places {
      let found = KaTeXInstallation(folder: folder)
      if FileManager.default.isReadableFile(atPath: found.script) { return found }
    }
    throw .katexMissing(lookedIn: places)
  }
}

/// Why the typesetter could not be started at all; a formula that does not typeset is a `TeXError`.
public enum MathEngineError: Error, Equatable, CustomStringConvertible {
  case katexMissing(lookedIn: [String])
  case unreadable(path: String)
  /// The script ran, but is not a KaTeX that works.
  case broken(String)

  public var description: String {
    switch self {
    case .katexMissing(let places):
      "KaTeX was not found. Install it with `apt-get install libjs-katex fonts-katex` or "
        + "`brew install katex`. Looked in: \(places.joined(separator: ", "))"
    case .unreadable(let path): "KaTeX cannot be read from \(path)."
    case .broken(let reason): "KaTeX does not work in JavaScriptCore: \(reason)"
    }
  }
}
