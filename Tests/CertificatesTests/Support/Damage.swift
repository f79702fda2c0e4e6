import MathCore

@testable import Records

/// Damaged versions of a certificate's text. Each is one change.
struct Damage: CustomStringConvertible {
  var description: String
  var json: String

  /// Every number, every list and the text itself, each damaged in every way that fits it.
  static func all(of json: String) throws -> [Damage] {
    let value = try JSONParser.parse(Array(json.utf8))
    var list = changes(of: value, at: "").map {
      Damage(description: $0.0, json: $0.1.text)
    }
    for length in [1, json.utf8.count / 2, json.utf8.count - 1] {
      list.append(
        Damage(
          description: "cut after \(length) bytes",
          json: String(decoding: json.utf8.prefix(length), as: UTF8.self)))
    }
    return list
  }

  private typealias Change = (String, JSONValue)

  private static func changes(of value: JSONValue, at path: String) -> [Change] {
    switch value {
    case .string(let text):
      guard let number = Rational(text), text != "i" else { return [] }
      return numbers(number).map { ("\(path): \($0.0)", $0.1) }
    case .number: return bare.map { ("\(path): \($0.0)", $0.1) }
    case .array(let elements):
      var list: [Change] = []
      if !elements.isEmpty {
        list.append(("\(path): the last dropped", .array(Array(elements.dropLast()))))
        list.append(("\(path): the first dropped", .array(Array(elements.dropFirst()))))
      }
      if elements.count > 1, elements[0] != elements[1] {
        list.append(
          ("\(path): the first two swapped", .array([elements[1], elements[0]] + elements[2...])))
      }
      for (index, element) in elements.enumerated() {
        for (name, changed) in changes(of: element, at: "\(path)/\(index)") {
          var copy = elements
          copy[index] = changed
          list.append((name, .array(copy)))
        }
      }
      return list
    case .object(let members):
      var list: [Change] = []
      for (index, member) in members.enumerated() {
        var without = members
        without.remove(at: index)
        list.append(("\(path)/\(member.key) dropped", .object(without)))
        // What a point is called is for the reader.
        if member.key == "name" { continue }
        for (name, changed) in changes(of: member.value, at: "\(path)/\(member.key)") {
          var copy = members
          copy[index].value = changed
          list.append((name, .object(copy)))
        }
      }
      return list
    case .null, .boolean: return []
    }
  }

  private static func numbers(_ number: Rational) -> [Change] {
    let off = number == 0 ? Rational(1, 1_000_000) : number * Rational(1_000_001, 1_000_000)
    var list: [Change] = [
      ("off by a millionth", .string(off.description)),
      ("not a number", .string("NaN")), ("infinite", .string("1/0")),
      ("a decimal", .string("0.5")), ("a space", .string(" \(number)")),
      ("huge", .string(String(repeating: "9", count: 30_000))),
      ("written as a number", .number("1")), ("true", .boolean(true)),
    ]
    if number != 0 { list.append(("the other sign", .string((-number).description))) }
    return list
  }

  private static let bare: [Change] = [
    ("negative", .number("-1")), ("far out", .number("1000000")), ("not whole", .number("0.5")),
    ("huge", .number(String(repeating: "9", count: 300))), ("true", .boolean(true)),
    ("text", .string("0")),
  ]
}
