/// Why a message cannot be written.
public enum MailError: Error, Hashable, Sendable {
  /// A value holds a line break or another control character.
  case controlCharacter(Field)
  /// A value has more bytes than its limit.
  case tooLong(Field, limit: Int)
  /// A value that has a syntax of its own does not follow it.
  case malformed(Field)
  /// Nobody to write to.
  case noRecipient
  /// The message has more bytes than asked.
  case tooLarge(limit: Int)

  /// The part of a message that is at fault.
  public enum Field: Hashable, Sendable, CaseIterable {
    case name
    case subject
    case date
    case identifier
    case attachmentName
    case attachmentType
    case unsubscribe
  }

  static func checked(_ text: String, as field: Field, limit: Int) throws(MailError) -> String {
    guard text.hasNoControl else { throw .controlCharacter(field) }
    guard text.utf8.count <= limit else { throw .tooLong(field, limit: limit) }
    return text
  }
}
