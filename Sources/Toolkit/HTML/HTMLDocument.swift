/// A whole page, from its document type on.
public struct HTMLDocument<Head: HTML, Body: HTML>: HTML {
  private let language: StaticString
  private let headContent: Head
  private let bodyContent: Body

  public init(
    language: StaticString = "fr",
    @HTMLBuilder head: () -> Head,
    @HTMLBuilder body: () -> Body,
  ) {
    self.language = language
    headContent = head()
    bodyContent = body()
  }

  public func render(into output: inout HTMLOutput) {
    output.write("<!DOCTYPE html>")
    output.open("html", [.lang(language.description)])
    output.open("head", [])
    output.open("meta", [.charset("utf-8")])
    headContent.render(into: &output)
    output.close("head")
    output.open("body", [])
    bodyContent.render(into: &output)
    output.close("body")
    output.close("html")
  }
}
