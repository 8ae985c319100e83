/// What receives the elements and texts of one part.
protocol XMLHandler: AnyObject {
  /// Whether the text that comes next is wanted.
  var wantsText: Bool { get }

  func start(_ name: XMLName, _ attributes: [XMLName: String]) throws(SpreadsheetError)
  func end(_ name: XMLName) throws(SpreadsheetError)
  /// Receives a piece of text, never cut inside a character.
  func text(_ piece: String) throws(SpreadsheetError)
}

extension XMLHandler {
  var wantsText: Bool { false }

  func end(_ name: XMLName) {}
  func text(_ piece: String) {}
}
