internal import CCURL
internal import Transfers

/// One request of libcurl.
struct EasyHandle: ~Copyable {
  private let handle: TransferHandle
  private let receiver: TransferReceiver

  init(limit: Int, _ flag: CancellationFlag) throws(HTTPClientError) {
    receiver = TransferReceiver(limit: limit, flag)
    guard let handle = TransferHandle(context: receiver) else {
      throw .unusable("libcurl does not start")
    }
    self.handle = handle
  }

  /// Names who takes what comes, and who tells to stop.
  func setReceiver() throws(HTTPClientError) {
    let codes = [
      unsafe handle.setReceiver(CURLOPT_WRITEFUNCTION, CURLOPT_WRITEDATA) {
        unsafe receive($0, $1 * $2, $3, isHead: false)
      },
      unsafe handle.setReceiver(CURLOPT_HEADERFUNCTION, CURLOPT_HEADERDATA) {
        unsafe receive($0, $1 * $2, $3, isHead: true)
      },
      unsafe handle.setWatcher { data, _, _, _, _ in
        unsafe reached(data)?.isCancelled == true ? 1 : 0
      },
    ]
    for code in codes { try check(code) }
  }

  func set(_ option: CURLoption, _ value: Int) throws(HTTPClientError) {
    try check(handle.set(option, value))
  }

  func set(_ option: CURLoption, _ value: String) throws(HTTPClientError) {
    try check(handle.set(option, value))
  }

  /// Gives what is to be posted; it is copied.
  func setBody(_ bytes: [UInt8]) throws(HTTPClientError) {
    try set(CURLOPT_POST, 1)
    try check(handle.setBody(bytes))
  }

  /// Gives the lines that are added to the head.
  func setHeaders(_ lines: [String]) throws(HTTPClientError) {
    try check(handle.setList(CURLOPT_HTTPHEADER, lines))
  }

  /// Asks, and waits for the answer.
  func perform() throws(HTTPClientError) -> HTTPClientResponse {
    let code = handle.perform()
    if receiver.isCancelled { throw .cancelled }
    if receiver.isFull { throw .tooLarge(limit: receiver.limit) }
    try check(code)
    let status = handle.number(CURLINFO_RESPONSE_CODE)
    return HTTPClientResponse(status: status, headers: receiver.headers, body: receiver.body)
  }

  private func check(_ code: CURLcode) throws(HTTPClientError) {
    if let error = HTTPClientError(code) { throw error }
  }
}

private func reached(_ data: UnsafeMutableRawPointer?) -> TransferReceiver? {
  unsafe TransferHandle.context(data)
}

private func receive(
  _ bytes: UnsafeMutablePointer<CChar>?,
  _ count: Int,
  _ data: UnsafeMutableRawPointer?,
  isHead: Bool,
) -> Int {
  guard count > 0, let bytes = unsafe bytes, let receiver = unsafe reached(data) else { return 0 }
  let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
  return receiver.take(unsafe Array(buffer), isHead: isHead) ? count : 0
}
