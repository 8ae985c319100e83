internal import Hashing

/// A file that ships inside the program.
public struct StaticAsset: Sendable {
  public let name: String
  public let mediaType: String
  public let bytes: [UInt8]
  /// « site.0123456789abcdef.css »: a changed content has another name.
  public let hashedName: String
  let tag: ETag

  public init(_ name: String, mediaType: String, _ bytes: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.bytes = bytes
    tag = ETag(of: bytes)
    let digest = Hexadecimal.text(Array(SHA256.digest(bytes).prefix(8)))
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    hashedName = name[..<dot] + "." + digest + name[dot...]
  }
}
