import Diagnostics

/// One change of one line of an article: at this byte, this text by that one.
struct SourceEdit: Equatable {
  var place: Place
  var old: String
  var new: String
}

/// The bytes of a file by lines, as its author's editor counts them: line ends of any kind, and a
/// byte order mark that is no part of the first line.
struct SourceLines {
  private(set) var bytes: [UInt8]
  /// Where each line begins and ends, its end mark left out.
  private let ranges: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var ranges: [Range<Int>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") {
        ranges.append(start..<index)
        if bytes[index...].starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")]) { index += 1 }
        start = index + 1
      }
      index += 1
    }
    ranges.append(start..<bytes.count)
    self.ranges = ranges
  }

  var lines: [String] { ranges.map { String(decoding: bytes[$0], as: UTF8.self) } }

  /// The line with this number, from 1.
  func line(_ number: Int) -> String? {
    ranges.indices.contains(number - 1)
      ? String(decoding: bytes[ranges[number - 1]], as: UTF8.self) : nil
  }

  /// Makes the edits; those whose old text does not stand at its place are returned, not made.
  mutating func apply(_ edits: [SourceEdit]) -> [SourceEdit] {
    var failed: [SourceEdit] = []
    // From the end on, so that the places before it stay true.
    for edit in edits.sorted(by: { $0.place > $1.place }) {
      guard let range = range(of: edit) else {
        failed.append(edit)
        continue
      }
      bytes.replaceSubrange(range, with: Array(edit.new.utf8))
    }
    return failed.reversed()
  }

  private func range(of edit: SourceEdit) -> Range<Int>? {
    guard ranges.indices.contains(edit.place.line - 1) else { return nil }
    let line = ranges[edit.place.line - 1]
    let start = line.lowerBound + edit.place.column - 1
    let end = start + edit.old.utf8.count
    guard start >= line.lowerBound, end <= line.upperBound,
      bytes[start..<end].elementsEqual(edit.old.utf8)
    else { return nil }
    return start..<end
  }
}
