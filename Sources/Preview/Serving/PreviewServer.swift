import FlyingFox
import FlyingSocks
import Foundation
import Site
import Synchronization

/// Answers browsers on this machine with the current edition.
final class PreviewServer: Sendable {
  private let editions: Editions
  /// Told of the article whose slow blocks somebody wants to see run.
  private let runSlowBlocks: @Sendable (String) -> Void
  private let server: HTTPServer
  private let gate = Mutex<Gate?>(nil)
  private let running = Mutex<Task<Void, Never>?>(nil)
  /// Why the server has ended by itself.
  private let failure = Mutex<(any Error)?>(nil)

  /// How long a page's question for the next edition may stay open.
  private static let patience = Duration.seconds(25)

  /// Where a page asks for the slow blocks of an article, which the query names.
  static let runPath = "/.evident/run"

  /// - Parameters:
  ///   - port: 0 takes any that is free.
  ///   - runSlowBlocks: told of an article whose slow blocks shall run.
  init(
    _ editions: Editions, port: UInt16, runSlowBlocks: @escaping @Sendable (String) -> Void
  ) throws {
    self.editions = editions
    self.runSlowBlocks = runSlowBlocks
    server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled)
  }

  /// Starts to listen.
  ///
  /// - Returns: the port.
  func start() async throws -> UInt16 {
    await server.appendRoute("*") { [self] request in await answer(request) }
    let task = Task { [self] in
      do {
        try await server.run()
      } catch {
        failure.withLock { $0 = error }
      }
    }
    running.withLock { $0 = task }
    // The server's own waiting would not notice that listening has failed.
    while await !server.isListening {
      if let error = failure.withLock({ $0 }) { throw error }
      try await Task.sleep(for: .milliseconds(2))
    }
    guard case .ip4(_, let port)? = await server.listeningAddress else {
      throw SocketError.unsupportedAddress
    }
    gate.withLock { $0 = Gate(port: port) }
    return port
  }

  func stop() async {
    editions.close()
    await server.stop(timeout: 0)
    await running.withLock { $0 }?.value
  }

  private func answer(_ request: HTTPRequest) async -> HTTPResponse {
    var response = await content(for: request)
    response.headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    // Other sites are told nothing; without it our own forms could not say whose they are.
    response.headers[HTTPHeader("Referrer-Policy")] = "same-origin"
    if request.method.rawValue == "HEAD" {
      response.headers[.contentLength] = response.payload.count.map(String.init)
      response.payload = .httpBody(HTTPBodySequence(data: Data()))
    }
    return response
  }

  private func content(for request: HTTPRequest) async -> HTTPResponse {
    let path = request.target.path(percentEncoded: true)
    let asked = Gate.Request(
      method: request.method.rawValue, path: String(path), host: request.headers[.host],
      origin: request.headers[HTTPHeader("Origin")],
      site: request.headers[HTTPHeader("Sec-Fetch-Site")],
      mode: request.headers[HTTPHeader("Sec-Fetch-Mode")])
    guard let gate = gate.withLock({ $0 }) else { return text(503, "The preview is starting.") }
    if let refusal = gate.refusal(of: asked) { return text(refusal.status, refusal.reason) }
    switch path {
    case PreviewScript.path: return served(PreviewScript.text, as: path)
    case PreviewStyle.path: return served(PreviewStyle.text, as: path)
    case PreviewScript.eventsPath:
      return await event(after: request.query.first { $0.name == "seen" }?.value ?? "")
    case PreviewServer.runPath:
      return order(request.query.first { $0.name == "article" }?.value ?? "", request)
    default: return file(at: path, request)
    }
  }

  /// Which edition is there after the one that was seen, once there is one.
  private func event(after seen: String) async -> HTTPResponse {
    let edition = await editions.next(after: seen, within: PreviewServer.patience)
    let json = """
      {"server": "\(editions.server)", "name": "\(editions.name(of: edition))", \
      "assets": "\(edition.assets)"}
      """
    return served(json, as: "event.json")
  }

  /// Back to the page that asked: without its script, a form has taken the reader away from it.
  private func order(_ article: String, _ request: HTTPRequest) -> HTTPResponse {
    let document = editions.current.draft?.verification.documents.first { $0.path == article }
    guard request.method == .POST, let document else {
      return page("404.html", editions.current, .notFound)
    }
    runSlowBlocks(article)
    var response = text(303, "/\(document.slug)/")
    response.headers[.location] = "/\(document.slug)/"
    return response
  }

  private func file(at path: String, _ request: HTTPRequest) -> HTTPResponse {
    let edition = editions.current
    guard let tree = edition.draft?.tree else { return page("index.html", edition, .ok) }
    switch Address(path, in: tree) {
    case .nothing: return page("404.html", edition, .notFound)
    case .folder(let target):
      var response = text(301, target)
      response.headers[.location] = target
      return response
    case .file(let file) where file.hasSuffix(".html"): return page(file, edition, .ok)
    case .file(let file):
      let bytes = tree[file] ?? []
      let tag = "\"\(editions.server)-\(edition.assets)\""
      if request.headers[.ifNoneMatch] == tag {
        var response = HTTPResponse(statusCode: .notModified)
        response.headers[.eTag] = tag
        return response
      }
      var response = served(bytes, as: file)
      if file.hasPrefix("assets/") {
        // Asked for again each time, sent again only when something has changed.
        response.headers[.cacheControl] = "no-cache"
        response.headers[.eTag] = tag
      }
      return response
    }
  }

  private func page(_ file: String, _ edition: Edition, _ status: HTTPStatusCode) -> HTTPResponse {
    let page = PreviewPage(edition: edition, name: editions.name(of: edition))
    return served(page.html(of: file), as: "page.html", status)
  }

  private func text(_ status: Int, _ sentence: String) -> HTTPResponse {
    served(sentence + "\n", as: "answer.txt", HTTPStatusCode(status, phrase: "Preview"))
  }

  private func served(
    _ text: String, as file: String, _ status: HTTPStatusCode = .ok
  ) -> HTTPResponse {
    served(Array(text.utf8), as: file, status)
  }

  private func served(
    _ bytes: [UInt8], as file: String, _ status: HTTPStatusCode = .ok
  ) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [.contentType: Address.contentType(of: file), .cacheControl: "no-store"],
      body: Data(bytes))
  }
}

extension HTTPResponse.Payload {
  /// Bytes of the body, if that is known.
  fileprivate var count: Int? {
    if case .httpBody(let sequence) = self { sequence.count } else { nil }
  }
}
