extension Span<UInt8> {
  /// Whether these bytes stand at a place.
  func starts(with bytes: ArraySlice<UInt8>, at position: Int) -> Bool {
    guard position >= 0, position <= count - bytes.count else { return false }
    for (rank, byte) in bytes.enumerated() where self[position + rank] != byte { return false }
    return true
  }

  /// The first place, from another on, where these bytes stand.
  func firstIndex(of bytes: [UInt8], from start: Int, before limit: Int = .max) -> Int? {
    guard let first = bytes.first else { return start }
    var index = start
    let last = Swift.min(limit, count) - bytes.count
    while index <= last {
      if self[index] == first, starts(with: bytes[...], at: index) { return index }
      index += 1
    }
    return nil
  }

  /// A part as a text; `nil` unless it is UTF-8.
  func text(_ range: Range<Int>) -> String? {
    let bytes = [UInt8](capacity: range.count) { output in
      for index in range { output.append(self[index]) }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
