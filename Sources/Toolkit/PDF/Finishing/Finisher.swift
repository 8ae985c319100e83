/// Adds to a drawn file what Cairo does not write: language, metadata, what elements of the
/// structure say of themselves, decorations; and packs it.
struct Finisher {
  private let drawn: DrawnFile
  private let info: PDFInfo
  private let attributes: [Int: ElementAttribute]
  private let isTagged: Bool
  private let holdsLinks: Bool

  init(_ bytes: [UInt8], _ info: PDFInfo, _ canvas: Canvas) throws(PDFError) {
    drawn = try DrawnFile(bytes)
    self.info = info
    attributes = canvas.attributes
    isTagged = canvas.isTagged
    holdsLinks = canvas.holdsLinks
  }

  func bytes() throws(PDFError) -> [UInt8] {
    let (contents, lengths) = scan()
    var file = PackedFile(objects: drawn.objects.count, reserving: drawn.bytes.count)
    let metadata = file.newNumber()
    file.add(metadata, stream: XMP.packet(info)[...], Array("/Type /Metadata /Subtype /XML ".utf8))
    var element = 0
    for (number, body) in drawn.objects.enumerated() where !body.isEmpty && !lengths[number] {
      if let stream = drawn.stream(body) {
        try add(number, stream, isContent: contents[number], to: &file)
      } else if number == drawn.root {
        try file.add(number, with(catalog(metadata), in: body))
      } else if drawn.bytes.matches("<< /Type /StructElem", at: body.lowerBound) {
        try file.add(number, with(try entry(of: attributes[element], body), in: body))
        element += 1
      } else if drawn.bytes.matches("<< /Type /Page ", at: body.lowerBound) {
        try file.add(number, page(body))
      } else if holdsLinks, drawn.bytes.matches("<< /Type /Annot", at: body.lowerBound) {
        try file.add(number, with(annotation(body), in: body))
      } else {
        try file.add(number, Array(drawn.bytes[body]))
      }
    }
    try file.finish(root: drawn.root, info: drawn.info)
    return file.bytes
  }

  private func entry(
    of attribute: ElementAttribute?,
    _ body: Range<Int>,
  ) throws(PDFError) -> String {
    guard let attribute else { return "" }
    return try attribute.entry(in: drawn.bytes, body)
  }

  /// Which objects are the content of pages, and which are lengths of streams, which then hold
  /// theirs themselves.
  private func scan() -> (contents: [Bool], lengths: [Bool]) {
    var contents = [Bool](repeating: false, count: drawn.objects.count)
    var lengths = contents
    for body in drawn.objects where !body.isEmpty {
      if drawn.stream(body) != nil {
        if let length = drawn.lengthReference(in: body) { lengths[length] = true }
      } else if isTagged, drawn.bytes.matches("<< /Type /Page ", at: body.lowerBound),
        let key = drawn.bytes.first("/Contents ", in: body),
        let content = drawn.bytes.number(at: key + 10), contents.indices.contains(content)
      {
        contents[content] = true
      }
    }
    return (contents, lengths)
  }

  private func add(
    _ number: Int,
    _ stream: (dictionary: Range<Int>, data: Range<Int>),
    isContent: Bool,
    to file: inout PackedFile,
  ) throws(PDFError) {
    if isContent {
      let content = Artifacts.mark(try Deflate.expand(drawn.bytes[stream.data]))
      let packed = try Deflate.compress(content)
      file.add(number, stream: packed[...], Array("/Filter /FlateDecode ".utf8))
      return
    }
    // The dictionary keeps all but its length: « << /Length 11 0 R ».
    guard let start = drawn.bytes.first("<<", in: stream.dictionary),
      let end = drawn.bytes.last(">>", from: stream.dictionary.upperBound),
      let key = drawn.bytes.first("/Length ", in: stream.dictionary)
    else { throw DrawnFile.unexpected("stream") }
    var after = key + 8
    while after < end, (0x30...0x39).contains(drawn.bytes[after]) { after += 1 }
    if drawn.bytes.matches(" 0 R", at: after) { after += 4 }
    file.add(
      number,
      stream: drawn.bytes[stream.data],
      Array(drawn.bytes[start + 2..<key] + drawn.bytes[after..<end]),
    )
  }

  /// An object with more entries at its head.
  private func with(_ entries: String, in body: Range<Int>) -> [UInt8] {
    var object: [UInt8] = []
    object.reserveCapacity(body.count + entries.utf8.count)
    object.append("<< ")
    object.append(entries)
    object.append(contentsOf: drawn.bytes[body.lowerBound + 2..<body.upperBound])
    return object
  }

  private func catalog(_ metadata: Int) -> String {
    "/Lang (\(info.language)) /Metadata \(metadata) 0 R "
      + "/ViewerPreferences << /DisplayDocTitle true >> "
  }

  /// A page without the comment that Cairo writes, whose links are visited in the reading order.
  private func page(_ body: Range<Int>) -> [UInt8] {
    guard isTagged else { return Array(drawn.bytes[body]) }
    var object = with("/Tabs /S ", in: body)
    if let comment = object.first("%", in: 0..<object.count),
      let end = object.first("\n", in: comment..<object.count)
    {
      object.removeSubrange(comment..<end)
    }
    return object
  }

  /// The address of a link, for those who do not see where it leads.
  private func annotation(_ body: Range<Int>) -> String {
    guard let key = drawn.bytes.first("/URI (", in: body),
      let end = drawn.bytes.first(")", in: key..<body.upperBound)
    else { return "" }
    return "/Contents " + String(decoding: drawn.bytes[key + 5...end], as: UTF8.self) + " "
  }
}
