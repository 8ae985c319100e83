internal import CCURL

/// One transfer of libcurl.
@safe
struct EasyHandle: ~Copyable {
  private let handle: UnsafeMutableRawPointer
  private let receiver: TransferReceiver

  /// Starts the library once, as it asks.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init(limit: Int, _ flag: CancellationFlag) throws(HTTPClientError) {
    guard Self.isReady, let handle = unsafe curl_easy_init() else {
      throw .unusable("libcurl does not start")
    }
    unsafe self.handle = unsafe handle
    receiver = TransferReceiver(limit: limit, flag)
  }

  deinit {
    unsafe curl_easy_cleanup(handle)
    receiver.freeList()
  }

  /// Names who takes what comes, and who tells to stop.
  func setReceiver() throws(HTTPClientError) {
    // The handle ends with this value, which keeps the receiver alive until then.
    let context = unsafe Unmanaged.passUnretained(receiver).toOpaque()
    let codes = unsafe [
      delibere_curl_set_receiver(
        handle,
        CURLOPT_WRITEFUNCTION,
        CURLOPT_WRITEDATA,
        { bytes, size, count, data in unsafe receive(bytes, size * count, data, isHead: false) },
        context,
      ),
      delibere_curl_set_receiver(
        handle,
        CURLOPT_HEADERFUNCTION,
        CURLOPT_HEADERDATA,
        { bytes, size, count, data in unsafe receive(bytes, size * count, data, isHead: true) },
        context,
      ),
      delibere_curl_set_watcher(
        handle,
        { data, _, _, _, _ in unsafe reached(data)?.isCancelled == true ? 1 : 0 },
        context,
      ),
    ]
    for code in codes { try check(code) }
  }

  func set(_ option: CURLoption, _ value: Int) throws(HTTPClientError) {
    try check(unsafe delibere_curl_set_long(handle, option, value))
  }

  func set(_ option: CURLoption, _ value: String) throws(HTTPClientError) {
    try check(unsafe delibere_curl_set_text(handle, option, value))
  }

  /// Gives what is to be posted; it is copied.
  func setBody(_ bytes: [UInt8]) throws(HTTPClientError) {
    try set(CURLOPT_POST, 1)
    let code = unsafe bytes.withUnsafeBytes { buffer in
      unsafe delibere_curl_set_body(handle, buffer.baseAddress, curl_off_t(buffer.count))
    }
    try check(code)
  }

  /// Gives the lines that are added to the head.
  func setHeaders(_ lines: [String]) throws(HTTPClientError) {
    guard receiver.keep(lines) else { throw .unusable("out of memory") }
    try check(unsafe delibere_curl_set_list(handle, CURLOPT_HTTPHEADER, receiver.list))
  }

  /// Asks, and waits for the answer.
  func perform() throws(HTTPClientError) -> HTTPClientResponse {
    let code = unsafe curl_easy_perform(handle)
    if receiver.isCancelled { throw .cancelled }
    if receiver.isFull { throw .tooLarge(limit: receiver.limit) }
    try check(code)
    var status = 0
    try check(unsafe delibere_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status))
    return HTTPClientResponse(status: status, headers: receiver.headers, body: receiver.body)
  }

  private func check(_ code: CURLcode) throws(HTTPClientError) {
    if let error = HTTPClientError(code) { throw error }
  }
}

/// The receiver behind the pointer that C gives back.
private func reached(_ data: UnsafeMutableRawPointer?) -> TransferReceiver? {
  guard let data = unsafe data else { return nil }
  return unsafe Unmanaged<TransferReceiver>.fromOpaque(data).takeUnretainedValue()
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
