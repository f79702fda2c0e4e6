import Testing

@testable import Records

@Suite("Pictures of proofs are bounded and well-formed")
struct ProofPictureTests {
  static let axis = ProofPicture.Axis(name: "y", lower: -8, upper: 8)
  static let good = ProofPicture(
    form: .boxes, axes: [axis],
    cells: [
      .init(.shown, lower: [-8], upper: [0], margin: 0.25, count: 3),
      .init(.contact, lower: [0], margin: 0),
    ])

  private func read(_ picture: ProofPicture) throws -> RecordReader.Item? {
    var check = RecordReaderTests.check
    check.trial = Trial()
    check.proof = picture
    var reader = RecordReader()
    let items = reader.read(Array((try RecordWriter.line(.check(check)) + "\n").utf8))
    if case .record(let record) = items.first { #expect(record == .check(check)) }
    return items.first
  }

  @Test("a picture is read as it was written")
  func roundTrip() throws {
    guard case .record = try read(Self.good) else {
      Issue.record("not read")
      return
    }
  }

  static let bad: [(ProofPicture, String)] = [
    (ProofPicture(form: .boxes, axes: [], cells: []), "a picture without axes"),
    (
      ProofPicture(form: .boxes, axes: [.init(name: "y", lower: 1, upper: 0)], cells: []),
      "an axis without a range"
    ),
    (
      ProofPicture(form: .boxes, axes: [axis], cells: [.init(.open, lower: [0, 1])]),
      "a cell of the wrong dimension"
    ),
    (
      ProofPicture(form: .boxes, axes: [axis], cells: [.init(.open, lower: [1], upper: [0])]),
      "a cell inside out"
    ),
    (
      ProofPicture(form: .boxes, axes: [axis], cells: [.init(.open, lower: [.nan])]),
      "a cell that is not finite"
    ),
    (
      ProofPicture(form: .boxes, axes: [axis], cells: [.init(.open, lower: [0], count: 0)]),
      "a cell that stands for nothing"
    ),
    (
      ProofPicture(
        form: .boxes, axes: [axis], cells: Array(repeating: .init(.open, lower: [0]), count: 1501)),
      "a picture of too many cells"
    ),
  ]

  @Test("what no honest writer draws is refused", arguments: bad)
  func refused(_ picture: ProofPicture, _ reason: String) throws {
    #expect(try read(picture) == .malformed(reason))
  }
}
