/// What libmicrohttpd keeps of an answer that is made as it goes.
final class StreamBox: Sendable {
  let stream: HTTPResponseStream
  let connection: Connection
  private let rim: Rim

  init(
    rim: Rim,
    _ connection: Connection,
    _ body: @escaping @Sendable (HTTPResponseStream) async throws -> Void,
  ) {
    self.rim = rim
    self.connection = connection
    let watch = rim.watch
    let time = rim.configuration.deadlines.sending
    stream = HTTPResponseStream(body) { connection, isSending in
      watch.set(connection.descriptor, .sending, within: isSending ? time : nil)
    }
    rim.keep(stream)
  }

  /// The answer is over, sent or not.
  func close() {
    rim.release(stream)
    stream.close()
  }
}
