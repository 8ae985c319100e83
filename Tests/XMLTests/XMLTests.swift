import Testing

@testable import XML

struct XMLTests {
  @Test("a document becomes a tree: vocabularies, attributes, texts, entities, CDATA")
  func tree() throws {
    let root = try read(
      "<?xml version='1.0'?><!-- x --><p:a xmlns:p='urn:p' b='1' p:c='2'>un&amp;<p:d>é<![CDATA[<]]>"
        + "</p:d><d/>deux</p:a>"
    )
    #expect(root.name == "a")
    #expect(root.namespace == "urn:p")
    #expect(root.attributes == ["b": "1", "urn:p c": "2"])
    #expect(root.text == "un&deux")
    #expect(root.children.map(\.namespace) == ["urn:p", ""])
    #expect(root.child("d")?.text == "é<")
    #expect(root.child("e") == nil)
  }

  @Test(
    "what is not one well-formed document is refused",
    arguments: ["", "a", "<a>", "<a></b>", "<a/><b/>", "<a b='1' b='2'/>", "<a>&x;</a>", "<p:a/>"],
  )
  func malformed(_ text: String) {
    #expect(throws: XMLError.malformed(line: 1)) { try read(text) }
  }

  @Test("a document type is refused, and so are entities that would grow or read files")
  func documentType() {
    let bomb = "<!DOCTYPE a [<!ENTITY x 'xx'><!ENTITY y '&x;&x;'>]><a>&y;</a>"
    let file = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
    for text in [bomb, file, "<!DOCTYPE a><a/>"] {
      #expect(throws: XMLError.documentType) { try read(text) }
    }
  }

  @Test("depth, number and length are bounded, on both sides of each bound")
  func limits() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    func many(_ count: Int) -> String {
      "<a>" + String(repeating: "<b/>", count: count - 1) + "</a>"
    }
    #expect(try read(nested(XMLElement.depthLimit)).name == "a")
    #expect(throws: XMLError.tooDeep) { try read(nested(XMLElement.depthLimit + 1)) }
    #expect(try read(many(XMLElement.countLimit)).children.count == XMLElement.countLimit - 1)
    #expect(throws: XMLError.tooLong) { try read(many(XMLElement.countLimit + 1)) }
    let blank = String(repeating: " ", count: XMLElement.sizeLimit - 4)
    #expect(try read("<a/>" + blank).name == "a")
    #expect(throws: XMLError.tooLong) { try read("<a/>" + blank + " ") }
  }
}

private func read(_ text: String) throws -> XMLElement {
  try XMLElement(parsing: Array(text.utf8))
}
