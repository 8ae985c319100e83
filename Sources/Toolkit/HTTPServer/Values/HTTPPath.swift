/// The path of a request, cut at its slashes then decoded.
public struct HTTPPath: Hashable, Sendable {
  /// « / » has none; a final slash leaves an empty one at the end.
  public let segments: [String]

  /// Reads « /a/b%20c »; refuses what two programs could understand in two ways.
  ///
  /// Refused: empty segments but the last, « . » and « .. », NUL and control characters, a slash or
  /// a backslash inside a segment however written, bad percents, more than 64 segments.
  public init?(parsing text: some StringProtocol) {
    guard text.utf8.first == 0x2F, text.utf8.count <= Self.maximumLength else { return nil }
    let pieces = text.utf8.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false)
    guard pieces.count <= Self.maximumDepth else { return nil }
    var segments: [String] = []
    for piece in pieces {
      guard let segment = PercentCoding.decode(piece), Self.isPlain(segment) else { return nil }
      segments.append(segment)
    }
    guard !segments.dropLast().contains("") else { return nil }
    self.segments = segments == [""] ? [] : segments
  }

  /// A path made of segments; `nil` when one could not be read back.
  public init?(_ segments: [String]) {
    guard segments.count <= Self.maximumDepth, segments.allSatisfy(Self.isPlain),
      !segments.dropLast().contains(""), segments != [""]
    else { return nil }
    self.segments = segments
  }

  private init(known segments: [String]) { self.segments = segments }

  /// The path with one more segment, which holds no slash.
  func appending(_ segment: String) -> HTTPPath {
    precondition(Self.isPlain(segment) && !segment.isEmpty, "not a segment: \(segment)")
    return HTTPPath(known: segments + [segment])
  }

  private static func isPlain(_ segment: String) -> Bool {
    segment != "." && segment != ".."
      && segment.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0x2F && $0 != 0x5C }
  }

  static let maximumLength = 4_096
  static let maximumDepth = 64
}

extension HTTPPath: CustomStringConvertible {
  /// The path as it is written in a link.
  public var description: String {
    "/" + segments.map { PercentCoding.encode($0) }.joined(separator: "/")
  }
}
