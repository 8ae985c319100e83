internal import CMicroHTTPD
internal import Glibc

/// A running daemon of libmicrohttpd, and the rim that its callbacks use.
// Sendable: a pointer that never changes; the functions called with it may be called from any
// thread, and `stop` is called once.
@safe
final class Daemon: @unchecked Sendable {
  private let pointer: OpaquePointer
  private let listener: Int32
  let rim: Rim

  /// Starts the threads; the listening socket is theirs from here.
  init(_ listener: Int32, _ rim: Rim) throws(HTTPServerError) {
    let configuration = rim.configuration
    let context = unsafe Unmanaged.passRetained(rim)
    let pointer = unsafe delibere_mhd_start(
      listener,
      UInt32(clamping: max(configuration.threads, 1)),
      max(2 * configuration.headerBytes, 4_096),
      UInt32(clamping: max(configuration.connections, 1)),
      UInt32(clamping: configuration.connectionsByAddress),
      whenCalled,
      whenBegun,
      whenCompleted,
      whenConnected,
      context.toOpaque(),
    )
    guard let pointer = unsafe pointer else {
      unsafe context.release()
      throw .notStarted
    }
    unsafe self.pointer = pointer
    self.listener = listener
    self.rim = rim
    rim.watch.start()
  }

  /// Takes no connection any more, and closes those that wait for nothing.
  func quiesce() {
    rim.prepareToStop()
    _ = unsafe MHD_quiesce_daemon(pointer)
    shutdown(listener, Int32(SHUT_RD))
    rim.watch.cutIdle()
  }

  /// Ends what is left and waits for the threads; nothing is called back afterwards.
  ///
  /// Called once, after `quiesce`, without which libmicrohttpd would close the listening socket too.
  func stop() {
    rim.abandon()
    unsafe MHD_stop_daemon(pointer)
    close(listener)
    rim.watch.stop()
    unsafe Unmanaged.passUnretained(rim).release()
  }
}

/// The first line has come: makes the exchange that the connection owns.
private func whenBegun(
  _ context: UnsafeMutableRawPointer?,
  _ target: UnsafePointer<CChar>?,
  _ connection: OpaquePointer?,
) -> UnsafeMutableRawPointer? {
  guard let rim = unsafe rim(context), let connection = unsafe connection else { return nil }
  let text = unsafe target.map { unsafe String(cString: $0) }
  let time = rim.configuration.deadlines.headers
  let descriptor = unsafe Connection(pointer: connection).descriptor
  rim.watch.set(descriptor, .receiving, within: time)
  return unsafe Unmanaged.passRetained(Exchange(target: text ?? "", rim)).toOpaque()
}

private func whenCalled(
  _ context: UnsafeMutableRawPointer?,
  _ connection: OpaquePointer?,
  _ target: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?,
  _ version: UnsafePointer<CChar>?,
  _ piece: UnsafePointer<CChar>?,
  _ size: UnsafeMutablePointer<Int>?,
  _ box: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
) -> MHD_Result {
  guard let rim = unsafe rim(context), let connection = unsafe connection,
    let owned = unsafe box?.pointee, let method = unsafe method, let version = unsafe version
  else { return .NO }
  let exchange = unsafe Unmanaged<Exchange>.fromOpaque(owned).takeUnretainedValue()
  let bytes = unsafe UnsafeRawBufferPointer(
    start: piece,
    count: piece == nil ? 0 : size?.pointee ?? 0,
  )
  let goesOn = unsafe rim.advance(
    exchange,
    Connection(pointer: connection),
    method: String(cString: method),
    version: String(cString: version),
    piece: bytes,
  )
  unsafe size?.pointee = 0
  return goesOn ? .YES : .NO
}

/// The answer is sent, or never will be: frees the exchange.
private func whenCompleted(
  _ context: UnsafeMutableRawPointer?,
  _ connection: OpaquePointer?,
  _ box: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _ reason: MHD_RequestTerminationCode,
) {
  guard let rim = unsafe rim(context), let owned = unsafe box?.pointee else { return }
  unsafe box?.pointee = nil
  unsafe Unmanaged<Exchange>.fromOpaque(owned).release()
  if let connection = unsafe connection {
    let descriptor = unsafe Connection(pointer: connection).descriptor
    rim.watch.set(descriptor, .idle, within: rim.configuration.deadlines.idle)
  }
}

/// A connection opens or closes.
private func whenConnected(
  _ context: UnsafeMutableRawPointer?,
  _ connection: OpaquePointer?,
  _ box: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _ change: MHD_ConnectionNotificationCode,
) {
  guard let rim = unsafe rim(context), let connection = unsafe connection else { return }
  let descriptor = unsafe Connection(pointer: connection).descriptor
  if change == .CONNECTION_NOTIFY_STARTED {
    rim.watch.set(descriptor, .idle, within: rim.configuration.deadlines.headers)
  } else {
    rim.watch.remove(descriptor)
  }
}

private func rim(_ context: UnsafeMutableRawPointer?) -> Rim? {
  unsafe context.map { unsafe Unmanaged<Rim>.fromOpaque($0).takeUnretainedValue() }
}
