/// Who may ask: a browser on this machine, for a page that it has from here.
///
/// Listening on loopback is not enough. A page of another site can send requests to this address,
/// under a host name of its own that it lets lead here; the name it used stands in `Host`.
struct Gate: Sendable {
  let port: UInt16

  struct Refusal: Equatable {
    var status: Int
    var reason: String
  }

  private var names: [String] {
    let hosts = ["127.0.0.1", "localhost", "[::1]"]
    // A browser leaves the port of its protocol out.
    return hosts.map { "\($0):\(port)" } + (port == 80 ? hosts : [])
  }

  /// What a request says of itself; browsers add the last two, and no page can forge them.
  struct Request {
    var method = "GET"
    /// Without its query.
    var path = "/"
    var host: String?
    var origin: String?
    /// `Sec-Fetch-Site`: whose page asks.
    var site: String?
    /// `Sec-Fetch-Mode`: `navigate` when the answer becomes a page of its own.
    var mode: String?
  }

  /// Why a request is not answered, or `nil`.
  func refusal(of request: Request) -> Refusal? {
    guard let host = request.host, names.contains(host.lowercased()) else {
      return Refusal(status: 403, reason: "This preview is for this machine only.")
    }
    if let origin = request.origin,
      !names.contains(where: { "http://" + $0 == origin.lowercased() })
    {
      return Refusal(status: 403, reason: "This preview answers its own pages only.")
    }
    // A link on another page may lead here; its scripts, images and frames may not.
    if let site = request.site?.lowercased(), !["same-origin", "none"].contains(site),
      request.mode?.lowercased() != "navigate"
    {
      return Refusal(status: 403, reason: "This preview answers its own pages only.")
    }
    if ["GET", "HEAD"].contains(request.method) { return nil }
    guard request.method == "POST", request.path == PreviewServer.runPath else {
      return Refusal(status: 405, reason: "This preview can only be read.")
    }
    // What starts something must say whose page asks.
    return request.origin == nil
      ? Refusal(status: 403, reason: "This preview answers its own pages only.") : nil
  }
}
