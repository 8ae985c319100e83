/// The fields and the files of a form.
public struct HTTPForm: Sendable {
  public let fields: HTTPItems
  public let files: [UploadedFile]

  public init(fields: HTTPItems, files: [UploadedFile] = []) {
    self.fields = fields
    self.files = files
  }

  /// The first value of a field.
  public subscript(name: String) -> String? { fields[name] }

  /// The first file of a field; browsers send an empty one without name when none was chosen.
  public func file(_ name: String) -> UploadedFile? {
    files.first { $0.field == name && !($0.fileName.isEmpty && $0.range.isEmpty) }
  }

  /// Reads the form that a request carries, of either kind that browsers send.
  public init(
    _ request: HTTPRequest,
    limits: HTTPFormLimits = HTTPFormLimits(),
  ) throws(HTTPFormError) {
    let type = MediaType(request.headers["content-type"] ?? "")
    switch type?.name {
    case "application/x-www-form-urlencoded":
      fields = try HTTPItems.parse(urlEncoded: request.body.bytes(), limits: limits)
      files = []
    case "multipart/form-data":
      guard let boundary = type?.boundary else { throw .malformed }
      self = try MultipartReader.read(request.body, boundary: boundary, limits: limits)
    case _: throw .unsupportedMediaType
    }
  }
}

/// A file that came with a form; its bytes stay where the request has them.
public struct UploadedFile: Sendable {
  public let field: String
  /// As the sender named it, without folders; never a path to write to.
  public let fileName: String
  /// What the sender says of it, in lower case; not to be trusted.
  public let mediaType: String
  let body: HTTPRequestBody
  let range: Range<Int>

  public var count: Int { range.count }

  /// A copy of the content.
  public func bytes() -> [UInt8] { body.bytes(range) }
}
