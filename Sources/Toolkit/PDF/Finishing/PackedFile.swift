/// A file being written, with its small objects compressed together and its table of contents
/// compressed too (ISO 32000-1, 7.5.7 and 7.5.8).
struct PackedFile {
  private enum Place {
    case free
    case at(Int)
    case within(stream: Int, rank: Int)
  }

  private(set) var bytes: [UInt8] = []
  private var places: [Place]
  private var batch: [(number: Int, body: [UInt8])] = []

  /// As many small objects go together.
  private static let batchSize = 400

  init(objects count: Int, reserving room: Int) {
    places = [Place](repeating: .free, count: count)
    bytes.reserveCapacity(room)
    bytes.append("%PDF-1.7\n%")
    bytes += [0xc3, 0xa9, 0xc3, 0xa0, 0x0a]
  }

  /// Keeps an object that is not a stream.
  mutating func add(_ number: Int, _ body: [UInt8]) throws(PDFError) {
    batch.append((number, body))
    if batch.count == Self.batchSize { try flush() }
  }

  /// Writes a stream; its dictionary comes without its length and without what encloses it.
  mutating func add(_ number: Int, stream data: ArraySlice<UInt8>, _ dictionary: [UInt8]) {
    places[number] = .at(bytes.count)
    bytes.append("\(number) 0 obj\n<< /Length \(data.count) ")
    bytes.append(contentsOf: dictionary)
    bytes.append(">>\nstream\n")
    bytes.append(contentsOf: data)
    bytes.append("\nendstream\nendobj\n")
  }

  /// A number that no object has.
  mutating func newNumber() -> Int {
    places.append(.free)
    return places.count - 1
  }

  private mutating func flush() throws(PDFError) {
    guard !batch.isEmpty else { return }
    let stream = newNumber()
    var index: [UInt8] = []
    var bodies: [UInt8] = []
    for (rank, object) in batch.enumerated() {
      index.append("\(object.number) \(bodies.count) ")
      bodies += object.body
      bodies.append(0x0a)
      places[object.number] = .within(stream: stream, rank: rank)
    }
    let head = "/Type /ObjStm /N \(batch.count) /First \(index.count) /Filter /FlateDecode "
    let packed = try Deflate.compress(index + bodies)
    add(stream, stream: packed[...], Array(head.utf8))
    batch.removeAll(keepingCapacity: true)
  }

  /// Writes the table of where objects stand.
  mutating func finish(root: Int, info: Int) throws(PDFError) {
    try flush()
    let identity = Self.identity(of: bytes)
    let table = newNumber()
    let start = bytes.count
    places[table] = .at(start)
    var entries: [UInt8] = []
    entries.reserveCapacity(places.count * 7)
    for place in places {
      switch place {
      case .free: entries += [0, 0, 0, 0, 0, 0xff, 0xff]
      case .at(let offset): Self.append(1, offset, 0, to: &entries)
      case .within(let stream, let rank): Self.append(2, stream, rank, to: &entries)
      }
    }
    let head =
      "/Type /XRef /Size \(places.count) /W [ 1 4 2 ] /Root \(root) 0 R /Info \(info) 0 R "
      + "/ID [ <\(identity)> <\(identity)> ] /Filter /FlateDecode "
    let packed = try Deflate.compress(entries)
    add(table, stream: packed[...], Array(head.utf8))
    bytes.append("startxref\n\(start)\n%%EOF\n")
  }

  private static func append(_ kind: UInt8, _ first: Int, _ second: Int, to entries: inout [UInt8])
  {
    entries.append(kind)
    for shift in [24, 16, 8, 0] { entries.append(UInt8(truncatingIfNeeded: first >> shift)) }
    for shift in [8, 0] { entries.append(UInt8(truncatingIfNeeded: second >> shift)) }
  }

  /// Sixteen bytes drawn from all the others: the same document has the same identity.
  private static func identity(of bytes: [UInt8]) -> String {
    var (first, second): (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x9ae1_6a3b_2f90_404f)
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
      second = (second &+ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15
      second ^= second >> 29
    }
    return [first, second].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
