internal import Transfers

/// What comes from a server, up to a limit.
final class TransferReceiver {
  let limit: Int
  private let flag: CancellationFlag
  private var received = 0
  private(set) var isFull = false
  private(set) var headers: [(name: String, value: String)] = []
  private(set) var body: [UInt8] = []

  init(limit: Int, _ flag: CancellationFlag) {
    self.limit = limit
    self.flag = flag
  }

  var isCancelled: Bool { flag.isRaised }

  /// Keeps bytes of the body, or one line of the head.
  /// - Returns: false to end the transfer.
  func take(_ bytes: [UInt8], isHead: Bool) -> Bool {
    received += bytes.count
    guard received <= limit else {
      isFull = true
      return false
    }
    if isHead { takeLine(bytes) } else { body += bytes }
    return true
  }

  /// A status line begins another answer: what a redirection said is forgotten.
  private func takeLine(_ bytes: [UInt8]) {
    guard !bytes.starts(with: "HTTP/".utf8) else {
      headers = []
      return
    }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return }
    let value = bytes[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    let end = value.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? value.startIndex
    headers.append(
      (
        name: String(decoding: bytes[..<colon], as: UTF8.self).lowercased(),
        value: String(decoding: value[..<end], as: UTF8.self),
      )
    )
  }
}
