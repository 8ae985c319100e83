import Glibc

/// A client that sends any bytes and reads what comes, without any idea of HTTP of its own.
final class RawClient {
  let descriptor: Int32
  private var received: [UInt8] = []

  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw Failure(errno: errno) }
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = unsafe withUnsafePointer(to: &place) { start in
      unsafe start.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    // The instance is whole: `deinit` closes the socket, and a second close would hit another’s.
    guard code == 0 else { throw Failure(errno: errno) }
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    var one: Int32 = 1
    unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, 4)
  }

  struct Failure: Error { let errno: Int32 }

  deinit { close(descriptor) }

  func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends as much as the other side takes.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads one answer; `nil` when the connection ends before it is whole.
  func answer(hasBody: Bool = true) -> Answer? {
    while true {
      if let (answer, count) = Answer.parse(received, hasBody: hasBody) {
        received.removeFirst(count)
        return answer
      }
      guard receive() else { return nil }
    }
  }

  /// Everything until the other side closes.
  func rest() -> String {
    while receive() {}
    return String(decoding: received, as: UTF8.self)
  }

  /// Whether the other side closes without another answer.
  func isClosed() -> Bool {
    guard receive() else { return received.isEmpty }
    return false
  }

  private func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    received += buffer.prefix(count)
    return true
  }
}
