// The places of sockets belong to either module, by the order in which the compiler meets them.
internal import CMicroHTTPD
internal import Glibc

/// A socket that waits for connections.
struct ListeningSocket {
  let descriptor: Int32
  let port: UInt16

  init(_ address: IPAddress, port: UInt16) throws(HTTPServerError) {
    let family = address.bytes.count == 4 ? AF_INET : AF_INET6
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = socket(family, kind, 0)
    guard descriptor >= 0 else { throw .system(errno) }
    var one: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, size)
    guard Self.bind(descriptor, address, port), listen(descriptor, 4_096) == 0 else {
      let code = errno
      close(descriptor)
      throw HTTPServerError(errno: code, port: port)
    }
    self.descriptor = descriptor
    self.port = Self.port(of: descriptor)
  }

  private static func bind(_ descriptor: Int32, _ address: IPAddress, _ port: UInt16) -> Bool {
    if address.bytes.count == 4 {
      var place = sockaddr_in()
      place.sin_family = sa_family_t(AF_INET)
      place.sin_port = port.bigEndian
      unsafe withUnsafeMutableBytes(of: &place.sin_addr) {
        unsafe $0.copyBytes(from: address.bytes)
      }
      return bind(descriptor, &place)
    }
    var place = sockaddr_in6()
    place.sin6_family = sa_family_t(AF_INET6)
    place.sin6_port = port.bigEndian
    unsafe withUnsafeMutableBytes(of: &place.sin6_addr) { unsafe $0.copyBytes(from: address.bytes) }
    return bind(descriptor, &place)
  }

  private static func bind<Place>(_ descriptor: Int32, _ place: inout Place) -> Bool {
    unsafe withUnsafeBytes(of: &place) { bytes in
      guard let start = bytes.baseAddress else { return false }
      let address = unsafe start.assumingMemoryBound(to: sockaddr.self)
      return unsafe Glibc.bind(descriptor, address, socklen_t(bytes.count)) == 0
    }
  }

  /// The port stands at the same place for both families.
  private static func port(of descriptor: Int32) -> UInt16 {
    var place = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    _ = unsafe withUnsafeMutableBytes(of: &place) { bytes in
      unsafe getsockname(
        descriptor,
        bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
        &size,
      )
    }
    return UInt16(bigEndian: place.sin6_port)
  }
}

extension HTTPServerError {
  fileprivate init(errno code: Int32, port: UInt16) {
    switch code {
    case EADDRINUSE: self = .addressInUse(port: port)
    case EACCES, EPERM: self = .notPermitted(port: port)
    case EADDRNOTAVAIL, EAFNOSUPPORT: self = .addressNotAvailable
    default: self = .system(code)
    }
  }
}
