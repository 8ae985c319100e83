/// An event as a calendar has it: once, or as often as its rule says.
public struct ICSEntry: Hashable, Sendable {
  /// How long it lasts.
  enum Length: Hashable, Sendable {
    case seconds(Int)
    /// Days on the clock, then seconds.
    case nominal(days: Int, seconds: Int)
  }

  /// Where it begins in the file.
  public let line: Int
  public let identifier: String
  public let start: ICSTime
  public internal(set) var summary = ""
  public internal(set) var location: String?
  public internal(set) var details: String?
  public internal(set) var address: String?
  public internal(set) var status: ICSEvent.Status?
  public internal(set) var categories: [String] = []
  /// The start of the occurrence in whose place it stands.
  public internal(set) var replaces: ICSTime?
  public internal(set) var rule: ICSRule?
  /// The starts that the rule gives and that do not happen.
  public internal(set) var exceptions: [ICSTime] = []
  var length = Length.seconds(0)

  init(line: Int, identifier: String, start: ICSTime) {
    self.line = line
    self.identifier = identifier
    self.start = start
  }
}
