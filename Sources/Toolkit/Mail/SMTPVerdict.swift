internal import CCURL

extension SMTPHandle.Result {
  /// What became of each recipient, in order.
  func outcomes(_ count: Int) -> [SMTPOutcome] {
    let common = commonOutcome
    return (0..<count).map { rank in
      guard rank < dialogue.recipients.count else { return common }
      let reply = dialogue.recipients[rank]
      return reply.isPositive ? common : outcome(of: reply)
    }
  }

  /// Whether the connection was only found dead, before anything was answered to this message.
  var isStale: Bool {
    guard isReused, code != CURLE_OK, !isWhole, !isCancelled else { return false }
    return dialogue.last == nil || dialogue.last?.code == 421
  }

  /// What became of the recipients that were not refused one by one.
  private var commonOutcome: SMTPOutcome {
    if let last = dialogue.last, isWhole, last.step == .content, (200...299).contains(last.code) {
      return .accepted(last)
    }
    if isCancelled { return .later(.cancelled) }
    if let last = dialogue.last, last.step == dialogue.step, !last.isPositive, code != CURLE_OK {
      return outcome(of: last)
    }
    return .later(delay)
  }

  /// A refusal is for good only where it is about the message.
  private func outcome(of reply: SMTPReply) -> SMTPOutcome {
    guard reply.code >= 500 else { return .later(.answer(reply)) }
    switch reply.step {
    case .sender, .data, .content, .recipient:
      if [530, 534, 535, 538].contains(reply.code) { return .later(.authentication(reply)) }
      return reply.isTooManyRecipients ? .later(.answer(reply)) : .refused(reply)
    case .authentication: return .later(.authentication(reply))
    case .greeting, .hello, .startTLS: return .later(.serverRefuses(reply))
    }
  }

  /// Why there is no answer.
  private var delay: SMTPDelay {
    if isWhole, dialogue.last?.step != .content { return .unanswered }
    if dialogue.isFull { return .malformed }
    return SMTPDelay(code)
  }
}

extension SMTPReply {
  /// 552 to one of many recipients is read as 452 (RFC 5321, 4.5.3.1.10), unless the box is full.
  fileprivate var isTooManyRecipients: Bool {
    step == .recipient && code == 552 && enhanced.map { $0 == "5.5.3" } ?? true
  }
}

extension SMTPDelay {
  /// What a code of the library means where no answer says more.
  fileprivate init(_ code: CURLcode) {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .unknownHost
    case CURLE_COULDNT_CONNECT: self = .unreachable
    case CURLE_OPERATION_TIMEDOUT: self = .timedOut
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE:
      self = .connectionLost
    case CURLE_USE_SSL_FAILED: self = .tlsNotOffered
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR: self = .certificateRefused
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM: self = .tlsFailed
    case CURLE_SSL_CACERT_BADFILE, CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT, CURLE_NOT_BUILT_IN,
      CURLE_UNKNOWN_OPTION, CURLE_BAD_FUNCTION_ARGUMENT, CURLE_URL_MALFORMAT:
      self = .unusable
    default: self = .malformed
    }
  }
}
