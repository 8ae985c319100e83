/// Where messages are handed over, and how what is said there is protected.
public struct SMTPServer: Hashable, Sendable {
  /// How the conversation is encrypted; whenever it is, the certificate is verified.
  public enum Security: Hashable, Sendable {
    /// From the first byte: `smtps`, port 465 by custom.
    case tls
    /// By STARTTLS, or not at all: nothing is sent to a server that does not offer it.
    case startTLS
    /// By STARTTLS where it is offered; whoever stands between can make it seem not to be.
    case startTLSIfOffered
    case none
  }

  /// Why a server cannot be used.
  public enum Fault: Error, Hashable, Sendable {
    /// Neither a name, nor an address of the network in four numbers.
    case host
    case port
    /// A password would cross the network in clear.
    case passwordInClear
    /// A name or a password that is empty, or that holds control characters.
    case credentials
  }

  /// Who signs in.
  struct Credentials: Hashable, Sendable {
    let user: String
    let password: String
  }

  public let host: String
  public let port: Int
  public let security: Security
  let credentials: Credentials?

  /// Names a server to which nobody signs in.
  public init(host: String, port: Int, security: Security) throws(Fault) {
    try self.init(host, port, security, nil)
  }

  /// Names a server with the account that signs in, by AUTH PLAIN or LOGIN.
  /// - Throws: `Fault.passwordInClear` unless TLS is certain or the server is this machine.
  public init(
    host: String,
    port: Int,
    security: Security,
    user: String,
    password: String,
  ) throws(Fault) {
    guard !user.isEmpty, !password.isEmpty, user.hasNoControl, password.hasNoControl else {
      throw .credentials
    }
    try self.init(host, port, security, Credentials(user: user, password: password))
  }

  private init(
    _ host: String,
    _ port: Int,
    _ security: Security,
    _ credentials: Credentials?,
  ) throws(Fault) {
    guard HostName.isName(host) || HostName.isIPv4(host) else { throw .host }
    guard (1...65_535).contains(port) else { throw .port }
    let isLoopback = host == "localhost" || host == "127.0.0.1"
    guard credentials == nil || security.isCertain || isLoopback else { throw .passwordInClear }
    self.host = host
    self.port = port
    self.security = security
    self.credentials = credentials
  }
}

extension SMTPServer.Security {
  /// Whether nothing is ever said in clear after the greeting.
  fileprivate var isCertain: Bool {
    switch self {
    case .tls, .startTLS: true
    case .startTLSIfOffered, .none: false
    }
  }
}
