extension ElementAttribute {
  /// What is added to the element of the structure, once its kind was checked.
  func entry(in bytes: [UInt8], _ body: Range<Int>) throws(PDFError) -> String {
    guard let key = bytes.first("/S /", in: body) else { throw DrawnFile.unexpected("element") }
    switch self {
    case .alternative(let text):
      guard bytes.matches("Figure", at: key + 4) else { throw DrawnFile.unexpected("figure") }
      return "/Alt \(Self.hexadecimal(text)) "
    case .cell(let scope, let span):
      guard bytes.matches(scope == nil ? "TD" : "TH", at: key + 4) else {
        throw DrawnFile.unexpected("cell")
      }
      return "/A << /O /Table "
        + (scope.map { "/Scope /\($0.rawValue) " } ?? "")
        + (span > 1 ? "/ColSpan \(span) " : "") + ">> "
    }
  }

  /// A text as documents hold those of any script: UTF-16 in hexadecimal.
  private static func hexadecimal(_ text: String) -> String {
    var digits = "<FEFF"
    for unit in text.utf16 {
      let code = String(unit, radix: 16, uppercase: true)
      digits += String(repeating: "0", count: 4 - code.count) + code
    }
    return digits + ">"
  }
}
