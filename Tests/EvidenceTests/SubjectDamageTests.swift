import Evident
import Records
import Testing

/// What the engine does to a function that a check is about, and what must notice it.
@Suite("Damages of the function that a check is about")
struct SubjectDamageTests {
  private let cube = grid(3, -1, 1, step: 1 / 2)

  private func damages(_ body: () -> Void) -> [MutantRecord] {
    Recorded(body).mutants.filter { $0.origin == .engine && $0.target == .subject }
  }

  private func isProjection<S: Scalar>(
    _ map: (Vector<S>) -> Vector<S>, _ x: Vector<S>
  ) -> Relation<S> {
    let p = map(x)
    let gap = p - x
    let least = gap.dropFirst().reduce(gap[0]) { Swift.min($0, $1) }
    return all(p) { $0 .>= 0 } && p.sum .== 1 && p.dot(gap) .== least
  }

  @Test("a characterisation in exact numbers notices every one, down to the finest tried")
  func exact() {
    let list = damages { claim("test").exact(sparsemax, over: cube, isProjection) }
    #expect(
      list.map(\.why) == [
        "one entry times 1 + 2^−40", "2^−40 added to one entry", "two entries swapped",
        "entries rounded to Float", "the input handed back",
      ])
    #expect(list.allSatisfy { $0.trial.violated == 1 })
    #expect(list[0].size == 0x1p-40)
  }

  @Test("in doubles the smallest that is noticed lies above the derived tolerance")
  func sampled() throws {
    let list = damages {
      claim("test").sampled(sparsemax, over: vectors(2...20), count: 1_000, isProjection)
    }
    let scaled = try #require(list.first)
    #expect(scaled.trial.violated == 1)
    let size = try #require(scaled.size)
    #expect(size <= 0x1p-48 && size >= 0x1p-52)
  }

  @Test("an inequality sees large damages only; the smallest is bisected")
  func inequality() throws {
    // From 1/2 to 5/8 there is room for a factor of 1 + 1/4, and for 1/8 more; sizes are powers of
    // 4.
    let list = damages {
      claim("test").exact({ (n: Int) in Rational(1, 2) }, over: integers(1...3)) { f, n in
        f(n) .<= Rational(5, 8)
      }
    }
    let scaled = try #require(list.first)
    #expect(scaled.why == "the value times 1 + 1" && scaled.trial.violated == 1)
    let moved = list[1]
    #expect(moved.why == "1/4 added to the value" && moved.trial.violated == 1)
  }

  @Test("a law that every map satisfies notices nothing")
  func trivial() {
    let list = damages {
      claim("test").exact(sparsemax, over: cube) { map, x in map(x) .== map(x) }
    }
    #expect(!list.isEmpty)
    #expect(list.allSatisfy { $0.trial.outcome == .proved })
  }

  @Test("a law that never asks the function has no damage to notice")
  func unasked() {
    let list = damages { claim("test").exact(sparsemax, over: cube) { _, x in x .== x } }
    #expect(list.isEmpty)
  }

  @Test("a law of shifts does not see that entries trade places, and need not")
  func shifts() throws {
    let list = damages {
      claim("test").exact(sparsemax, over: cube) { map, x in map(x.map { $0 + 1 / 3 }) .== map(x) }
    }
    let ends = Dictionary(uniqueKeysWithValues: list.map { ($0.why, $0.trial.outcome) })
    #expect(ends["two entries swapped"] == .proved)
    #expect(ends["the input handed back"] == .refuted)
  }

  @Test("a damage that changes nothing is not counted: dyadic values survive Float")
  func unchanged() {
    let list = damages {
      claim("test").exact({ (n: Int) in Rational(n, 4) }, over: integers(1...3)) { f, n in
        4 * f(n) .== Rational(n)
      }
    }
    #expect(!list.map(\.why).contains { $0.contains("Float") })
  }

  @Test("matrices and lists are damaged too, whole numbers are not")
  func shapes() {
    let matrices = damages {
      claim("test").exact({ (n: Int) in Matrix<Rational>.identity(2) }, over: integers(1...2)) {
        f, n in f(n) .== .identity(2)
      }
    }
    #expect(matrices.count >= 3)
    let lists = damages {
      claim("test").exact({ (n: Int) in [Rational(n), 0] }, over: integers(1...2)) { f, n in
        f(n) .== [Rational(n), 0]
      }
    }
    #expect(lists.count >= 3)
    let indices = damages {
      claim("test").exact({ (n: Int) in [n, n + 1] }, over: integers(1...2)) { f, n in
        Rational(f(n)[0]) .== Rational(n)
      }
    }
    #expect(indices.isEmpty)
  }

  @Test("an author may keep a function whole, and must say why")
  func spared() {
    let recorded = Recorded {
      claim("test").undamaged(because: "it must stay a distribution")
        .exact(sparsemax, over: cube, isProjection)
        .mutant("no threshold") { (x: Vector<Rational>) in x }
    }
    #expect(recorded.checks[0].undamaged == "it must stay a distribution")
    #expect(recorded.checks[0].hasSubject)
    #expect(recorded.mutants.map(\.origin) == [.author])
    #expect(recorded.mutants[0].target == .subject)
  }
}
