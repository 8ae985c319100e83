/// How much of a form is read.
public struct HTTPFormLimits: Hashable, Sendable {
  public var fields: Int
  /// For the name or the value of one field, before decoding.
  public var fieldBytes: Int
  public var files: Int
  public var fileBytes: Int

  public init(
    fields: Int = 5_000,
    fieldBytes: Int = 65_536,
    files: Int = 8,
    fileBytes: Int = 32 << 20,
  ) {
    self.fields = fields
    self.fieldBytes = fieldBytes
    self.files = files
    self.fileBytes = fileBytes
  }

  /// What a query may hold.
  public static let query = HTTPFormLimits(fields: 100, fieldBytes: 4_096, files: 0, fileBytes: 0)
}
