import Article
import Diagnostics
import Foundation
import Ledger
import Runner

/// Rewrites what articles say about results to what was computed: checked literals that are wrong,
/// and the messages that `fails` and `traps` blocks expect. Nothing else in a file is touched, and
/// nothing at all until `apply`.
public struct Promotion: Sendable {
  /// One article with its changes.
  public struct File: Sendable {
    public let path: String
    let old: [UInt8]
    let new: [UInt8]
    let url: URL
  }

  public private(set) var files: [File] = []
  /// How many literals and messages change.
  public private(set) var count = 0
  /// What is wrong and cannot be rewritten, each with the reason.
  public private(set) var left: [Diagnostic] = []

  public init(_ verification: Verification, in folder: SiteFolder) {
    let runs = Dictionary(
      verification.runs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for document in verification.documents {
      guard let run = runs[document.path] else { continue }
      let url = folder.url(document.path).resolvingSymlinksInPath()
      guard let data = try? Data(contentsOf: url) else { continue }
      add(document, run, SourceLines([UInt8](data)), url)
    }
  }

  private mutating func add(
    _ document: Document, _ run: ArticleRun, _ lines: SourceLines, _ url: URL
  ) {
    let messages = ExpectedMessages(document, run.diagnostics, lines)
    let edits = literals(document, run) + messages.edits
    left += messages.left
    var edited = lines
    let failed = edited.apply(edits)
    left += failed.map {
      Diagnostic(
        "promote.moved", at: $0.place, "`\($0.old)` does not stand here any more",
        fix: "run promote again")
    }
    count += edits.count - failed.count
    guard edited.bytes != lines.bytes else { return }
    files.append(File(path: document.path, old: lines.bytes, new: edited.bytes, url: url))
  }

  private mutating func literals(_ document: Document, _ run: ArticleRun) -> [SourceEdit] {
    var edits: [SourceEdit] = []
    for case .value(let value) in document.runnables {
      guard let claimed = value.claimed, let quantity = run.values[value.number] else { continue }
      switch CorrectedLiteral(quantity, claimed: claimed) {
      case .right: continue
      case .text(let text):
        edits.append(SourceEdit(place: claimed.place, old: claimed.text, new: text))
      case .none:
        left.append(
          Diagnostic(
            "promote.impossible", at: claimed.place,
            "no literal behind \(claimed.relation.rawValue) with as many digits says what was "
              + "computed: \(quantity.plainText)"))
      }
    }
    return edits
  }

  /// The lines of a unified diff of all files.
  var diff: [UnifiedDiff.Line] {
    files.flatMap { file in
      UnifiedDiff(
        path: file.path, old: SourceLines(file.old).lines, new: SourceLines(file.new).lines
      ).lines
    }
  }

  /// The diff as text, each line with its end. Removed and added lines are coloured if asked for.
  public func diffText(color: Bool) -> String {
    diff.map { line in
      let code: String? =
        switch line {
        case .header: "1"
        case .removed: "31"
        case .added: "32"
        case .same: nil
        }
      let text = line.text.printable()
      return (color ? code.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } : nil) ?? text
    }.map { $0 + "\n" }.joined()
  }

  /// A file that somebody has saved meanwhile is left alone.
  public struct Changed: Error, CustomStringConvertible {
    public var path: String
    public var description: String { "\(path) has changed since it was read; nothing was written" }
  }

  /// Writes the files, each in one step. Looks at all of them before it writes the first.
  public func apply() throws {
    for file in files where try Data(contentsOf: file.url) != Data(file.old) {
      throw Changed(path: file.path)
    }
    for file in files { try Data(file.new).write(to: file.url, options: .atomic) }
  }
}
