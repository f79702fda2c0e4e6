import MathCore
import Records

/// Tries a check on damaged versions of the function that it is about. A check that notices none of
/// them says nothing about the function.
package struct SubjectContradictions<Point, Value> {
  private let subject: (Point) -> Value
  private let trial: (@escaping (Point) -> Value) -> Trial
  private let isSingle: Bool

  /// - Parameter trial: the check, with any function in the place of its subject.
  package static func mutants(
    of subject: @escaping (Point) -> Value, _ trial: @escaping (@escaping (Point) -> Value) -> Trial
  ) -> [EngineMutant] {
    guard let type = Value.self as? any Damageable.Type else { return [] }
    let contradictions = SubjectContradictions(
      subject: subject, trial: trial, isSingle: type is any DamageableEntry.Type)
    return contradictions.mutants(finest: finestHalving(type))
  }

  private static func finestHalving<D: Damageable>(_ type: D.Type) -> Int? {
    (D.Entry.self as? any DamageableEntry.Type)?.finestHalving
  }

  private func mutants(finest: Int?) -> [EngineMutant] {
    var mutants: [EngineMutant] = []
    if let finest {
      mutants += [smallest(finest) { .scaled(halvings: $0) }].compactMap { $0 }
      mutants += [smallest(finest) { .moved(halvings: $0) }].compactMap { $0 }
    }
    return mutants + [.swapped, .roundedToFloat, .identity].compactMap { mutant($0) }
  }

  /// Halvings between two sizes that are tried.
  private static var step: Int { 2 }

  /// The damage of a kind with its size bisected to the smallest that is noticed.
  private func smallest(_ finest: Int, _ damage: (Int) -> SubjectDamage) -> EngineMutant? {
    guard let least = mutant(damage(finest)) else { return mutant(damage(0)) }
    if least.isNoticed { return least }
    guard var noticed = mutant(damage(0)), noticed.isNoticed else { return mutant(damage(0)) }
    var (coarse, fine) = (0, finest / Self.step)
    while fine - coarse > 1 {
      let middle = (coarse + fine) / 2
      if let mutant = mutant(damage(middle * Self.step)), mutant.isNoticed {
        (coarse, noticed) = (middle, mutant)
      } else {
        fine = middle
      }
    }
    return noticed
  }

  /// The check of one damaged subject; `nil` when the damage changed nothing that the law asked
  /// for.
  private func mutant(_ damage: SubjectDamage) -> EngineMutant? {
    let effect = Effect()
    let subject = subject
    let damagedSubject = { (point: Point) -> Value in
      let value = subject(point)
      guard let damaged = Self.damaged(value, at: point, by: damage) else { return value }
      effect.isThere = true
      return damaged
    }
    let why = damage.phrase(isSingle: isSingle)
    let result = Circumstance.$current.withValue(
      "a damaged function was tried: \(why); if the law cannot stand that, put "
        + ".undamaged(because:) before the check"
    ) {
      trial(damagedSubject)
    }
    guard effect.isThere else { return nil }
    return EngineMutant(why: why, trial: result, target: .subject, size: damage.size)
  }

  /// Whether a damage has changed anything yet.
  private final class Effect {
    var isThere = false
  }

  private static func damaged(
    _ value: Value, at point: Point, by damage: SubjectDamage
  ) -> Value? {
    func open<D: Damageable>(_ value: D) -> Value? {
      damage.damaged(value, at: point) as? Value
    }
    return (value as? any Damageable).flatMap { open($0) }
  }
}

extension EngineMutant {
  fileprivate var isNoticed: Bool { trial.violated > 0 }
}
