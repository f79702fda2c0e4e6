/// Escaping exactly as cmark does it, so that plain Markdown gives cmark's bytes.
enum HTMLEscape {
  /// `"`, `&`, `<` and `>` become entities; everything else stays.
  static func text(_ text: String) -> String {
    var copy = text
    return copy.withUTF8 { bytes in
      guard bytes.contains(where: { entity(for: $0) != nil }) else { return nil as String? }
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count + 16)
      for byte in bytes {
        if let entity = entity(for: byte) {
          output += entity.utf8
        } else {
          output.append(byte)
        }
      }
      return String(decoding: output, as: UTF8.self)
    } ?? text
  }

  /// Bytes that a URL cannot hold become `%XX`; `&` and `'` become entities.
  static func url(_ url: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(url.utf8.count)
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "'"): output += "&#x27;".utf8
      case _ where isSafeInURL(byte): output.append(byte)
      default: output += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func entity(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: nil
    }
  }

  private static let urlPunctuation = Set("-_.+!*(),%#@?=;:/,+$~".utf8)

  private static func isSafeInURL(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: urlPunctuation.contains(byte)
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    Array("0123456789ABCDEF".utf8)[Int(value)]
  }
}

extension HTMLEscape {
  /// Percent-encodes what an id and the address that points to it cannot both hold.
  static func fragment(_ label: String) -> String {
    var output: [UInt8] = []
    for byte in label.utf8 {
      if isSafeInURL(byte) || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "'") {
        output.append(byte)
      } else {
        output += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
