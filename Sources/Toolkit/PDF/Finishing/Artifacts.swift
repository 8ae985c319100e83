/// Marks what no element of the structure holds as decoration, which Cairo does not do.
enum Artifacts {
  /// - Parameter content: of a page, one operation to a line, elements between « BDC » and « EMC ».
  /// - Returns: the same operations, the decorations between « BMC » and « EMC ».
  static func mark(_ content: [UInt8]) -> [UInt8] {
    var marked: [UInt8] = []
    marked.reserveCapacity(content.count + 1024)
    var pending = 0..<0
    var isPainting = false
    var isInside = false
    var start = 0
    func flush() {
      guard !pending.isEmpty else { return }
      if isPainting { marked.append("/Artifact BMC\n") }
      marked.append(contentsOf: content[pending])
      if isPainting { marked.append("EMC\n") }
    }
    while start < content.count {
      var end = start
      while end < content.count, content[end] != 0x0a { end += 1 }
      let next = min(end + 1, content.count)
      let line = start..<end
      if isInside {
        if line.count == 3, content.matches("EMC", at: start) {
          isInside = false
          pending = next..<next
          isPainting = false
          marked.append(contentsOf: content[start..<next])
        } else {
          marked.append(contentsOf: content[start..<next])
        }
      } else if content.matches(" >> BDC", at: end - 7) {
        flush()
        isInside = true
        marked.append(contentsOf: content[start..<next])
      } else {
        pending = (pending.isEmpty ? start : pending.lowerBound)..<next
        isPainting = isPainting || paints(content, line)
      }
      start = next
    }
    if !isInside { flush() }
    return marked
  }

  /// Whether a line puts anything on the page: texts, fills, strokes, images.
  private static func paints(_ content: [UInt8], _ line: Range<Int>) -> Bool {
    if line.count == 2, content.matches("BT", at: line.lowerBound) { return true }
    var start = line.lowerBound
    while start < line.upperBound {
      var end = start
      while end < line.upperBound, content[end] != 0x20 { end += 1 }
      if isPaintingOperator(content, start..<end) { return true }
      start = end + 1
    }
    return false
  }

  private static func isPaintingOperator(_ content: [UInt8], _ word: Range<Int>) -> Bool {
    switch word.count {
    case 1: return "fSsBb".utf8.contains(content[word.lowerBound])
    case 2:
      let start = word.lowerBound
      return content.matches("f*", at: start) || content.matches("B*", at: start)
        || content.matches("b*", at: start) || content.matches("Do", at: start)
        || content.matches("sh", at: start) || content.matches("BI", at: start)
    default: return false
    }
  }
}
