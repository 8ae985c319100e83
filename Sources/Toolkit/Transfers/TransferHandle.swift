package import CCURL

/// A handle of libcurl, with what its callbacks are given and the lists that it reads.
@safe
package struct TransferHandle: ~Copyable {
  private let handle: UnsafeMutableRawPointer
  private let context: AnyObject
  private let lists = ListsOfText()

  /// Starts the library once, as it asks.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Makes a handle that keeps what its callbacks are given; `nil` when the library does not start.
  package init?(context: AnyObject) {
    guard Self.isReady, let handle = unsafe curl_easy_init() else { return nil }
    unsafe self.handle = unsafe handle
    self.context = context
  }

  // The end of a connection may still call back: the context goes after the handle.
  deinit { unsafe curl_easy_cleanup(handle) }

  /// What a callback was given, as what it is.
  package static func context<Context: AnyObject>(_ data: UnsafeMutableRawPointer?) -> Context? {
    guard let data = unsafe data else { return nil }
    return unsafe Unmanaged<AnyObject>.fromOpaque(data).takeUnretainedValue() as? Context
  }

  package func set(_ option: CURLoption, _ value: Int) -> CURLcode {
    unsafe delibere_curl_set_long(handle, option, value)
  }

  package func set(_ option: CURLoption, _ value: String) -> CURLcode {
    unsafe delibere_curl_set_text(handle, option, value)
  }

  /// Gives lines, which are kept until others replace them.
  package func setList(_ option: CURLoption, _ lines: [String]) -> CURLcode {
    guard let list = lists.replace(option, by: lines) else { return CURLE_OUT_OF_MEMORY }
    return unsafe delibere_curl_set_list(handle, option, list.first)
  }

  /// Gives what is to be posted; it is copied.
  package func setBody(_ bytes: [UInt8]) -> CURLcode {
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe delibere_curl_set_body(handle, buffer.baseAddress, curl_off_t(buffer.count))
    }
  }

  /// Names who takes what comes.
  package func setReceiver(
    _ function: CURLoption,
    _ data: CURLoption,
    _ receiver: curl_write_callback,
  ) -> CURLcode {
    unsafe delibere_curl_set_receiver(handle, function, data, receiver, opaqueContext)
  }

  /// Names who is asked whether to go on.
  package func setWatcher(_ watcher: curl_xferinfo_callback) -> CURLcode {
    unsafe delibere_curl_set_watcher(handle, watcher, opaqueContext)
  }

  /// Names who gives what is sent, and how many bytes.
  package func setSource(_ source: curl_read_callback, count: Int) -> CURLcode {
    unsafe delibere_curl_set_source(handle, source, curl_off_t(count), opaqueContext)
  }

  /// Names who sees each line of the conversation.
  package func setWitness(_ witness: curl_debug_callback) -> CURLcode {
    unsafe delibere_curl_set_witness(handle, witness, opaqueContext)
  }

  /// Does the transfer, blocking the thread.
  package func perform() -> CURLcode { unsafe curl_easy_perform(handle) }

  /// What the library counted of the last transfer; zero when it does not know.
  package func number(_ info: CURLINFO) -> Int {
    var value = 0
    guard unsafe delibere_curl_get_long(handle, info, &value) == CURLE_OK else { return 0 }
    return value
  }

  private var opaqueContext: UnsafeMutableRawPointer {
    unsafe Unmanaged.passUnretained(context).toOpaque()
  }
}
