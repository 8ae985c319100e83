/// The vocabularies of the files that are read; every other one is `other`.
enum XMLNamespace: Hashable {
  case none
  case spreadsheet
  case relationshipReference
  case relationships
  case office
  case table
  case text
  case style
  case drawing
  case presentation
  case extended
  case form
  case manifest
  case other

  /// Finds the vocabulary that an address names.
  init(_ uri: Substring) {
    self = Self.known[uri] ?? .other
  }

  private static let known: [Substring: XMLNamespace] = {
    let openDocument = "urn:oasis:names:tc:opendocument:xmlns:"
    let microsoft = "http://schemas.openxmlformats.org/"
    let strict = "http://purl.oclc.org/ooxml/"
    let names: [String: XMLNamespace] = [
      microsoft + "spreadsheetml/2006/main": .spreadsheet,
      strict + "spreadsheetml/main": .spreadsheet,
      microsoft + "officeDocument/2006/relationships": .relationshipReference,
      strict + "officeDocument/relationships": .relationshipReference,
      microsoft + "package/2006/relationships": .relationships,
      openDocument + "office:1.0": .office, openDocument + "table:1.0": .table,
      openDocument + "text:1.0": .text, openDocument + "style:1.0": .style,
      openDocument + "drawing:1.0": .drawing, openDocument + "presentation:1.0": .presentation,
      openDocument + "form:1.0": .form, openDocument + "manifest:1.0": .manifest,
      "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": .extended,
    ]
    return Dictionary(uniqueKeysWithValues: names.map { ($0.key[...], $0.value) })
  }()
}

/// A name in its vocabulary.
struct XMLName: Hashable {
  let namespace: XMLNamespace
  let local: String

  init(_ namespace: XMLNamespace, _ local: String) {
    self.namespace = namespace
    self.local = local
  }

  /// Reads « address name », as the parser joins them.
  init(joined text: String) {
    guard let space = text.lastIndex(of: " ") else {
      self.init(.none, text)
      return
    }
    self.init(XMLNamespace(text[..<space]), String(text[text.index(after: space)...]))
  }
}
