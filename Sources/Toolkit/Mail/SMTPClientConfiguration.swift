/// What bounds the conversations of a client.
public struct SMTPClientConfiguration: Sendable {
  /// How long the connection may take, with its name, its certificate and its greeting.
  public var connectTimeout = Duration.seconds(15)
  /// How long the whole of one message may take.
  public var totalTimeout = Duration.seconds(60)
  /// A PEM file of the authorities to believe, in the place of those of the system.
  public var authorities: String?
  /// The name under which this machine greets, a domain; that of the system where it is `nil`.
  public var greetingName: String?
  /// How many conversations there are at once, each on a thread.
  public var concurrency = 2
  /// How many messages may wait for one.
  public var waitingLimit = 64
  /// The most bytes that the server may answer to one message.
  public var answerLimit = 256 << 10

  public init() {}
}
