import Records

/// What a program has said so far, checked against what it can say: blocks begin and end in order,
/// everything else belongs to a block that has begun.
struct RunLog {
  /// The runnables of the program, in order.
  let plan: [Int]
  private(set) var began: [Int: Int] = [:]
  private(set) var ended: [Int: Int] = [:]
  private(set) var current: Int?
  private(set) var values: [Int: Quantity] = [:]
  private(set) var shown: [ShownRecord] = []
  private(set) var checks: [CheckRecord] = []
  private(set) var mutants: [MutantRecord] = []
  private(set) var thrown: ThrownRecord?
  private(set) var libraries: [String: String]?
  /// What came that is not a record, or not one that can come now: how often, the first reason and
  /// the runnable that ran then.
  private(set) var refused = 0
  private(set) var firstRefusal: (runnable: Int?, reason: String)?

  init(plan: [Int]) { self.plan = plan }

  var isFinished: Bool { libraries != nil }

  mutating func take(_ item: RecordReader.Item) {
    switch item {
    case .malformed(let reason): refuse(reason)
    case .record(let record): if let reason = take(record) { refuse(reason) }
    }
  }

  private mutating func refuse(_ reason: String) {
    refused += 1
    if firstRefusal == nil { firstRefusal = (current, reason) }
  }

  /// Why the record cannot come now, or `nil`.
  private mutating func take(_ record: Record) -> String? {
    if isFinished { return "a record after the last one" }
    switch record {
    case .began(let mark):
      guard current == nil, began.count < plan.count, plan[began.count] == mark.runnable else {
        return "the start of block \(mark.runnable) out of turn"
      }
      began[mark.runnable] = mark.output
      current = mark.runnable
    case .ended(let mark):
      guard current == mark.runnable else {
        return "the end of block \(mark.runnable), which is not running"
      }
      ended[mark.runnable] = mark.output
      current = nil
    case .finished(let libraries):
      guard current == nil, ended.count == plan.count else { return "an end before the last block" }
      self.libraries = libraries
    default: return takeFinding(record)
    }
    return nil
  }

  private mutating func takeFinding(_ record: Record) -> String? {
    switch record {
    case .value(let value):
      guard value.runnable == current, values[value.runnable] == nil else {
        return "a value of \(value.runnable), which is not running"
      }
      values[value.runnable] = value.quantity
    case .shown(let shown):
      guard began[shown.mark.runnable] != nil else { return "something shown by no block" }
      self.shown.append(shown)
    case .check(let check):
      guard began[check.runnable] != nil else { return "a check of no block" }
      guard !checks.contains(where: { $0.check == check.check }) else {
        return "a second check with number \(check.check)"
      }
      checks.append(check)
    case .mutant(let mutant):
      guard checks.contains(where: { $0.check == mutant.check }) else {
        return "a mutant of no check"
      }
      mutants.append(mutant)
    case .threw(let thrown): self.thrown = thrown
    case .began, .ended, .finished: break
    }
    return nil
  }
}
