import Testing

@testable import Preview

@Suite("Who may ask the preview")
struct GateTests {
  private let gate = Gate(port: 8080)

  @Test(
    "browsers on this machine", arguments: ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080"])
  func own(host: String) {
    #expect(gate.refusal(of: .init(host: host)) == nil)
    #expect(
      gate.refusal(
        of: .init(method: "HEAD", host: host, origin: "http://localhost:8080", site: "same-origin"))
        == nil)
  }

  @Test(
    "no other name leads here",
    arguments: [
      nil, "", "evil.example", "evil.example:8080", "127.0.0.1", "localhost:8081",
      "localhost:8080.evil.example", "192.168.0.7:8080",
    ])
  func foreignHost(host: String?) {
    #expect(gate.refusal(of: .init(host: host))?.status == 403)
  }

  @Test(
    "no page of another site",
    arguments: ["null", "http://evil.example", "https://localhost:8080", "http://localhost:9090"])
  func foreignOrigin(origin: String) {
    #expect(gate.refusal(of: .init(host: "localhost:8080", origin: origin))?.status == 403)
  }

  @Test("a link on another page may lead here, its scripts and images may not")
  func fetchSite() {
    #expect(
      gate.refusal(of: .init(host: "localhost:8080", site: "cross-site", mode: "navigate")) == nil)
    for mode in ["cors", "no-cors", nil] {
      let request = Gate.Request(host: "localhost:8080", site: "cross-site", mode: mode)
      #expect(gate.refusal(of: request)?.status == 403)
    }
  }

  @Test("it can only be read", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "get"])
  func methods(method: String) {
    #expect(gate.refusal(of: .init(method: method, host: "localhost:8080"))?.status == 405)
  }
}
