/// What came after the headers, whole: in memory, or in a file when it is large.
public enum HTTPRequestBody: Sendable {
  case bytes([UInt8])
  case file(SpooledFile)

  public var count: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .file(let file): file.count
    }
  }

  /// A copy of a part, or of all.
  public func bytes(_ range: Range<Int>? = nil) -> [UInt8] {
    withSpan { span in
      let range = range ?? 0..<span.count
      return [UInt8](capacity: range.count) { output in
        for index in range { output.append(span[index]) }
      }
    }
  }

  /// Lends all of the bytes; those of a file are mapped, not read.
  public func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch self {
    case .bytes(let bytes): try body(bytes.span)
    case .file(let file): try file.withSpan(body)
    }
  }
}
