internal import Glibc

/// An empty file that only this user can read, removed with the value.
@safe
struct TemporaryFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  init(in folder: String) throws(SpreadsheetWriteError) {
    var template = Array((folder + "/classeur-XXXXXX").utf8CString)
    let opened = unsafe template.withUnsafeMutableBufferPointer { buffer -> Int32 in
      guard let start = buffer.baseAddress else { return -1 }
      return unsafe mkstemp(start)
    }
    guard opened >= 0 else { throw .temporaryFile(errno: errno) }
    descriptor = opened
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    close(descriptor)
    unsafe unlink(path)
  }

  /// All that was written in the file.
  func content() throws(SpreadsheetWriteError) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .temporaryFile(errno: errno) }
    let size = Int(status.st_size)
    var failure: Int32?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        let start = unsafe buffer.baseAddress?.advanced(by: filled)
        let received = unsafe pread(descriptor, start, size - filled, filled)
        if received < 0, errno == EINTR { continue }
        guard received > 0 else {
          failure = received < 0 ? errno : EIO
          return
        }
        filled += received
      }
    }
    if let failure { throw .temporaryFile(errno: failure) }
    return bytes
  }
}
