internal import Glibc
internal import Threads

/// An HTTP/1.1 server: libmicrohttpd reads and writes, a Swift task answers each request.
public final class HTTPServer: Sendable {
  private enum State: Sendable {
    case ready
    case running(Daemon)
    case stopped
  }

  private let configuration: HTTPServerConfiguration
  private let socket: ListeningSocket
  private let state = Monitor(State.ready)

  /// Takes the port; clients wait until `start`.
  public init(_ configuration: HTTPServerConfiguration) throws(HTTPServerError) {
    self.configuration = configuration
    socket = try ListeningSocket(configuration.address, port: configuration.port)
  }

  deinit {
    switch state.change({ $0 }) {
    case .ready: close(socket.descriptor)
    case .running(let daemon):
      daemon.quiesce()
      daemon.stop()
    case .stopped: break
    }
  }

  /// The port that was asked for, or given by the system.
  public var port: UInt16 { socket.port }

  /// Answers requests from now on; called once.
  public func start(
    _ handler: @escaping @Sendable @concurrent (HTTPRequest) async -> HTTPResponse
  ) throws(HTTPServerError) {
    let daemon = try Daemon(socket.descriptor, Rim(configuration, handler: handler))
    state.change { state in
      guard case .ready = state else { preconditionFailure("a server starts once") }
      state = .running(daemon)
    }
  }

  /// Takes no request any more, lets those in flight end within a time, then cuts them.
  public func stop(within time: Duration = .seconds(10)) async {
    let daemon = state.change { state -> Daemon? in
      guard case .running(let daemon) = state else { return nil }
      state = .stopped
      return daemon
    }
    guard let daemon else { return }
    daemon.quiesce()
    await wait(for: daemon.rim, within: time)
    daemon.rim.abandon()
    await wait(for: daemon.rim, within: .seconds(1))
    daemon.stop()
  }

  private func wait(for rim: Rim, within time: Duration) async {
    let end = ContinuousClock.now + time
    while rim.live > 0, ContinuousClock.now < end {
      try? await Task.sleep(for: .milliseconds(5))
    }
  }

  /// Requests begun whose answer is not wholly sent: what the connections own.
  package var live: Int {
    guard case .running(let daemon) = state.change({ $0 }) else { return 0 }
    return daemon.rim.live
  }

  /// What its callbacks use; `nil` unless it runs.
  var rim: Rim? {
    guard case .running(let daemon) = state.change({ $0 }) else { return nil }
    return daemon.rim
  }

  /// Connections that are open.
  package var connections: Int {
    guard case .running(let daemon) = state.change({ $0 }) else { return 0 }
    return daemon.rim.watch.count
  }
}
