/// Something that happens at a time, to be written.
public struct ICSEvent: Hashable, Sendable {
  /// When it happens.
  public enum Span: Hashable, Sendable {
    /// From a time to a later one, on the clocks of Paris.
    case paris(CivilDateTime, CivilDateTime)
    case utc(CivilDateTime, CivilDateTime)
    /// Whole days, both included.
    case days(CivilDate, CivilDate)
  }

  /// Whether it will happen.
  public enum Status: String, Hashable, Sendable {
    case tentative = "TENTATIVE"
    case confirmed = "CONFIRMED"
    case cancelled = "CANCELLED"
  }

  /// Why a value cannot be written.
  public enum Fault: Error, Hashable, Sendable {
    /// An identifier that is empty, over 255 bytes, or that holds a control character.
    case identifier
    /// An end before its start.
    case span
    /// An address that is not printable ASCII.
    case address
  }

  /// What names it for ever, whatever changes.
  public let identifier: String
  /// When this description was made, in UTC.
  public var stamp: CivilDateTime
  public let span: Span
  /// Control characters of texts are not written, other than line breaks and tabs.
  public var summary: String
  public var location: String?
  public var details: String?
  public private(set) var address: String?
  public var status: Status?
  /// How many times it was changed: applications keep the highest.
  public var sequence = 0
  public var categories: [String] = []
  /// Whether one is free all the same.
  public var isTransparent = false
  /// How many minutes before its start to be reminded.
  public var alarmMinutes: Int?

  /// Describes an event.
  /// - Parameters:
  ///   - identifier: what names it for ever.
  ///   - stamp: when this description is made, in UTC.
  ///   - span: when it happens.
  ///   - summary: its title.
  ///   - address: an absolute address, already percent-encoded.
  /// - Throws: `Fault` for what cannot be written.
  public init(
    identifier: String,
    stamp: CivilDateTime,
    span: Span,
    summary: String,
    address: String? = nil,
  ) throws(Fault) {
    guard (1...255).contains(identifier.utf8.count),
      !identifier.unicodeScalars.contains(where: { $0.isControl })
    else { throw .identifier }
    guard span.isInOrder else { throw .span }
    guard address?.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) ?? true else {
      throw .address
    }
    self.identifier = identifier
    self.stamp = stamp
    self.span = span
    self.summary = summary
    self.address = address
  }
}

extension ICSEvent.Span {
  fileprivate var isInOrder: Bool {
    switch self {
    case .paris(let start, let end): ParisClock.utc(local: start) <= ParisClock.utc(local: end)
    case .utc(let start, let end): start <= end
    case .days(let first, let last): first <= last && last.adding(days: 1) != nil
    }
  }
}
