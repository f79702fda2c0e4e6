import Evident
import Records

/// What the checks in `body` recorded.
struct Recorded {
  var checks: [CheckRecord] = []
  var mutants: [MutantRecord] = []

  init(_ body: () -> Void) {
    for record in RecordChannel.collecting(body) {
      switch record {
      case .check(let check): checks.append(check)
      case .mutant(let mutant): mutants.append(mutant)
      default: break
      }
    }
  }

  var trial: Trial { checks[0].trial }
}

/// How a trial came out, in one word.
enum Outcome: Equatable { case proved, refuted, open, empty }

extension Trial {
  var outcome: Outcome {
    if violated > 0 { return .refuted }
    if undecided > 0 || stopped != nil { return .open }
    return held > 0 ? .proved : .empty
  }
}

/// How `claim(law).exact()` comes out.
func exactly(_ law: Law) -> Outcome { Recorded { claim("test", law).exact() }.trial.outcome }

/// How `claim(law).enclosed(…)` comes out.
func enclosed(_ law: Law, to tolerance: Formula? = nil, boxes: Int = 2_000) -> Outcome {
  Recorded { claim("test", law).enclosed(to: tolerance, boxes: boxes) }.trial.outcome
}
