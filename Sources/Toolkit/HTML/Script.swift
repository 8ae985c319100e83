/// A script, whose text is not markup: it comes from a file, or from the program itself.
public struct Script: HTML {
  private enum Content {
    case file(SafeURL)
    case inline(StaticString)
    case data(String)
  }

  private let attributes: [Attribute]
  private let content: Content

  /// A script of the site, run once the page is read.
  public init(_ file: SafeURL, nonce: String? = nil) {
    attributes = [.src(file), .defer] + (nonce.map { [.nonce($0)] } ?? [])
    content = .file(file)
  }

  /// A script written in the program, which a content policy allows by its nonce.
  public init(trusted text: StaticString, nonce: String) {
    attributes = [.nonce(nonce)]
    content = .inline(text)
  }

  /// Data for a script; « < » is written so that nothing can close the element.
  public init(json: String, id: String) {
    attributes = [.type("application/json"), .id(id)]
    content = .data(json.replacing("<", with: "\\u003C"))
  }

  public func render(into output: inout HTMLOutput) {
    output.open("script", attributes)
    switch content {
    case .file: break
    case .inline(let text): output.write(text)
    case .data(let json): output.write(raw: json)
    }
    output.close("script")
  }
}
