import ArgumentParser
import Foundation
import Site

/// The argument of `--fresh-seed`: a published text, or the time when none is given.
struct FreshSeed: ExpressibleByArgument, CustomStringConvertible {
  var text: String
  var description: String { text }

  init(text: String) { self.text = text }

  init?(argument: String) {
    guard FreshRun.defect(of: argument) == nil else { return nil }
    text = argument
  }

  /// The time, to the second.
  static var now: FreshSeed { FreshSeed(text: FreshRun.seed(at: Date())) }
}

/// `--fresh-seed [TEXT]` and `--evidence-file FILE`.
struct FreshOptions: ParsableArguments {
  @Option(
    defaultAsFlag: FreshSeed.now, parsing: .next,
    help: ArgumentHelp(
      "Make random draws that nobody has seen, from this published text. Default: the time.",
      discussion: "Statistical checks then are evidence, not regression, and always run.",
      valueName: "text"))
  var freshSeed: FreshSeed?

  @Option(
    help: ArgumentHelp(
      "Add the evidence of this fresh run to a file; alarm when all runs together reach 1/α.",
      valueName: "file"))
  var evidenceFile: String?

  func validate() throws {
    if evidenceFile != nil, freshSeed == nil {
      throw ValidationError(
        "--evidence-file needs --fresh-seed: draws that were seen before are no evidence")
    }
  }

  var file: EvidenceFile? { evidenceFile.map { EvidenceFile(path: $0) } }

  /// The run that the options ask for; `nil` for the site's own draws.
  func run() throws(EvidenceFile.Defect) -> FreshRun? {
    guard let freshSeed else { return nil }
    guard let file else { return FreshRun(seed: freshSeed.text) }
    return FreshRun(seed: freshSeed.text, book: try file.read())
  }

  /// A name after `--fresh-seed` is taken for its text; that is rarely what was meant.
  func refuse(textThatNames names: [String]) throws {
    guard let text = freshSeed?.text, names.contains(text) else { return }
    throw ValidationError(
      "`\(text)` is taken for the text of the seed, but it is the name of a claim or an article. "
        + "Write the names first: check \(text) --fresh-seed")
  }
}
