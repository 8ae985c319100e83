/// The lines of a file, with their continuations; folding may cut characters, hence the bytes.
struct ICSUnfolding: Sequence, IteratorProtocol {
  /// A whole line; of one that is too long, only what fits.
  struct Line {
    let number: Int
    let bytes: [UInt8]
    let isTooLong: Bool
  }

  private let bytes: [UInt8]
  private let limit: Int
  private var position: Int
  private var number = 0

  init(_ bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    let first = number + 1
    var line = Array(takePhysical())
    var isTooLong = line.count > limit
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      let more = takePhysical().dropFirst()
      isTooLong = isTooLong || line.count + more.count > limit
      if !isTooLong { line += more }
    }
    return Line(
      number: first,
      bytes: isTooLong ? Array(line.prefix(limit)) : line,
      isTooLong: isTooLong,
    )
  }

  /// Takes what goes up to a line feed, without it nor the carriage return before.
  private mutating func takePhysical() -> ArraySlice<UInt8> {
    number += 1
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    position = end + 1
    return bytes[start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end)]
  }
}
