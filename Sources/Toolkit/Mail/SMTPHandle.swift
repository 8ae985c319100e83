internal import CCURL
internal import Transfers

/// A handle of libcurl that keeps its connection from one message to the next.
// Sendable: `SMTPClient` gives it to one thread at a time, from its stack of idle ones.
final class SMTPHandle: @unchecked Sendable {
  private let handle: TransferHandle
  private let conversation = SMTPConversation()

  /// What one message needs.
  struct Envelope: Sendable {
    let sender: MailAddress?
    let recipients: [MailAddress]
    let content: [UInt8]
  }

  /// What the library said of a message, and what it saw.
  struct Result {
    let code: CURLcode
    let dialogue: SMTPDialogue
    let isWhole: Bool
    let isCancelled: Bool
    /// Whether the connection served another message before.
    let isReused: Bool
  }

  /// Sets what is the same for all messages; `nil` when the library cannot.
  init?(_ server: SMTPServer, _ configuration: SMTPClientConfiguration) {
    guard let handle = TransferHandle(context: conversation) else { return nil }
    self.handle = handle
    let codes =
      callbacks() + limits(configuration) + security(server, configuration)
      + address(server, configuration)
    guard codes.allSatisfy({ $0 == CURLE_OK }) else { return nil }
  }

  /// Sends, blocking the thread.
  func send(
    _ envelope: Envelope,
    answerLimit: Int,
    _ flag: CancellationFlag,
  ) -> Result {
    conversation.begin(envelope.content, answerLimit: answerLimit, flag)
    defer { conversation.end() }
    let codes = [
      handle.set(CURLOPT_MAIL_FROM, envelope.sender?.text ?? ""),
      handle.setList(CURLOPT_MAIL_RCPT, envelope.recipients.map(\.text)),
      unsafe handle.setSource({ unsafe give($0, $1 * $2, $3) }, count: envelope.content.count),
    ]
    let failure = codes.first { $0 != CURLE_OK }
    let code = failure ?? handle.perform()
    return Result(
      code: code,
      dialogue: conversation.dialogue,
      isWhole: conversation.isWhole,
      isCancelled: conversation.isCancelled,
      isReused: handle.number(CURLINFO_NUM_CONNECTS) == 0,
    )
  }

  private func callbacks() -> [CURLcode] {
    [
      unsafe handle.setWitness { unsafe hear($1, $2, $3, $4) },
      unsafe handle.setWatcher { data, _, _, _, _ in
        unsafe reached(data)?.isToStop == true ? 1 : 0
      },
      // The words of the server end here: those that count were heard by the witness.
      unsafe handle.setReceiver(CURLOPT_WRITEFUNCTION, CURLOPT_WRITEDATA) { _, size, count, _ in
        size * count
      },
    ]
  }

  private func limits(_ configuration: SMTPClientConfiguration) -> [CURLcode] {
    [
      handle.set(CURLOPT_NOSIGNAL, 1),
      handle.set(CURLOPT_CONNECTTIMEOUT_MS, configuration.connectTimeout.milliseconds),
      handle.set(CURLOPT_TIMEOUT_MS, configuration.totalTimeout.milliseconds),
      // What bounds the goodbye, which the time of a message does not.
      handle.set(
        CURLOPT_SERVER_RESPONSE_TIMEOUT,
        max(1, configuration.connectTimeout.milliseconds / 1_000),
      ),
      handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
      handle.set(CURLOPT_PROXY, ""),
      handle.set(CURLOPT_UPLOAD, 1),
      handle.set(CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1),
    ]
  }

  private func security(
    _ server: SMTPServer,
    _ configuration: SMTPClientConfiguration,
  ) -> [CURLcode] {
    var codes = [
      handle.set(CURLOPT_USE_SSL, server.security.level),
      handle.set(CURLOPT_SSL_VERIFYPEER, 1),
      handle.set(CURLOPT_SSL_VERIFYHOST, 2),
      handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
    ]
    if let authorities = configuration.authorities {
      codes.append(handle.set(CURLOPT_CAINFO, authorities))
    }
    guard let credentials = server.credentials else { return codes }
    return codes + [
      handle.set(CURLOPT_USERNAME, credentials.user),
      handle.set(CURLOPT_PASSWORD, credentials.password),
      // Others, which the library would prefer, fail where the server offers them without need.
      handle.set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN"),
    ]
  }

  private func address(
    _ server: SMTPServer,
    _ configuration: SMTPClientConfiguration,
  ) -> [CURLcode] {
    let scheme = server.security == .tls ? "smtps" : "smtp"
    let name = configuration.greetingName ?? ""
    guard name.isEmpty || HostName.isName(name) else { return [CURLE_URL_MALFORMAT] }
    return [handle.set(CURLOPT_URL, "\(scheme)://\(server.host):\(server.port)/\(name)")]
  }
}

extension SMTPServer.Security {
  fileprivate var level: Int {
    switch self {
    case .tls, .startTLS: Int(CURLUSESSL_ALL.rawValue)
    case .startTLSIfOffered: Int(CURLUSESSL_TRY.rawValue)
    case .none: Int(CURLUSESSL_NONE.rawValue)
    }
  }
}

private func reached(_ data: UnsafeMutableRawPointer?) -> SMTPConversation? {
  unsafe TransferHandle.context(data)
}

private func give(
  _ buffer: UnsafeMutablePointer<CChar>?,
  _ count: Int,
  _ data: UnsafeMutableRawPointer?,
) -> Int {
  guard let conversation = unsafe reached(data) else { return Int(CURL_READFUNC_ABORT) }
  return unsafe conversation.fill(UnsafeMutableRawBufferPointer(start: buffer, count: count))
}

private func hear(
  _ type: curl_infotype,
  _ bytes: UnsafeMutablePointer<CChar>?,
  _ count: Int,
  _ data: UnsafeMutableRawPointer?,
) -> Int32 {
  guard let conversation = unsafe reached(data) else { return 0 }
  let line = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
  switch type {
  case CURLINFO_HEADER_OUT: unsafe conversation.hear(command: line)
  case CURLINFO_HEADER_IN: unsafe conversation.hear(answer: line)
  case CURLINFO_DATA_OUT: conversation.hearContent()
  default: break
  }
  return 0
}
