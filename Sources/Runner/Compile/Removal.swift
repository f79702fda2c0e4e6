import Diagnostics

/// Which runnables of an article have been taken out of its program, and why.
struct Removal {
  var tangle: Tangle
  var outcomes: [Int: ArticleRun.Outcome] = [:]
  var diagnostics: [Diagnostic] = []
  /// The names that removed blocks declare, and the block.
  private var missing: [String: Int] = [:]

  init(tangle: Tangle) { self.tangle = tangle }

  mutating func fail(_ number: Int, _ errors: [Diagnostic]) {
    outcomes[number] = .failed
    diagnostics += errors
    forget(number)
  }

  /// Takes out what is not to be run, and has no errors.
  mutating func leaveOut(_ reasons: [Int: String]) {
    for (number, reason) in reasons.sorted(by: { $0.key < $1.key }) where outcomes[number] == nil {
      outcomes[number] = .notRun(reason)
      forget(number)
    }
  }

  /// Takes out every block with an error. An error that is only about a removed block's names is
  /// not the block's own. Neither, perhaps, is one in a block that uses a name of a block which
  /// fails now: that block stays in, and the next round tells.
  mutating func remove(_ errors: [Int: [Diagnostic]], warnings: [Diagnostic]) {
    let known = missing
    var spoiled: Set<String> = []
    for (number, errors) in errors.sorted(by: { $0.key < $1.key }) {
      let causes = errors.map { Removal.cause(of: $0, among: known) }
      if let cause = causes.compactMap({ $0 }).first, Removal.own(errors, causes).isEmpty {
        outcomes[number] = .notRun(reason(cause.name, cause.block))
        forget(number)
      } else if spoiled.isDisjoint(with: mentionedNames(number)) {
        spoiled.formUnion(DeclaredNames.all(in: tangle.pieces[number].code))
        let own = Removal.own(errors, causes)
        let place = tangle.pieces[number].lines.map(\.line)
        let itsWarnings = warnings.filter { $0.place.map { place.contains($0.line) } ?? false }
        fail(number, own + itsWarnings)
      }
    }
  }

  /// The errors that have no cause elsewhere. On a line with one that has, the compiler's others
  /// follow from it.
  private static func own(
    _ errors: [Diagnostic], _ causes: [(name: String, block: Int)?]
  ) -> [Diagnostic] {
    let suffering = Set(zip(errors, causes).filter { $0.1 != nil }.compactMap { $0.0.place?.line })
    return errors.filter { error in error.place.map { !suffering.contains($0.line) } ?? true }
  }

  private func mentionedNames(_ number: Int) -> Set<String> {
    let tokens = SwiftScanner.tokens(tangle.pieces[number].code)
    return Set(tokens.filter { $0.kind == .identifier }.map(\.text))
  }

  /// The compiler failed without saying where.
  mutating func failAll(_ numbers: [Int], _ message: String) {
    for number in numbers { outcomes[number] = .failed }
    diagnostics.append(
      Diagnostic(
        "swift.compile", at: numbers.first.map { tangle.pieces[$0].place },
        "the compiler failed without a place: \(message)"))
  }

  func result(included: [Int], object: String?) -> ArticleCompiler.Compiled {
    .init(included: included, object: object, outcomes: outcomes, diagnostics: diagnostics)
  }

  /// A reason for not running a block that misses one of the names, if it does.
  func reason(forMissing names: [String]) -> String? {
    for name in names { if let block = missing[name] { return reason(name, block) } }
    return nil
  }

  private mutating func forget(_ number: Int) {
    for name in DeclaredNames.all(in: tangle.pieces[number].code) where missing[name] == nil {
      missing[name] = number
    }
  }

  private func reason(_ name: String, _ block: Int) -> String {
    let line = tangle.pieces[block].place.line
    let why =
      outcomes[block] == .failed ? "which does not compile" : "which was not run either"
    return "it uses `\(name)` from the block at line \(line), \(why)"
  }

  private static func cause(
    of error: Diagnostic, among missing: [String: Int]
  ) -> (name: String, block: Int)? {
    guard error.id == "swift.compile" else { return nil }
    for name in CompilerMessage.quotedNames(in: error.message) {
      if let block = missing[name] { return (name, block) }
    }
    return nil
  }
}
