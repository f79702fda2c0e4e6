/// Addresses that may become a link on a page.
enum WebAddress {
  /// Only web pages: `javascript:` and its like never become links.
  static func isWeb(_ text: String) -> Bool {
    let lower = text.lowercased()
    let isWeb = lower.hasPrefix("https://") || lower.hasPrefix("http://")
    return isWeb && !text.unicodeScalars.contains { $0.value <= 0x20 }
  }
}
