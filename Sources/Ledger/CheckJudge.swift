import Article
import Diagnostics
import Records
import Runner

/// Judges the checks of one article and puts them in their places.
struct CheckJudge {
  let document: Document
  let run: ArticleRun
  let rules: ChanceRules
  /// Found once: an article has as many checks as calls.
  private let calls: [ClaimCall]
  private let declared: Declarations

  init(document: Document, run: ArticleRun, rules: ChanceRules = ChanceRules()) {
    self.document = document
    self.run = run
    self.rules = rules
    calls = ClaimCall.all(in: document)
    declared = Declarations(document)
  }

  /// The article's checks by claim id, judged, in the order in which they ran.
  func entries() -> [String: [CheckEntry]] {
    let mutants = Dictionary(grouping: run.mutants, by: \.check)
    var seen: [CallSite: Int] = [:]
    var counter = EvidenceProcess.Counter()
    var entries: [String: [CheckEntry]] = [:]
    for record in run.checks {
      var record = record
      let site = CallSite(line: record.line, verb: record.evidence.verb)
      let occurrence = seen[site, default: 0]
      seen[site] = occurrence + 1
      record.subject = named(record, occurrence)
      record.reference = reference(of: record, occurrence)
      record.tautology = record.tautology || comparesWithItself(record, occurrence)
      let own = mutants[record.check] ?? []
      let entry =
        StatisticalJudge(record).map { statistical($0, own, counter.next(for: record)) }
        ?? entry(record, own)
      entries[record.claim, default: []].append(entry)
    }
    return entries
  }

  private struct CallSite: Hashable {
    var line: Int
    var verb: String
  }

  private func entry(_ record: CheckRecord, _ mutants: [MutantRecord]) -> CheckEntry {
    let judged = mutants.map { mutant in
      let end = Judge.end(of: mutant.trial)
      return MutantEntry(
        record: mutant, end: end,
        sentence: Sentences.mutant(mutant, end, refutes: record.refutes))
    }
    let opinion = Judge.opinion(of: record, mutants: judged)
    var slack: Double?
    if let observed = record.trial.observed, let bound = record.trial.bound, observed > 0 {
      slack = bound / observed
    }
    return CheckEntry(
      record: record, verdict: opinion.verdict,
      sentence: Sentences.sentence(
        for: record, opinion, subject: SubjectNames.phrase(record.subject)),
      mutants: judged, slack: slack, place: place(record), code: code(record.runnable))
  }

  private func statistical(
    _ judge: StatisticalJudge, _ mutants: [MutantRecord], _ id: EvidenceProcess.ID
  ) -> CheckEntry {
    let judged = mutants.map { mutant in
      let end = judge.end(of: mutant.trial)
      return MutantEntry(
        record: mutant, end: end, sentence: StatisticalSentences.mutant(mutant, end, judge))
    }
    let accumulated = judge.accumulated(id, in: document, rules)
    let opinion = judge.opinion(mutants: judged, accumulated: accumulated)
    let finding = judge.finding(seed: rules.seed, accumulated: accumulated)
    let record = judge.check
    var sentence = Sentences.sentence(for: record, opinion, subject: "")
    if opinion.verdict == .supported, let finding {
      sentence = StatisticalSentences.notRejected(record, finding)
    }
    return CheckEntry(
      record: record, verdict: opinion.verdict, sentence: sentence, mutants: judged, slack: nil,
      statistical: finding, place: place(record), code: code(record.runnable))
  }

  /// The claim call that the check belongs to, or at least its line.
  private func place(_ record: CheckRecord) -> Place {
    let call = calls.first {
      $0.id == record.claim && $0.place.line == record.line
    }
    return call?.place ?? Place(file: document.path, line: record.line, column: 1)
  }

  private func block(_ number: Int) -> SwiftBlock? {
    guard document.runnables.indices.contains(number),
      case .block(let block) = document.runnables[number]
    else { return nil }
    return block
  }

  private func code(_ number: Int) -> String { block(number)?.code ?? "" }

  /// The subject with the function's name, read from the lines that follow the claim call.
  private func named(_ record: CheckRecord, _ occurrence: Int) -> Subject {
    guard case .implementation("", let scalar) = record.subject, let text = text(from: record)
    else { return record.subject }
    let name = SubjectNames.name(in: text, verb: record.evidence.verb, occurrence: occurrence)
    return .implementation(function: name ?? "", scalar: scalar)
  }

  /// The code that the subject is held against, with its name, and whether that is the subject.
  private func reference(of record: CheckRecord, _ occurrence: Int) -> ReferenceKind? {
    guard case .code = record.reference, let text = text(from: record),
      let names = ReferenceNames(in: text, verb: record.evidence.verb, occurrence: occurrence)
    else { return record.reference }
    return names.kind(declared)
  }

  private func comparesWithItself(_ record: CheckRecord, _ occurrence: Int) -> Bool {
    text(from: record).map {
      SelfComparison.isMade(in: $0, verb: record.evidence.verb, occurrence: occurrence)
    } ?? false
  }

  /// The block from the line of the claim call on.
  private func text(from record: CheckRecord) -> Substring? {
    guard let block = block(record.runnable),
      let first = block.lines.firstIndex(where: { $0.line == record.line })
    else { return nil }
    let lines = block.code.split(separator: "\n", omittingEmptySubsequences: false)
    return Substring(lines.dropFirst(first).joined(separator: "\n"))
  }
}

extension Evidence {
  /// What an article calls to give it.
  var verb: String { self == .witness ? "refuted" : rawValue }
}
