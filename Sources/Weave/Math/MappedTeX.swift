// TeX that was rewritten for the typesetter, and where each unit of it came from, so that an error
// in the rewritten formula is reported at the author's own character.

/// A formula as KaTeX receives it.
struct MappedTeX: Equatable {
  private var units: [UInt16] = []
  /// For each unit: the offset in the author's formula, in UTF-16 units.
  private var origins: [Int] = []
  private let end: Int

  /// Nothing yet, of a formula of `length` units.
  init(length: Int) { end = length }

  var text: String { String(decoding: units, as: UTF16.self) }

  /// Adds a part of the author's formula.
  mutating func keep(_ range: Range<Int>, of source: [UInt16]) {
    units.append(contentsOf: source[range])
    origins.append(contentsOf: range)
  }

  /// Adds text of our own; an error in it is reported at `origin`.
  mutating func insert(_ text: String, at origin: Int) {
    let before = units.count
    units.append(contentsOf: text.utf16)
    origins.append(contentsOf: repeatElement(origin, count: units.count - before))
  }

  /// The offset in the author's formula of an offset in `text`.
  func origin(of offset: Int) -> Int {
    offset >= 0 && offset < origins.count ? origins[offset] : end
  }
}
