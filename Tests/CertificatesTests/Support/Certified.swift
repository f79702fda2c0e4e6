import Evident
import Records

/// What `claim(…)` recorded of one statement.
struct Certified {
  var check: CheckRecord
  var mutants: [MutantRecord]

  init(_ body: (Claim) -> Void) {
    var checks: [CheckRecord] = []
    mutants = []
    for record in RecordChannel.collecting({ body(claim("test")) }) {
      switch record {
      case .check(let record): checks.append(record)
      case .mutant(let mutant): mutants.append(mutant)
      default: break
      }
    }
    check = checks[0]
  }

  var certificates: [Certificate] { check.certificates }
  var isProved: Bool { check.trial.held == 1 && check.trial.violated == 0 }
}

/// A small generator of numbers that are the same everywhere.
struct Draws: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func rational(_ size: Int = 5) -> Rational {
    Rational(Int.random(in: -size...size, using: &self), Int.random(in: 1...3, using: &self))
  }
}
