internal import CMicroHTTPD
internal import Threads

/// What stands between libmicrohttpd and the handler, for all the connections of a server.
final class Rim: Sendable {
  private struct State: Sendable {
    var live = 0
    var isStopping = false
    var isAbandoning = false
    var replies: [ObjectIdentifier: Reply] = [:]
    var streams: [ObjectIdentifier: HTTPResponseStream] = [:]
  }

  let configuration: HTTPServerConfiguration
  let handler: @Sendable (HTTPRequest) async -> HTTPResponse
  let watch: Watch
  private let state = Monitor(State())

  init(
    _ configuration: HTTPServerConfiguration,
    handler: @escaping @Sendable (HTTPRequest) async -> HTTPResponse,
  ) {
    self.configuration = configuration
    self.handler = handler
    watch = Watch(lateAnswer: Self.late(configuration))
  }

  /// An answer written by hand, for connections that libmicrohttpd still reads.
  private static func late(_ configuration: HTTPServerConfiguration) -> [UInt8] {
    guard case .bytes(let body) = configuration.refusal(.requestTimeout).body else { return [] }
    let head = """
      HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: \(body.count)\r\n\
      Content-Type: text/plain; charset=utf-8\r\n\r\n
      """
    return Array(head.utf8) + body
  }

  /// Requests begun whose answer is not wholly sent.
  var live: Int { state.change { $0.live } }

  var isStopping: Bool { state.change { $0.isStopping } }

  func begin() { state.change { $0.live += 1 } }

  func end() { state.change { $0.live -= 1 } }

  /// Keeps a reply to be abandoned at the end; `false` when the end has come.
  func keep(_ reply: Reply) -> Bool {
    state.change { state in
      guard !state.isAbandoning else { return false }
      state.replies[ObjectIdentifier(reply)] = reply
      return true
    }
  }

  func release(_ reply: Reply) {
    state.change { _ = $0.replies.removeValue(forKey: ObjectIdentifier(reply)) }
  }

  /// Keeps a stream to be closed at the end; closes it at once when the end has come.
  func keep(_ stream: HTTPResponseStream) {
    let isKept = state.change { state in
      guard !state.isAbandoning else { return false }
      state.streams[ObjectIdentifier(stream)] = stream
      return true
    }
    if !isKept { stream.close() }
  }

  func release(_ stream: HTTPResponseStream) {
    state.change { _ = $0.streams.removeValue(forKey: ObjectIdentifier(stream)) }
  }

  /// From now on each answer closes its connection.
  func prepareToStop() { state.change { $0.isStopping = true } }

  /// Answers in the place of the handlers that are not done; no connection stays suspended.
  func abandon() {
    let (replies, streams) = state.change { state in
      state.isAbandoning = true
      return (Array(state.replies.values), Array(state.streams.values))
    }
    let response = configuration.refusal(.unavailable)
    for reply in replies { reply.abandon(response) }
    for stream in streams { stream.close() }
  }
}
