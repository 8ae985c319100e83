extension [UInt8] {
  func matches(_ text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    for index in 0..<length where unsafe self[start + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  func first(_ text: StaticString, in range: Range<Int>) -> Int? {
    let length = text.utf8CodeUnitCount
    let head = unsafe text.utf8Start[0]
    var index = range.lowerBound
    let end = Swift.min(range.upperBound, count) - length
    while index <= end {
      if self[index] == head, matches(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The last place that ends at most there.
  func last(_ text: StaticString, from end: Int) -> Int? {
    var index = end - text.utf8CodeUnitCount
    while index >= 0 {
      if matches(text, at: index) { return index }
      index -= 1
    }
    return nil
  }

  /// The digits there, beyond spaces and ends of lines, as a number.
  func number(at start: Int) -> Int? {
    var index = start
    while index < count, self[index] == 0x20 || self[index] == 0x0a { index += 1 }
    let first = index
    var value = 0
    while index < count, (0x30...0x39).contains(self[index]), index - first < 18 {
      value = value * 10 + Int(self[index] - 0x30)
      index += 1
    }
    return index > first ? value : nil
  }

  /// The end of what stands before an end, without spaces and ends of lines.
  func trimmed(_ end: Int, after start: Int) -> Int {
    var end = end
    while end > start, self[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
