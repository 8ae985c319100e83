internal import Glibc

/// A body on its way in: in memory first, then in a temporary file.
struct Spool: ~Copyable {
  private var bytes: [UInt8] = []
  private var descriptor: Int32 = -1
  private let bytesInMemory: Int
  private let folder: String
  private(set) var count = 0
  /// The temporary file could not be made or written.
  private(set) var isBroken = false

  init(bytesInMemory: Int, folder: String) {
    self.bytesInMemory = bytesInMemory
    self.folder = folder
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  mutating func append(_ piece: UnsafeRawBufferPointer) {
    count += piece.count
    guard !isBroken else { return }
    if descriptor < 0, count <= bytesInMemory {
      unsafe bytes.append(contentsOf: piece)
      return
    }
    if descriptor < 0 { open() }
    unsafe write(piece)
  }

  /// Counts bytes that are thrown away, with all those before.
  mutating func discard(_ more: Int) {
    count += more
    bytes = []
    isBroken = true
  }

  /// O_TMPFILE, which Swift does not see.
  private static let withoutName = 0o20_000_000 | O_DIRECTORY

  private mutating func open() {
    descriptor = unsafe Glibc.open(folder, Self.withoutName | O_RDWR | O_CLOEXEC, 0o600)
    isBroken = descriptor < 0
    let start = bytes
    bytes = []
    unsafe start.withUnsafeBytes { unsafe write($0) }
  }

  private mutating func write(_ piece: UnsafeRawBufferPointer) {
    var rest = unsafe piece[...]
    while !isBroken, unsafe !rest.isEmpty {
      let part = unsafe UnsafeRawBufferPointer(rebasing: rest)
      let written = unsafe Glibc.write(descriptor, part.baseAddress, part.count)
      if written < 0 {
        isBroken = errno != EINTR
      } else {
        unsafe rest = rest.dropFirst(written)
      }
    }
  }

  /// The whole body; `nil` when the temporary file failed.
  consuming func finish() -> HTTPRequestBody? {
    guard !isBroken else { return nil }
    guard descriptor >= 0 else { return .bytes(bytes) }
    let finished = descriptor
    descriptor = -1
    return SpooledFile(finished: finished, count: count).map { .file($0) }
  }
}
