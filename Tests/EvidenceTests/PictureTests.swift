import Evident
import Records
import Testing

/// A record's picture holds what a drawing of the proof needs, and covers all of it.
@Suite("Pictures of proofs")
struct PictureTests {
  let y = real("y", in: -8...8)

  private func picture(_ law: Law, to tolerance: Formula? = nil, boxes: Int = 2_000) throws
    -> ProofPicture
  {
    let recorded = Recorded { claim("test", law).enclosed(to: tolerance, boxes: boxes) }
    return try #require(recorded.checks[0].proof)
  }

  private func area(_ cells: [ProofPicture.Cell]) -> Double {
    cells.filter { !$0.isPoint }.reduce(0) { total, cell in
      total + zip(cell.lower, cell.upper).reduce(1) { $0 * ($1.1 - $1.0) }
    }
  }

  @Test("the boxes lie side by side and cover the whole, with the margins of the proof")
  func boxes() throws {
    let sigmoid = 1 / (1 + exp(-y))
    let recorded = Recorded { claim("test", sigmoid * (1 - sigmoid) .<= 0.26).enclosed() }
    let picture = try #require(recorded.checks[0].proof)
    #expect(picture.form == .boxes)
    #expect(picture.axes == [.init(name: "y", lower: -8, upper: 8)])
    #expect(area(picture.cells) == 16)
    #expect(picture.cells.allSatisfy { $0.kind == .shown && $0.count == 1 })
    #expect(picture.cells.compactMap(\.margin).min() == recorded.trial.margin)
  }

  @Test("what is outside of the hypotheses, and what stayed open, is told apart")
  func kinds() throws {
    let cells = try picture((y ** 2 .>= 4).given(y .>= 2)).cells
    #expect(cells.contains { $0.kind == .excluded && $0.upper == [2] })
    #expect(cells.contains { $0.kind == .shown && $0.lower[0] >= 2 })
    let open = try picture(
      (exp(y) - 2 - y) ** 2 .> 0, boxes: 100
    ).cells
    let gaps = open.filter { $0.kind == .open }
    #expect(!gaps.isEmpty && gaps.allSatisfy { $0.lower[0] >= -2 && $0.upper[0] <= 2 })
  }

  @Test("a contact point is a point of its own, with margin 0")
  func contact() throws {
    let t = real("t", in: 0...5)
    let cells = try picture(exp(t) .>= 1 + t).cells
    #expect(cells.filter { $0.kind == .contact } == [.init(.contact, lower: [0], margin: 0)])
  }

  @Test("too many boxes are merged, and nothing is left out")
  func merged() throws {
    let a = real("a", in: 0...1)
    let b = real("b", in: 0...1)
    let law = sin(40 * a) + sin(40 * b) + sin(40 * (a - b)) .<= 2.6
    let recorded = Recorded { claim("test", law).enclosed(boxes: 20_000) }
    let cells = try #require(recorded.checks[0].proof).cells
    #expect(recorded.trial.held > ProofPicture.maximumCells)
    #expect(cells.count <= ProofPicture.maximumCells)
    #expect(cells.reduce(0) { $0 + $1.count } == recorded.trial.held)
    #expect(abs(area(cells) - 1) < 1e-9)
    #expect(cells.compactMap(\.margin).min() == recorded.trial.margin)
  }

  @Test("a refuted law has a witness, and no proof to draw")
  func refuted() {
    let recorded = Recorded { claim("test", y ** 2 .> 0).enclosed() }
    #expect(recorded.checks[0].proof == nil)
  }

  @Test("an enumeration is dots with coordinates and margins")
  func dots() throws {
    let recorded = Recorded {
      claim("test").exact(over: grid(2, 0, 1, step: 1 / 2)) { p in
        (p[0] + p[1] .<= 2).given(p[0] .<= p[1])
      }
    }
    let picture = try #require(recorded.checks[0].proof)
    #expect(picture.form == .points)
    #expect(picture.axes.map(\.name) == ["x_{1}", "x_{2}"])
    #expect(picture.cells.count == 9)
    #expect(picture.cells.contains(.init(.shown, lower: [0.5, 1], margin: 0.5)))
    #expect(picture.cells.contains(.init(.excluded, lower: [1, 0.5])))
  }

  @Test("an enumeration that fails ends at the dot where it does")
  func failingDot() throws {
    let recorded = Recorded {
      claim("test").exact(over: integers(0...9)) { n in Rational(n) .<= 4 }
    }
    let cells = try #require(recorded.checks[0].proof).cells
    #expect(cells.map(\.kind) == [.shown, .shown, .shown, .shown, .shown, .failed])
    #expect(cells.last?.lower == [5])
  }

  @Test("points without coordinates, and too many points, become runs of their numbers")
  func runs() throws {
    let sets = Recorded { claim("test").exact(over: subsets(3)) { Rational($0.count) .<= 3 } }
    let strip = try #require(sets.checks[0].proof)
    #expect(strip.axes == [.init(name: "number", lower: 0, upper: 7)])
    #expect(strip.cells.count == 8)
    let many = Recorded { claim("test").exact(over: integers(0...9_999)) { Rational($0) .>= 0 } }
    let cells = try #require(many.checks[0].proof).cells
    #expect(cells.count <= ProofPicture.maximumCells)
    #expect(cells.reduce(0) { $0 + $1.count } == 10_000)
    #expect(cells[0].lower == [0] && cells[0].upper == [6] && cells[0].margin == 0)
  }
}
