/// Why a document cannot be read.
public enum XMLError: Error, Hashable, Sendable {
  case malformed(line: Int)
  /// A document type, by which a small document could become huge or read other files.
  case documentType
  case tooLong
  case tooDeep
  case outOfMemory
}
