/// The file as Cairo writes it: objects one after the other, then a table of where they stand.
struct DrawnFile {
  let bytes: [UInt8]
  /// Where the body of each object stands, by its number; empty for those that do not exist.
  let objects: [Range<Int>]
  let root: Int
  let info: Int

  init(_ bytes: [UInt8]) throws(PDFError) {
    self.bytes = bytes
    guard let start = bytes.last("startxref", from: bytes.count),
      let table = bytes.number(at: start + 10), table + 5 < bytes.count,
      bytes.matches("xref", at: table),
      let trailer = bytes.last("trailer", from: bytes.count), trailer > table,
      let rootKey = bytes.first("/Root ", in: trailer..<bytes.count),
      let infoKey = bytes.first("/Info ", in: trailer..<bytes.count),
      let root = bytes.number(at: rootKey + 6), let info = bytes.number(at: infoKey + 6)
    else { throw Self.unexpected("trailer") }
    self.root = root
    self.info = info
    objects = try Self.objects(bytes, table, trailer)
    guard objects.indices.contains(root), objects.indices.contains(info) else {
      throw Self.unexpected("root")
    }
  }

  static func unexpected(_ place: StaticString) -> PDFError { .drawing("unexpected \(place)") }

  private static func objects(
    _ bytes: [UInt8],
    _ table: Int,
    _ trailer: Int,
  ) throws(PDFError) -> [Range<Int>] {
    // « xref », then « 0 305 », then entries of twenty bytes.
    guard let first = bytes.first("\n", in: table..<trailer),
      let count = bytes.number(at: first + 3),
      let entries = bytes.first("\n", in: first + 1..<trailer).map({ $0 + 1 }),
      entries + 20 * count <= trailer
    else { throw unexpected("table") }
    var starts: [(offset: Int, number: Int)] = []
    starts.reserveCapacity(count)
    for number in 0..<count where bytes[entries + 20 * number + 17] == UInt8(ascii: "n") {
      guard let offset = bytes.number(at: entries + 20 * number), offset < table else {
        throw unexpected("offset")
      }
      starts.append((offset, number))
    }
    starts.sort { $0.offset < $1.offset }
    var objects = [Range<Int>](repeating: 0..<0, count: count)
    for (rank, start) in starts.enumerated() {
      let next = rank + 1 < starts.count ? starts[rank + 1].offset : table
      guard let head = bytes.first(" obj\n", in: start.offset..<next),
        let end = bytes.last("endobj", from: next), end > head
      else { throw unexpected("object") }
      objects[start.number] = head + 5..<bytes.trimmed(end, after: head + 5)
    }
    return objects
  }

  /// The data of a stream, and where its dictionary ends; `nil` for an object that has none.
  func stream(_ body: Range<Int>) -> (dictionary: Range<Int>, data: Range<Int>)? {
    guard body.count > 16, bytes.matches("endstream", at: body.upperBound - 9),
      let mark = bytes.first("stream\n", in: body),
      let key = bytes.first("/Length ", in: body.lowerBound..<mark),
      let value = bytes.number(at: key + 8)
    else { return nil }
    let length: Int
    if let reference = lengthReference(in: body) {
      guard objects.indices.contains(reference),
        let direct = bytes.number(at: objects[reference].lowerBound)
      else { return nil }
      length = direct
    } else {
      length = value
    }
    guard mark + 7 + length <= body.upperBound else { return nil }
    return (body.lowerBound..<mark, mark + 7..<mark + 7 + length)
  }

  /// The object that holds the length of a stream, if another does: « /Length 11 0 R ».
  func lengthReference(in body: Range<Int>) -> Int? {
    guard let key = bytes.first("/Length ", in: body), let value = bytes.number(at: key + 8)
    else { return nil }
    var end = key + 8
    while end < body.upperBound, (0x30...0x39).contains(bytes[end]) { end += 1 }
    return bytes.matches(" 0 R", at: end) ? value : nil
  }
}
