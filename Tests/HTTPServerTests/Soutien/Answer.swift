/// An answer as it came.
struct Answer {
  let status: Int
  let headers: [(name: String, value: String)]
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

  /// The first answer among the bytes, and how many it takes; `nil` until it is whole.
  static func parse(_ bytes: [UInt8], hasBody: Bool) -> (Answer, Int)? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound else { return nil }
    let lines = String(decoding: bytes[..<(end - 4)], as: UTF8.self).split(separator: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    let headers = lines.dropFirst().map { line in
      let halves = line.split(separator: ":", maxSplits: 1)
      return (
        name: halves[0].lowercased(),
        value: halves.count > 1 ? String(halves[1].drop { $0 == " " }) : "",
      )
    }
    let head = Answer(status: status, headers: headers, body: [])
    guard hasBody, status != 304, status != 204, status != 100 else { return (head, end) }
    if head["transfer-encoding"] == "chunked" { return chunked(bytes, end, head) }
    let count = head["content-length"].flatMap { Int($0) } ?? 0
    guard bytes.count >= end + count else { return nil }
    let body = Array(bytes[end..<(end + count)])
    return (Answer(status: status, headers: headers, body: body), end + count)
  }

  private static func chunked(_ bytes: [UInt8], _ start: Int, _ head: Answer) -> (Answer, Int)? {
    var position = start
    var body: [UInt8] = []
    while let line = bytes[position...].firstRange(of: Array("\r\n".utf8)) {
      let text = String(decoding: bytes[position..<line.lowerBound], as: UTF8.self)
      guard let count = Int(text, radix: 16), bytes.count >= line.upperBound + count + 2 else {
        return nil
      }
      body += bytes[line.upperBound..<(line.upperBound + count)]
      position = line.upperBound + count + 2
      if count == 0 {
        return (Answer(status: head.status, headers: head.headers, body: body), position)
      }
    }
    return nil
  }
}
