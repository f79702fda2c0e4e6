import MathCore

/// One way to damage a function: what it returns is spoilt a little, the same way at every point.
package enum SubjectDamage: Sendable, Equatable {
  /// The first entry that is not zero, times 1 + 2^−halvings.
  case scaled(halvings: Int)
  /// The first entry, plus 2^−halvings.
  case moved(halvings: Int)
  /// The first two entries that differ trade places.
  case swapped
  /// Every entry as a `Float` keeps it.
  case roundedToFloat
  /// The input is handed back, where it has the shape of the result.
  case identity
}

extension SubjectDamage {
  /// What the page says was done.
  package func phrase(isSingle: Bool) -> String {
    let entry = isSingle ? "the value" : "one entry"
    return switch self {
    case .scaled(let halvings): "\(entry) times 1 + \(Self.size(halvings))"
    case .moved(let halvings): "\(Self.size(halvings)) added to \(entry)"
    case .swapped: "two entries swapped"
    case .roundedToFloat: isSingle ? "the value rounded to Float" : "entries rounded to Float"
    case .identity: "the input handed back"
    }
  }

  /// The relative or absolute size, when the damage has one.
  package var size: Double? {
    switch self {
    case .scaled(let halvings), .moved(let halvings):
      Double(sign: .plus, exponent: -halvings, significand: 1)
    default: nil
    }
  }

  private static func size(_ halvings: Int) -> String {
    halvings <= 10 ? (halvings == 0 ? "1" : "1/\(1 << halvings)") : "2^−\(halvings)"
  }

  /// A function's result, damaged; `nil` where this damage changes nothing of it.
  func damaged<Value: Damageable>(_ value: Value, at point: Any) -> Value? {
    if self == .identity {
      guard let input = point as? Value, input.entries.count == value.entries.count else {
        return nil
      }
      return Self.isSame(input.entries, value.entries) ? nil : input
    }
    guard let entries = damaged(entries: value.entries) else { return nil }
    return value.replacing(entries: entries)
  }

  private func damaged<Entry>(entries: [Entry]) -> [Entry]? {
    if self == .swapped { return Self.swapped(entries) }
    guard let type = Entry.self as? any DamageableEntry.Type else { return nil }
    func open<E: DamageableEntry>(_ type: E.Type) -> [Entry]? {
      guard let numbers = entries as? [E] else { return nil }
      return changed(numbers) as? [Entry]
    }
    return open(type)
  }

  private func changed<E: DamageableEntry>(_ entries: [E]) -> [E]? {
    switch self {
    case .scaled(let halvings):
      let change = 1 / Rational(2).power(halvings)
      return Self.changingFirst(entries) { $0.scaled(by: change) }
    case .moved(let halvings):
      let change = 1 / Rational(2).power(halvings)
      return Self.changingFirst(entries) { $0.moved(by: change) }
    case .roundedToFloat:
      let rounded = entries.map(\.roundedToFloat)
      return zip(rounded, entries).allSatisfy { $0.isSame(as: $1) } ? nil : rounded
    case .swapped, .identity: return nil
    }
  }

  /// The entries with the first one changed that the change does something to.
  private static func changingFirst<E: DamageableEntry>(
    _ entries: [E], _ change: (E) -> E
  ) -> [E]? {
    for (index, entry) in entries.enumerated() {
      let changed = change(entry)
      guard !changed.isSame(as: entry) else { continue }
      var result = entries
      result[index] = changed
      return result
    }
    return nil
  }

  private static func swapped<Entry>(_ entries: [Entry]) -> [Entry]? {
    guard let first = entries.first,
      let other = entries.indices.first(where: { !isSame([entries[$0]], [first]) })
    else { return nil }
    var result = entries
    result.swapAt(entries.startIndex, other)
    return result
  }

  private static func isSame<Entry>(_ a: [Entry], _ b: [Entry]) -> Bool {
    func open<E: DamageableEntry>(_ type: E.Type) -> Bool {
      guard let x = a as? [E], let y = b as? [E] else { return false }
      return x.count == y.count && zip(x, y).allSatisfy { $0.isSame(as: $1) }
    }
    return (Entry.self as? any DamageableEntry.Type).map { open($0) } ?? false
  }
}
