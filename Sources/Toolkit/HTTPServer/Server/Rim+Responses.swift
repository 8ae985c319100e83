internal import CMicroHTTPD
internal import Glibc

extension Rim {
  /// Hands an answer to libmicrohttpd.
  /// - Returns: `false` when it cannot be sent: the connection closes.
  func queue(_ response: HTTPResponse, _ connection: Connection, isLast: Bool) -> Bool {
    guard
      let made = unsafe make(
        response.status.hasBody ? response.body : .bytes([]),
        connection,
      )
    else {
      return false
    }
    defer { unsafe MHD_destroy_response(made) }
    for field in response.headers.fields where !Self.ownNames.contains(field.name) {
      unsafe MHD_add_response_header(made, field.name.text, field.value)
    }
    if isLast { unsafe MHD_add_response_header(made, "Connection", "close") }
    return unsafe MHD_queue_response(
      connection.pointer,
      UInt32(response.status.code),
      made,
    ) == .YES
  }

  /// The headers that libmicrohttpd writes.
  private static let ownNames: Set<HTTPFieldName> = [
    "connection", "content-length", "date", "keep-alive", "transfer-encoding", "upgrade",
  ]

  private func make(_ body: HTTPResponseBody, _ connection: Connection) -> OpaquePointer? {
    switch body {
    case .bytes(let bytes):
      return unsafe bytes.withUnsafeBytes { buffer in
        unsafe MHD_create_response_from_buffer(
          buffer.count,
          UnsafeMutableRawPointer(mutating: buffer.baseAddress),
          .RESPMEM_MUST_COPY,
        )
      }
    case .file(let file):
      let descriptor = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
      guard descriptor >= 0 else { return nil }
      return unsafe MHD_create_response_from_fd64(UInt64(file.count), descriptor)
    case .stream(let body): return unsafe make(stream: body, connection)
    }
  }

  private func make(
    stream body: @escaping @Sendable (HTTPResponseStream) async throws -> Void,
    _ connection: Connection,
  ) -> OpaquePointer? {
    let box = StreamBox(rim: self, connection, body)
    let retained = unsafe Unmanaged.passRetained(box)
    let made = unsafe MHD_create_response_from_callback(
      delibere_mhd_size_unknown,
      4_096,
      { context, _, buffer, count in
        guard let context = unsafe context, let buffer = unsafe buffer else {
          return delibere_mhd_end_with_error
        }
        let box = unsafe Unmanaged<StreamBox>.fromOpaque(context).takeUnretainedValue()
        let target = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: count)
        return unsafe box.stream.read(into: target, box.connection)
      },
      retained.toOpaque(),
      { context in
        guard let context = unsafe context else { return }
        unsafe Unmanaged<StreamBox>.fromOpaque(context).takeRetainedValue().close()
      },
    )
    if unsafe made == nil { unsafe retained.release() }
    return unsafe made
  }
}
