internal import Glibc

/// A temporary file without a name, which goes away with the last who holds it.
// Sendable: the descriptor and the mapping never change once the file is finished.
@safe
public final class SpooledFile: @unchecked Sendable {
  private let descriptor: Int32
  private let start: UnsafeMutableRawPointer?
  public let count: Int

  /// Maps what was written; `nil` when the system refuses.
  init?(finished descriptor: Int32, count: Int) {
    var start: UnsafeMutableRawPointer?
    if count > 0 {
      unsafe start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
      guard unsafe start != UnsafeMutableRawPointer(bitPattern: -1) else {
        close(descriptor)
        return nil
      }
    }
    self.descriptor = descriptor
    unsafe self.start = start
    self.count = count
  }

  deinit {
    if let start = unsafe start { unsafe munmap(start, count) }
    close(descriptor)
  }

  /// Lends the content.
  public func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let start = unsafe start else { return try body([UInt8]().span) }
    let buffer = unsafe UnsafeBufferPointer(
      start: UnsafePointer(start.assumingMemoryBound(to: UInt8.self)),
      count: count,
    )
    defer { withExtendedLifetime(self) {} }
    return try body(unsafe Span(_unsafeElements: buffer))
  }
}
