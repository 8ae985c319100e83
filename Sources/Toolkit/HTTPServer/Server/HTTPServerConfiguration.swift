/// Where a server listens and how much it takes from whom.
public struct HTTPServerConfiguration: Sendable {
  public var address: IPAddress = .loopback
  /// 0 asks the system for a free one.
  public var port: UInt16 = 0
  /// Threads that read and write; handlers run on those of Swift’s tasks.
  public var threads = 1
  public var connections = 10_000
  /// Connections from one address at once; 0 for no limit, as behind a proxy.
  public var connectionsByAddress = 0
  /// Bytes of the request line and the headers, together; a connection takes twice as many.
  public var headerBytes = 8_192
  /// Bytes of a body that is not a form in parts.
  public var bodyBytes = 1 << 20
  /// Bytes of a form in parts, files included.
  public var uploadBytes = 32 << 20
  /// A longer body goes to a temporary file.
  public var bytesInMemory = 262_144
  /// Where temporary files are made; they have no name there.
  public var temporaryFolder = "/tmp"
  public var trustedProxies = TrustedProxies()
  /// Tells the time by which a request is dated when it has come whole; `nil` for no date.
  ///
  /// It is asked on the thread that reads: a handler that waits its turn changes nothing.
  public var clock: (@Sendable () -> Int64)?
  public var deadlines = Deadlines()
  /// What is answered to what never reaches the handler.
  public var refusal: @Sendable (HTTPStatus) -> HTTPResponse = { HTTPResponse.refusal($0) }

  public init() {}

  /// How long the other side may take.
  public struct Deadlines: Sendable {
    /// For the first request to begin, and for its headers to come whole.
    public var headers: Duration = .seconds(10)
    /// For the body to come whole.
    public var body: Duration = .seconds(120)
    /// Between two requests.
    public var idle: Duration = .seconds(60)
    /// For an answer to be taken whole, or for each piece of a stream.
    public var sending: Duration = .seconds(120)

    public init() {}
  }
}

extension HTTPResponse {
  /// A short text in French.
  public static func refusal(_ status: HTTPStatus) -> HTTPResponse {
    let phrase =
      switch status {
      case .requestTimeout: "La requête a mis trop de temps à arriver."
      case .contentTooLarge:
        "L’envoi est trop volumineux : rien n’a été lu ni changé. Revenez en arrière : ce que vous avez "
          + "écrit y est encore ; joignez un fichier plus léger."
      case .targetTooLong, .headersTooLarge: "La requête est trop longue."
      case .notImplemented: "Cette méthode n’est pas connue ici."
      case .internalError: "Une erreur est survenue : réessayez."
      case .unavailable: "Le service s’arrête : réessayez dans un instant."
      case _: "La requête est mal formée."
      }
    return .text(phrase + "\n", status)
  }
}
