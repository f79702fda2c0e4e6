// Checks certificates, and finds none: each checker is a few sums and comparisons of exact
// fractions. Of the provers that made the certificates it knows nothing but the rational numbers,
// and what it reads may have been made up.

import MathCore
import Records

/// Why a certificate shows nothing.
public struct Rejection: Error, Equatable, CustomStringConvertible {
  public var description: String
  init(_ description: String) { self.description = description }
}

extension Certificate {
  /// Checks every step of what it says of itself.
  ///
  /// - Throws: `Rejection` when anything is wrong with it.
  public func check() throws(Rejection) { try proof.check() }

  /// Checks every step, and that the certificate would not do for a statement whose bound is off by
  /// a relative 10⁻⁶: a checker that accepted that one would have looked at nothing.
  public func checkThoroughly() throws(Rejection) {
    try check()
    if let disturbed = proof.disturbed, (try? disturbed.check()) != nil {
      throw Rejection("it would do as well for a bound that is off by one part in a million")
    }
  }

  private var proof: any CheckableProof {
    switch self {
    case .combination(let certificate): certificate
    case .witness(let certificate): certificate
    case .enumeration(let certificate): certificate
    case .expectation(let certificate): certificate
    case .sign(let certificate): certificate
    case .identity(let certificate): certificate
    case .rootCount(let certificate): certificate
    }
  }
}

/// One kind of certificate.
protocol CheckableProof {
  /// - Throws: `Rejection` unless it shows what it says.
  func check() throws(Rejection)

  /// The same proof of a statement that is a little different; `nil` if there is none such.
  var disturbed: Self? { get }
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

/// Whether each atom has a name of its own: the statement could not tell them apart.
func needNames(_ steps: [FormulaStep]) throws(Rejection) {
  let names = steps.filter { $0.operation == "atom" }.map(\.text)
  try need(Set(names).count == names.count, "a name of two atoms")
}

func vector(_ texts: [String], count: Int) throws(Rejection) -> [Rational] {
  try need(texts.count == count, "\(texts.count) entries where \(count) belong")
  var values: [Rational] = []
  for text in texts { values.append(try number(text)) }
  return values
}

/// Whether a relation holds between two numbers.
func compare(_ a: Rational, _ relation: String, _ b: Rational) throws(Rejection) -> Bool {
  switch relation {
  case "≤": return a <= b
  case "<": return a < b
  case "=": return a == b
  case "≥": return a >= b
  case ">": return a > b
  default: throw Rejection("an unknown relation")
  }
}

func known<Value>(_ value: Value?) throws(Rejection) -> Value {
  guard let value else { throw Rejection("something is missing") }
  return value
}
