/// One request and its answer, from the first line received to the last byte sent.
///
/// The connection owns it and only its thread touches it; what the handler shares is `Reply`.
final class Exchange {
  enum Step {
    case starting
    case receiving(CheckedHead)
    /// Suspended: the handler has the request.
    case handling(Reply)
    case answered
  }

  /// The target as it came, before anything was decoded.
  let target: String
  var step = Step.starting
  private var spool: Spool?

  private let rim: Rim

  init(target: String, _ rim: Rim) {
    self.target = target
    self.rim = rim
    rim.begin()
  }

  deinit { rim.end() }

  /// Prepares to receive what follows a head.
  func receive(_ head: CheckedHead, _ configuration: HTTPServerConfiguration) {
    step = .receiving(head)
    guard head.hasBody else { return }
    spool = Spool(
      bytesInMemory: configuration.bytesInMemory,
      folder: configuration.temporaryFolder,
    )
  }

  /// Adds a piece of the body; `false` when there is far more than will ever be read.
  ///
  /// A little more than the limit is thrown away, so that the refusal can still be heard.
  func append(_ piece: UnsafeRawBufferPointer, limit: Int) -> Bool {
    let count = (spool?.count ?? 0) + piece.count
    if count > limit {
      spool?.discard(piece.count)
    } else {
      unsafe spool?.append(piece)
    }
    return count <= 2 * limit + 65_536
  }

  /// The body, whole.
  func finishBody(limit: Int) throws(Refusal) -> HTTPRequestBody {
    guard let spool = spool.take() else { return .bytes([]) }
    guard spool.count <= limit else { throw Refusal(status: .contentTooLarge) }
    guard let body = spool.finish() else { throw Refusal(status: .internalError) }
    return body
  }
}
