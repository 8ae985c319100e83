internal import Hashing

/// What goes along with a request from one middleware to the next.
public protocol HTTPContext: Sendable {
  var requestID: RequestID { get }
  /// What a script or a style of the page must carry, fresh for each request.
  var nonce: Nonce { get }
}

/// A number by which a request is found in the logs; it says nothing of who asked.
public struct RequestID: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// A new one, of 64 random bits.
  public init() {
    description = Hexadecimal.text(Random.bytes(8))
  }
}

/// A value that only a page and its headers know, of 128 random bits.
public struct Nonce: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  public init() {
    description = Hexadecimal.text(Random.bytes(16))
  }
}

/// A context that holds nothing more.
public struct PlainContext: HTTPContext {
  public let requestID = RequestID()
  public let nonce = Nonce()

  public init() {}
}
