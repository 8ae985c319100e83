/// What was not understood in a calendar, with its line.
public struct ICSProblem: Error, Hashable, Sendable {
  /// What it is; texts are names that the file gives, 64 characters at most.
  public enum Kind: Hashable, Sendable {
    /// The file is longer than the limit, and not read.
    case tooLarge(limit: Int)
    /// It does not begin with a calendar.
    case notACalendar
    /// Neither `NAME:value` nor the continuation of a line.
    case unreadableLine
    case lineTooLong(limit: Int)
    case notUTF8
    /// A component that ends without having begun, or the reverse.
    case unbalanced(String)
    case tooManyEvents(limit: Int)
    case tooManyProperties(limit: Int)
    /// The event lacks a property that it needs.
    case missing(String)
    /// A property that may only be there once.
    case repeated(String)
    /// A value that does not follow its syntax, or does not fit with the others of the event.
    case malformed(String)
    /// A zone other than that of Paris and UTC.
    case unknownZone(String)
    /// A year that `ParisClock` does not convert.
    case yearOutOfRange(Int)
    case endBeforeStart
    /// A recurrence, or a part of it, that is not expanded.
    case unsupportedRecurrence(String)
    /// A property without effect here.
    case ignoredProperty(String)
    /// A component without effect here.
    case ignoredComponent(String)
    /// A backslash before what needs none: both are kept.
    case strayEscape(String)
    /// Two events of the same identifier: both are kept.
    case sameIdentifier
    /// The first occurrence does not follow the rule: it is kept, and counts as one.
    case startOutsideRule
  }

  /// From one, as the file has it before unfolding.
  public let line: Int
  public let kind: Kind

  /// Whether something of the file, an event most often, is left out for it.
  public var isLoss: Bool {
    switch kind {
    case .tooLarge, .notACalendar, .unreadableLine, .lineTooLong, .notUTF8, .unbalanced,
      .tooManyEvents, .tooManyProperties, .missing, .repeated, .malformed, .unknownZone,
      .yearOutOfRange, .endBeforeStart, .unsupportedRecurrence:
      true
    case .ignoredProperty, .ignoredComponent, .strayEscape, .sameIdentifier, .startOutsideRule:
      false
    }
  }
}
