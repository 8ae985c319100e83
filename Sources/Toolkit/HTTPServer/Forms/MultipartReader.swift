/// Reads a form in parts (RFC 7578), strictly: nothing before the first part nor after the last.
struct MultipartReader {
  private let body: HTTPRequestBody
  private let limits: HTTPFormLimits
  private var fields: [HTTPItems.Item] = []
  private var files: [UploadedFile] = []

  static func read(
    _ body: HTTPRequestBody,
    boundary: [UInt8],
    limits: HTTPFormLimits,
  ) throws(HTTPFormError) -> HTTPForm {
    var reader = MultipartReader(body: body, limits: limits)
    try body.withSpan { span throws(HTTPFormError) in
      try reader.readParts(span, delimiter: Array("\r\n--".utf8) + boundary)
    }
    return HTTPForm(fields: HTTPItems(reader.fields), files: reader.files)
  }

  private init(body: HTTPRequestBody, limits: HTTPFormLimits) {
    self.body = body
    self.limits = limits
  }

  private mutating func readParts(
    _ span: Span<UInt8>,
    delimiter: [UInt8],
  ) throws(HTTPFormError) {
    guard span.starts(with: delimiter[2...], at: 0) else { throw .malformed }
    var position = delimiter.count - 2
    while !isEnd(span, position) {
      guard span.starts(with: Self.lineEnd[...], at: position) else { throw .malformed }
      let part = try PartHeader(span, at: position + 2)
      guard let end = span.firstIndex(of: delimiter, from: part.end) else { throw .malformed }
      try add(part, part.end..<end, span)
      position = end + delimiter.count
    }
  }

  private static let lineEnd = Array("\r\n".utf8)

  /// Whether the delimiter just passed was the last; an end of line may follow it.
  private func isEnd(_ span: Span<UInt8>, _ position: Int) -> Bool {
    guard span.starts(with: Array("--".utf8)[...], at: position) else { return false }
    let rest = span.count - position - 2
    return rest == 0 || rest == 2 && span.starts(with: Self.lineEnd[...], at: position + 2)
  }

  private mutating func add(
    _ part: PartHeader,
    _ range: Range<Int>,
    _ span: Span<UInt8>,
  ) throws(HTTPFormError) {
    guard let fileName = part.fileName else { return try addField(part.name, range, span) }
    guard files.count < limits.files else { throw .tooManyFiles(limit: limits.files) }
    guard range.count <= limits.fileBytes else { throw .fileTooLarge(limit: limits.fileBytes) }
    files.append(
      UploadedFile(
        field: part.name,
        fileName: fileName,
        mediaType: part.mediaType,
        body: body,
        range: range,
      )
    )
  }

  private mutating func addField(
    _ name: String,
    _ range: Range<Int>,
    _ span: Span<UInt8>,
  ) throws(HTTPFormError) {
    guard fields.count < limits.fields else { throw .tooManyFields(limit: limits.fields) }
    guard range.count <= limits.fieldBytes else { throw .fieldTooLong(limit: limits.fieldBytes) }
    guard let value = span.text(range), !value.utf8.contains(0) else { throw .notText }
    fields.append(HTTPItems.Item(name: name, value: value))
  }
}
