import MathCore

/// Makes a sample that fails a law smaller and simpler, without leaving its domain.
///
/// What is changed is not the point but the list of decisions from which its stratum drew it: fewer
/// of them, smaller ones, simpler ones. Every candidate is drawn anew from such a list, so it is a
/// point of the domain whatever the domain has been mapped through, and it counts only if the law
/// certainly fails there, its hypotheses included.
package struct ChoiceShrinker<Point> {
  private let strata: [SampleStratum<Point>]
  private let text: (Point) -> String
  private let fails: (Point) -> Bool
  private var left: Int

  /// Points that one shrinking may try.
  package static var budget: Int { 600 }

  package init(
    strata: [SampleStratum<Point>], budget: Int = ChoiceShrinker.budget,
    text: @escaping (Point) -> String, fails: @escaping (Point) -> Bool
  ) {
    self.strata = strata
    self.text = text
    self.fails = fails
    left = budget
  }

  /// A failing point with the decisions that led to it.
  package struct Sample {
    package var point: Point
    package var stratum: Int
    package var choices: [Choice]
    var size: Size
  }

  /// What is smaller: the text of the point counts first, then the decisions.
  struct Size: Comparable {
    var text: Int
    var choices: Int

    static func < (a: Size, b: Size) -> Bool { (a.text, a.choices) < (b.text, b.choices) }
  }

  /// The smallest failing sample that is found from a failing one; `nil` if its decisions do not
  /// lead to a failing point again.
  package mutating func shrink(_ choices: [Choice], stratum: Int) -> Sample? {
    guard var best = sample(choices, stratum) else { return nil }
    var previous: Size
    repeat {
      previous = best.size
      intoOtherStrata(&best)
      shorten(&best)
      simplifyTogether(&best)
      simplify(&best)
    } while best.size < previous && left > 0
    return best
  }

  /// The sample of a list of decisions, if it fails.
  private mutating func sample(_ choices: [Choice], _ stratum: Int) -> Sample? {
    guard left > 0 else { return nil }
    left -= 1
    var draws = RandomSample(replaying: choices)
    let point = strata[stratum].draw(&draws)
    guard fails(point) else { return nil }
    let size = Size(
      text: text(point).utf8.count, choices: draws.choices.reduce(0) { $0 + $1.complexity })
    return Sample(point: point, stratum: stratum, choices: draws.choices, size: size)
  }

  /// Takes a candidate if it fails and is smaller.
  private mutating func tryOut(_ choices: [Choice], _ stratum: Int, _ best: inout Sample) -> Bool {
    guard let candidate = sample(choices, stratum), candidate.size < best.size else { return false }
    best = candidate
    return true
  }

  private mutating func intoOtherStrata(_ best: inout Sample) {
    for other in strata.indices where other != best.stratum {
      _ = tryOut(best.choices, other, &best)
    }
  }

  /// Fewer decisions: whole numbers, which are often lengths, become smaller, alone and with some
  /// of the decisions behind them left out.
  private mutating func shorten(_ best: inout Sample) {
    var index = 0
    while index < best.choices.count, left > 0 {
      defer { index += 1 }
      guard case .integer(let value) = best.choices[index] else { continue }
      for smaller in [0, value / 2, value - value.signum()] where smaller != value {
        var choices = best.choices
        choices[index] = .integer(smaller)
        if tryOut(choices, best.stratum, &best) { break }
      }
      omit(behind: index, &best)
    }
  }

  private mutating func omit(behind index: Int, _ best: inout Sample) {
    var place = index + 1
    while place < best.choices.count, left > 0 {
      guard case .integer(let value) = best.choices[index] else { return }
      var choices = best.choices
      choices.remove(at: place)
      choices[index] = .integer(value - value.signum())
      if !tryOut(choices, best.stratum, &best) { place += 1 }
    }
  }

  /// All real decisions the same, or all but one.
  private mutating func simplifyTogether(_ best: inout Sample) {
    let places = best.choices.indices.filter { best.choices[$0].isReal }
    guard places.count > 1 else { return }
    for value in [0.0, 1] {
      for spared in [nil] + places.prefix(4).map({ Optional($0) }) {
        var choices = best.choices
        for place in places where place != spared { choices[place] = .real(value) }
        if tryOut(choices, best.stratum, &best) { return }
      }
    }
  }

  /// Each decision simpler by itself.
  private mutating func simplify(_ best: inout Sample) {
    var index = 0
    while index < best.choices.count, left > 0 {
      for simpler in best.choices[index].simpler {
        guard index < best.choices.count else { return }
        var choices = best.choices
        choices[index] = simpler
        if tryOut(choices, best.stratum, &best) { break }
      }
      index += 1
    }
  }
}
