internal import CMicroHTTPD

extension Rim {
  /// Called for the head, for each piece of the body, when all is there, and after each resumption.
  /// - Returns: `false` to close the connection at once.
  func advance(
    _ exchange: Exchange,
    _ connection: Connection,
    method: String,
    version: String,
    piece: UnsafeRawBufferPointer,
  ) -> Bool {
    switch exchange.step {
    case .starting:
      let head = RequestHead(
        method: method,
        target: exchange.target,
        version: version,
        fields: connection.fields,
        size: connection.headerSize,
      )
      return start(exchange, connection, head)
    case .receiving(let head):
      guard unsafe piece.isEmpty else { return unsafe exchange.append(piece, limit: limit(head)) }
      return ask(exchange, connection, head)
    case .handling(let reply):
      release(reply)
      guard let response = reply.take() else { return false }
      return send(response, exchange, connection)
    case .answered: return true
    }
  }

  private func limit(_ head: CheckedHead) -> Int {
    head.isMultipart ? configuration.uploadBytes : configuration.bodyBytes
  }

  private func start(_ exchange: Exchange, _ connection: Connection, _ raw: RequestHead) -> Bool {
    do throws(Refusal) {
      let head = try CheckedHead(raw, headerBytes: configuration.headerBytes)
      guard (head.bodyCount ?? 0) <= limit(head) else { throw Refusal(status: .contentTooLarge) }
      exchange.receive(head, configuration)
      if head.hasBody {
        watch.set(connection.descriptor, .receiving, within: configuration.deadlines.body)
      }
      return true
    } catch {
      return send(configuration.refusal(error.status), exchange, connection, isLast: true)
    }
  }

  /// Gives the request to the handler, and lets other connections go on meanwhile.
  private func ask(_ exchange: Exchange, _ connection: Connection, _ head: CheckedHead) -> Bool {
    let request: HTTPRequest
    do throws(Refusal) {
      request = self.request(head, try exchange.finishBody(limit: limit(head)), connection)
    } catch {
      return send(configuration.refusal(error.status), exchange, connection, isLast: true)
    }
    watch.set(connection.descriptor, .handling, within: nil)
    let reply = Reply(connection)
    guard keep(reply) else {
      return send(configuration.refusal(.unavailable), exchange, connection, isLast: true)
    }
    exchange.step = .handling(reply)
    connection.suspend()
    // Unstructured: a C callback has no task to be the child of; `abandon` cancels it.
    let task = Task { reply.give(await handler(request)) }
    reply.expect(task)
    return true
  }

  private func request(
    _ head: CheckedHead,
    _ body: HTTPRequestBody,
    _ connection: Connection,
  ) -> HTTPRequest {
    let peer = connection.address ?? .loopback
    return HTTPRequest(
      head.method,
      head.path,
      query: head.query,
      headers: head.headers,
      body: body,
      client: configuration.trustedProxies.client(peer: peer, head.headers),
      isSecure: configuration.trustedProxies.isSecure(peer: peer, head.headers),
      received: configuration.clock?(),
    )
  }

  private func send(
    _ response: HTTPResponse,
    _ exchange: Exchange,
    _ connection: Connection,
    isLast: Bool = false,
  ) -> Bool {
    exchange.step = .answered
    watch.set(connection.descriptor, .sending, within: configuration.deadlines.sending)
    return queue(response, connection, isLast: isLast || isStopping)
  }
}
