/// What bounds the reading of a calendar that comes from outside.
public struct ICSLimits: Sendable {
  /// The most bytes of a file.
  public var bytes = 8 << 20
  /// The most bytes of a line, once unfolded.
  public var lineBytes = 64 << 10
  public var events = 20_000
  /// The most properties of an event.
  public var properties = 1_000
  /// The most problems of each gravity that are told; the others are counted.
  public var problems = 1_000

  public init() {}
}
