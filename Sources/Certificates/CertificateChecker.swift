// Checks certificates, and finds none: each checker is a few sums and comparisons of exact
// fractions. It shares no code with the provers that made the certificates, and what it reads may
// have been made up.

import MathCore
import Records

/// What a certificate that was checked shows of its own statement.
public enum Conclusion: Sendable, Equatable {
  case proved, refuted
}

/// Why a certificate shows nothing.
public struct Rejection: Error, Equatable, CustomStringConvertible {
  public var description: String
  init(_ description: String) { self.description = description }
}

extension Certificate {
  /// Checks every step.
  ///
  /// - Throws: `Rejection` when anything is wrong with it.
  public func check() throws(Rejection) -> Conclusion {
    switch self {
    case .definiteness(let certificate): try certificate.check()
    case .linearProgram(let certificate): try certificate.check()
    case .enumeration(let certificate): try certificate.check()
    case .expectation(let certificate): try certificate.check()
    case .sign(let certificate): try certificate.check()
    case .identity(let certificate): try certificate.check()
    case .rootCount(let certificate): try certificate.check()
    }
  }
}

extension Certificate {
  /// Checks every step, and that the certificate would not do for a statement whose bound is off by
  /// a relative 10⁻⁶: a checker that accepted that one would have looked at nothing.
  public func checkThoroughly() throws(Rejection) -> Conclusion {
    let conclusion = try check()
    guard conclusion == .proved, let disturbed else { return conclusion }
    if let other = try? disturbed.check(), other == .proved {
      throw Rejection("it would do as well for a bound that is off by one part in a million")
    }
    return conclusion
  }

  /// The same proof of a statement that is a little different; `nil` if there is none such.
  private var disturbed: Certificate? {
    switch self {
    case .definiteness(let certificate): certificate.disturbed.map { .definiteness($0) }
    case .linearProgram(let certificate): certificate.disturbed.map { .linearProgram($0) }
    case .enumeration(let certificate): certificate.disturbed.map { .enumeration($0) }
    case .expectation(let certificate): certificate.disturbed.map { .expectation($0) }
    case .sign(let certificate): certificate.disturbed.map { .sign($0) }
    case .identity(let certificate): certificate.disturbed.map { .identity($0) }
    case .rootCount(let certificate): certificate.disturbed.map { .rootCount($0) }
    }
  }
}

func need(_ condition: Bool, _ why: @autoclosure () -> String) throws(Rejection) {
  guard condition else { throw Rejection(why()) }
}

/// The number that a text means: an integer or a quotient of two, written with digits only.
func number(_ text: String) throws(Rejection) -> Rational {
  let isPlain = text.utf8.allSatisfy {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      || $0 == UInt8(ascii: "/")
  }
  guard isPlain, text.utf8.count <= maximumDigits, let value = Rational(text) else {
    throw Rejection("“\(text.prefix(40))” is not a fraction of at most \(maximumDigits) digits")
  }
  return value
}

/// Digits that a number may have.
private let maximumDigits = 20_000

/// A number that is off by one part in a million.
func disturbed(_ text: String) -> String? {
  guard let value = try? number(text) else { return nil }
  let change = Rational(1, 1_000_000)
  return (value == 0 ? change : value * (1 + change)).description
}

func vector(_ texts: [String], count: Int) throws(Rejection) -> [Rational] {
  try need(texts.count == count, "\(texts.count) entries where \(count) belong")
  var values: [Rational] = []
  for text in texts { values.append(try number(text)) }
  return values
}

func dot(_ a: [Rational], _ b: [Rational]) -> Rational {
  zip(a, b).reduce(Rational.zero) { $1.0 == 0 || $1.1 == 0 ? $0 : $0 + $1.0 * $1.1 }
}
