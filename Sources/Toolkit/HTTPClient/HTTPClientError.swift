/// Why no answer came; texts are those of the library, for whoever runs the program.
public enum HTTPClientError: Error, Hashable, Sendable {
  /// A name or value of header holds what would end it.
  case invalidHeader(name: String)
  /// No such machine, nobody listens, or the line was cut.
  case unreachable(String)
  case timedOut
  /// More bytes than the limit, headers included.
  case tooLarge(limit: Int)
  /// Who answers does not prove to be the host asked.
  case certificateRefused(String)
  /// A redirection that is not followed: one too many, or to a place that is not asked over TLS.
  case redirectionRefused
  /// What answers does not speak HTTP as it should.
  case malformed(String)
  /// Too many requests already wait.
  case overloaded
  /// The task that asked was cancelled.
  case cancelled
  /// The library itself cannot work: memory, a file of certificates that cannot be read.
  case unusable(String)
}
