/// A file that goes with a message.
public struct MailAttachment: Sendable {
  /// What a file is.
  public enum Kind: Hashable, Sendable {
    case pdf
    /// A calendar in UTF-8, with what is to be done with it.
    case calendar(CalendarMethod)
    /// Any other type, « image » and « png ».
    case other(type: String, subtype: String)
  }

  /// What a calendar asks of who receives it (RFC 5546).
  public enum CalendarMethod: String, Hashable, Sendable {
    case publish = "PUBLISH"
    case request = "REQUEST"
    case cancel = "CANCEL"
  }

  public let name: String
  public let kind: Kind
  public let bytes: [UInt8]

  /// Names a file.
  /// - Throws: `MailError` for a name with a separator of folders or a control character, and for
  ///   a type that is not made of tokens or that holds other parts.
  public init(name: String, kind: Kind, bytes: [UInt8]) throws(MailError) {
    let name = try MailError.checked(name, as: .attachmentName, limit: 255)
    guard !name.isEmpty, !name.contains(where: { $0 == "/" || $0 == "\\" }) else {
      throw .malformed(.attachmentName)
    }
    guard kind.isWellFormed else { throw .malformed(.attachmentType) }
    self.name = name
    self.kind = kind
    self.bytes = bytes
  }
}

extension MailAttachment.Kind {
  /// « text/calendar; method=PUBLISH; charset=utf-8 ».
  var text: String {
    switch self {
    case .pdf: "application/pdf"
    case .calendar(let method): "text/calendar; method=\(method.rawValue); charset=utf-8"
    case .other(let type, let subtype): "\(type)/\(subtype)"
    }
  }

  fileprivate var isWellFormed: Bool {
    switch self {
    case .pdf, .calendar: true
    case .other(let type, let subtype):
      [type, subtype].allSatisfy { token in
        (1...64).contains(token.utf8.count)
          && token.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-+._".utf8.contains($0) }
      } && !["multipart", "message"].contains(type.lowercased())
    }
  }
}
