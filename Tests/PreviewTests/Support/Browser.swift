import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Asks a server on this machine, byte by byte as it is told to: paths are sent as they are.
struct Browser {
  let port: UInt16

  struct Answer {
    var status: Int
    /// By lower-case name.
    var headers: [String: String]
    var body: String
  }

  /// - Parameter headers: `Host` is sent unless it is given here; an empty one is left out.
  func get(
    _ path: String, method: String = "GET", headers: [String: String] = [:]
  ) async throws -> Answer {
    var headers = headers
    headers["Host"] = headers["Host"] ?? "127.0.0.1:\(port)"
    headers["Connection"] = "close"
    let lines = headers.filter { !$0.value.isEmpty }.map { "\($0.key): \($0.value)\r\n" }
    let request = "\(method) \(path) HTTP/1.1\r\n\(lines.joined())\r\n"
    let bytes = try await withCheckedThrowingContinuation { continuation in
      // A blocking conversation must not hold a thread that others need.
      Thread { continuation.resume(with: Result { try talk(request) }) }.start()
    }
    return try #require(Browser.answer(bytes))
  }

  struct NoConnection: Error {}

  private func talk(_ request: String) throws -> [UInt8] {
    #if canImport(Glibc)
      let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw NoConnection() }
    var rest = Array(request.utf8)
    while !rest.isEmpty {
      let count = send(socket, rest, rest.count, 0)
      guard count > 0 else { throw NoConnection() }
      rest.removeFirst(count)
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return answer }
      answer += buffer[..<count]
    }
  }

  private static func answer(_ bytes: [UInt8]) -> Answer? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    guard let status = head.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    var headers: [String: String] = [:]
    for line in head.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    return Answer(
      status: status, headers: headers,
      body: String(decoding: bytes[end.upperBound...], as: UTF8.self))
  }

  // MARK: As the script does

  /// The name of the edition that a page belongs to.
  static func edition(of page: String) -> String? {
    page.firstMatch(of: /data-edition="([^"]+)"/).map { String($0.output.1) }
  }

  /// Follows the editions of a page until it is as wanted, and gives it.
  func page(
    _ path: String, until isWanted: (String) -> Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    for _ in 0..<200 {
      let page = try await get(path).body
      if isWanted(page) { return page }
      guard let edition = Browser.edition(of: page) else { break }
      _ = try await get("/.evident/events?seen=\(edition)")
    }
    Issue.record("the page never came to be as wanted", sourceLocation: sourceLocation)
    return ""
  }
}
