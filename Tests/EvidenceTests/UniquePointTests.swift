import Evident
import MathCore
import Records
import Testing

@Suite("Zeros and extrema: there, and nowhere else")
struct UniquePointTests {
  let x = real("x")
  let y = real("y", in: -2...2)
  let z = real("z", in: -2...2)

  private func trial(_ point: UniquePoint) -> Trial {
    Recorded { claim("test").enclosed(point) }.trial
  }

  @Test("the minimum of Γ on the positive axis, to 19 digits")
  func gammaMinimum() throws {
    let minimum = uniqueMinimum(of: gamma(x), by: x, in: 1...2)
    let near = minimum.near(Formula("1.4616321449683623413")!, within: Formula("5e-20")!)
    let recorded = Recorded { claim("test").enclosed(near) }
    #expect(recorded.trial.outcome == .proved)
    #expect(recorded.checks[0].statement?.contains("smallest at exactly one point") == true)
    #expect(recorded.checks[0].agreement?.alarms == [])
    #expect(recorded.checks[0].never?.violated == 1)
    #expect(minimum.x.radius < 1e-40)
    let value = Rational("0.885603194410888700278815900582588733207951533669903448871200")
    #expect(minimum.value.contains(try #require(value)))
    // A place that is wrong in the last digit is refuted.
    let wrong = minimum.near(Formula("1.4616321449683623412")!, within: Formula("5e-20")!)
    #expect(trial(wrong).outcome == .refuted)
  }

  @Test("a check of an only point notices another place")
  func place() {
    for point in [
      uniqueMinimum(of: gamma(x), by: x, in: 1...2),
      uniqueMaximum(of: x * exp(-x), by: x, in: 0...5),
      uniqueZero(of: cos(x) - x, by: x, in: 0...1),
      uniqueZero(of: x ** 3 - 2, by: x, in: -5...5).near(1.26, within: 0.01),
    ] {
      let recorded = Recorded { claim("test").enclosed(point) }
      let moved = recorded.mutants.first { $0.why == "a place further off" }
      #expect(moved?.trial.outcome == .refuted)
    }
  }

  @Test("a place without a zero, or with a slope, is refuted at once")
  func emptyPlaces() {
    // The double zero stops every search for all zeros.
    let double = uniqueZero(of: (x - 1) ** 2, by: x, in: 0...3, boxes: 200)
    #expect(trial(double.near(2, within: 0.1)).outcome == .refuted)
    #expect(trial(double.near(1, within: 0.1)).outcome == .open)
    let flat = uniqueMinimum(of: (x - 1) ** 2 * (x - 2) ** 2, by: x, in: 0...3, boxes: 200)
    #expect(trial(flat.near(1.4, within: 0.01)).outcome == .refuted)
    #expect(trial(flat.near(1, within: 0.01)).outcome != .proved)
    let constant = uniqueMinimum(of: x - x + 1, by: x, in: 0...1)
    #expect(trial(constant).outcome == .refuted)
    // At an end a least value may have a slope.
    let end = uniqueMinimum(of: x, by: x, in: 0...1)
    #expect(trial(end.near(0, within: 0.1)).outcome == .proved)
  }

  @Test("no damage of a polynomial has a pole, and each is decided")
  func fairDamages() {
    let minimum = uniqueMinimum(of: taylorExponential(x, degree: 4), by: x, in: -8...8)
    let recorded = Recorded { claim("test").enclosed(minimum.near(-1.596, within: 1e-4)) }
    #expect(recorded.mutants.count >= 4)
    #expect(recorded.mutants.allSatisfy { $0.trial.outcome != .open })
  }

  @Test("a zero that is the only one")
  func zero() {
    #expect(trial(uniqueZero(of: digamma(x), by: x, in: 1 / 10...10)).outcome == .proved)
    #expect(trial(uniqueZero(of: x ** 3 - 2, by: x, in: -5...5)).outcome == .proved)
    #expect(
      trial(uniqueZero(of: exp(x) - 2, by: x, in: -50...50).near(log(2), within: 1e-30))
        .outcome == .proved)
  }

  @Test("two zeros, or none, refute it, and the page says where they are")
  func notUnique() throws {
    let two = trial(uniqueZero(of: x ** 2 - 2, by: x, in: -2...2))
    #expect(two.outcome == .refuted)
    #expect(try #require(two.violation).point.map(\.value).sorted() == ["-1.41421", "1.41421"])
    #expect(trial(uniqueZero(of: x ** 2 + 1, by: x, in: -2...2)).outcome == .refuted)
    #expect(trial(uniqueZero(of: x ** 2 - 2, by: x, in: 3...4)).outcome == .refuted)
    // Two zeros within 1e-9 of each other.
    let close = (x - 1) * (x - 1 - Formula("1e-9")!)
    #expect(trial(uniqueZero(of: close, by: x, in: 0...2)).outcome != .proved)
  }

  @Test("a double zero is not certain, and is never called unique or absent")
  func doubleZero() {
    #expect(trial(uniqueZero(of: (x - 1) ** 2, by: x, in: 0...3, boxes: 500)).outcome == .open)
    #expect(trial(uniqueZero(of: (x - 1) ** 3, by: x, in: 0...3, boxes: 500)).outcome == .open)
    let almost = (x - 1) ** 2 + Formula("1e-30")!
    #expect(trial(uniqueZero(of: almost, by: x, in: 0...3, boxes: 500)).outcome != .proved)
  }

  @Test("zeros on the ends and on the seams of the subdivision")
  func seams() {
    #expect(trial(uniqueZero(of: x, by: x, in: -1...1)).outcome == .proved)
    #expect(trial(uniqueZero(of: x - 1, by: x, in: 0...1)).outcome == .proved)
    #expect(trial(uniqueZero(of: x, by: x, in: 0...1)).outcome == .proved)
    #expect(trial(uniqueZero(of: sin(x), by: x, in: 3...4)).outcome == .proved)
    #expect(trial(uniqueZero(of: x * (x - 1), by: x, in: 0...1)).outcome == .refuted)
    // Just outside of the span.
    #expect(trial(uniqueZero(of: x - 1 - Formula("1e-25")!, by: x, in: 0...1)).outcome == .refuted)
    // π is not rational: whether the zero of sin lies in a span that ends there is decided by
    // balls.
    #expect(trial(uniqueZero(of: x - pi, by: x, in: 3...(22 / 7))).outcome == .proved)
  }

  @Test("poles, kinks and undefined parts are not passed over")
  func undefined() {
    #expect(trial(uniqueZero(of: tan(x), by: x, in: -1...2, boxes: 500)).outcome == .open)
    #expect(trial(uniqueZero(of: abs(x) - 1, by: x, in: 0...3)).outcome == .open)
    #expect(trial(uniqueZero(of: log(x), by: x, in: -1...3, boxes: 500)).outcome == .open)
    #expect(trial(uniqueZero(of: x, by: x)).outcome == .open)
  }

  @Test("the least value among several valleys")
  func valleys() {
    let double = x ** 4 - 2 * x ** 2 + x / 10
    let minimum = uniqueMinimum(of: double, by: x, in: -2...2)
    #expect(trial(minimum).outcome == .proved)
    #expect(minimum.x.isCertainlyNegative)
    // Two equal valleys: not one.
    #expect(trial(uniqueMinimum(of: x ** 4 - 2 * x ** 2, by: x, in: -2...2)).outcome != .proved)
    #expect(trial(uniqueMinimum(of: cos(x), by: x, in: -4...4, boxes: 2_000)).outcome != .proved)
    // A valley that differs by 1e-12 from another.
    let tilted = x ** 4 - 2 * x ** 2 + Formula("1e-12")! * x
    #expect(trial(uniqueMinimum(of: tilted, by: x, in: -2...2)).outcome == .proved)
  }

  @Test("the least value at an end")
  func ends() throws {
    let low = uniqueMinimum(of: exp(x), by: x, in: 0...1)
    #expect(trial(low).outcome == .proved)
    #expect(low.x.contains(0) && low.x.isExact && low.value.contains(1))
    let high = uniqueMaximum(of: x ** 2 + x, by: x, in: -1...1)
    #expect(trial(high).outcome == .proved)
    #expect(high.x.contains(1) && high.value.contains(2))
    // Both ends alike.
    #expect(trial(uniqueMaximum(of: x ** 2, by: x, in: -1...1)).outcome != .proved)
  }

  @Test("several variables")
  func severalVariables() {
    let zero = uniqueZero(of: [y ** 2 + z ** 2 - 1, y - z ** 3], by: [y, z])
    #expect(trial(zero).outcome == .refuted)
    let a = real("a", in: 0...2)
    let b = real("b", in: 0...2)
    let first = uniqueZero(of: [a ** 2 + b ** 2 - 1, a - b ** 3], by: [a, b])
    #expect(trial(first).outcome == .proved)
    let bowl = uniqueMinimum(of: (y - 1 / 3) ** 2 + (z + 1 / 2) ** 2 + y * z / 10, by: [y, z])
    #expect(trial(bowl).outcome == .proved)
    #expect(trial(uniqueMinimum(of: (y - z) ** 2, by: [y, z], boxes: 1_000)).outcome == .open)
  }

  @Test("mutants: a damaged formula has its zero elsewhere")
  func mutants() {
    let zero = uniqueZero(of: x ** 3 - 2, by: x, in: 0...5)
      .near(Formula("1.2599210498948731648")!, within: Formula("1e-19")!)
    let recorded = Recorded {
      claim("test").enclosed(zero)
        .mutant(
          "three for two",
          uniqueZero(of: x ** 3 - 3, by: x, in: 0...5)
            .near(Formula("1.2599210498948731648")!, within: Formula("1e-19")!))
    }
    #expect(recorded.mutants.last?.trial.outcome == .refuted)
    #expect(recorded.mutants.allSatisfy { $0.trial.outcome != .proved })
  }

  @Test("what could not be shown prints no digits")
  func noDigits() {
    let point = uniqueZero(of: (x - 1) ** 2, by: x, in: 0...3, boxes: 100)
    #expect(!point.x.isFinite && !point.value.isFinite)
    #expect(point.quantity == .ball(lower: nil, upper: nil))
  }
}
