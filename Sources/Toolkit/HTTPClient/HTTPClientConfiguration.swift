/// What bounds the requests of a client.
public struct HTTPClientConfiguration: Sendable {
  /// How long the connection may take, with its name and its certificate.
  public var connectTimeout = Duration.seconds(5)
  /// How long the whole request may take.
  public var totalTimeout = Duration.seconds(10)
  /// The most bytes that an answer may have, headers included.
  public var sizeLimit = 1 << 20
  /// How many redirections are followed; those of a secure address stay secure.
  public var redirectionLimit = 0
  /// A PEM file of the authorities to believe, in the place of those of the system.
  public var authorities: String?
  /// Whether `https_proxy` and its kin are followed.
  public var followsEnvironmentProxy = true
  /// How many requests run at once, each on a thread.
  public var concurrency = 4
  /// How many others may wait.
  public var waitingLimit = 64

  public init() {}
}
