internal import CMicroHTTPD

/// A connection of libmicrohttpd.
// Sendable: a pointer; other threads only resume through it, once for each time it is suspended,
// and libmicrohttpd frees no connection that is suspended.
@safe
struct Connection: @unchecked Sendable {
  let pointer: OpaquePointer

  /// The socket, which names the connection as long as it is open.
  var descriptor: Int32 { unsafe delibere_mhd_socket(pointer) }

  /// The other end.
  var address: IPAddress? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = unsafe delibere_mhd_address(pointer, &bytes)
    return IPAddress(bytes: Array(bytes.prefix(Int(count))))
  }

  /// The bytes of the request line and of the headers.
  var headerSize: Int { unsafe delibere_mhd_header_size(pointer) }

  /// Stops reading, from the connection’s thread only.
  func suspend() { unsafe MHD_suspend_connection(pointer) }

  /// Goes on, from any thread.
  func resume() { unsafe MHD_resume_connection(pointer) }

  /// The headers as they came, in order, repetitions included.
  var fields: [(name: [UInt8], value: [UInt8])] {
    var fields: [(name: [UInt8], value: [UInt8])] = []
    unsafe withUnsafeMutablePointer(to: &fields) { target in
      _ = unsafe MHD_get_connection_values_n(
        pointer,
        .HEADER_KIND,
        { context, _, name, nameSize, value, valueSize in
          let target = unsafe context?.assumingMemoryBound(
            to: [(name: [UInt8], value: [UInt8])].self
          )
          let field = unsafe (bytes(name, nameSize), bytes(value, valueSize))
          unsafe target?.pointee.append(field)
          return .YES
        },
        target,
      )
    }
    return fields
  }
}

private func bytes(_ start: UnsafePointer<CChar>?, _ count: Int) -> [UInt8] {
  guard let start = unsafe start else { return [] }
  return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
}
