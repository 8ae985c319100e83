import Testing
import Text

@testable import JSON

@Suite("Lire du JSON")
struct JSONReaderTests {
  @Test(
    "ce qui est lu se récrit à l’identique",
    arguments: [
      "null", "true", "-12.50e3", "\"é \\\"\\\\ \\n\"", "[]", "{}", "[1, [2, 3], { \"a\": null }]",
    ],
  )
  func roundTrips(text: String) throws {
    let once = try JSONNode(parsing: text).rendered()
    #expect(try JSONNode(parsing: once).rendered() == once)
  }

  @Test("chaque valeur sait où elle commence")
  func keepsPositions() throws {
    let node = try JSONNode(parsing: "{\n  \"é\": [1,\n 22]\n}")
    let array = try JSONCursor(node).object(knowing: ["é"]).required("é").array()
    #expect(
      array.map(\.node.position) == [
        TextPosition(line: 2, column: 9), TextPosition(line: 3, column: 2),
      ]
    )
    #expect(array[1].path == "é[1]")
  }

  @Test(
    "une faute est nommée à sa place",
    arguments: [
      ("", 1, 1), ("[1,]", 1, 4), ("{\"a\":1,\"a\":2}", 1, 8), ("[1 2]", 1, 4), ("01", 1, 1),
      ("1.", 1, 1), ("12h", 1, 1), ("1,5", 1, 2), ("\"\\q\"", 1, 2), ("\"a\nb\"", 1, 3),
      ("{\n a: 1}", 2, 2), ("tru", 1, 1), ("\"\\ud800\"", 1, 2), ("// c\n1", 1, 1), ("1 1", 1, 3),
    ],
  )
  func locatesFaults(text: String, line: Int, column: Int) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONNode(parsing: text) }
    #expect(error?.position == TextPosition(line: line, column: column))
    #expect(error?.description.isEmpty == false)
  }

  @Test("les commentaires ne sont admis que si on le demande")
  func readsComments() throws {
    let text = "// un\n[1, /* deux\n */ 2]"
    let cursor = JSONCursor(try JSONNode(parsing: text, comments: true))
    #expect(try cursor.array().last?.node.position == TextPosition(line: 3, column: 5))
    #expect(throws: JSONSyntaxError.self) { try JSONNode(parsing: text) }
  }

  @Test("les échappements donnent les bons caractères")
  func readsEscapes() throws {
    let cursor = JSONCursor(try JSONNode(parsing: #""\u00e9\ud83d\ude00\t\/""#))
    #expect(try cursor.string() == "é😀\t/")
  }

  @Test("une imbrication sans fin est refusée sans épuiser la pile")
  func refusesDeepNesting() {
    let text = String(repeating: "[", count: 100_000)
    let error = #expect(throws: JSONSyntaxError.self) { try JSONNode(parsing: text) }
    #expect(error?.problem == .tooDeep(limit: 64))
  }

  @Test("un mégaoctet sur une seule ligne se lit d’un trait")
  func readsLongLines() throws {
    let text = "[" + Array(repeating: "12345", count: 200_000).joined(separator: ",") + "]"
    #expect(try JSONCursor(try JSONNode(parsing: text)).array().count == 200_000)
  }
}

@Suite("Décoder du JSON")
struct JSONCursorTests {
  private func cursor(_ text: String) throws -> JSONCursor {
    JSONCursor(try JSONNode(parsing: text))
  }

  @Test("une clé inconnue, absente ou d’un autre type est nommée avec son chemin")
  func namesFaults() throws {
    let unknown = #expect(throws: JSONDecodingError.self) {
      try cursor("{\"a\": 1, \"b\": 2}").object(knowing: ["a"])
    }
    #expect(unknown?.problem == .unknownKey("b", known: ["a"]))
    let missing = #expect(throws: JSONDecodingError.self) {
      try cursor("{}").object(knowing: ["a"]).required("a")
    }
    #expect(missing?.problem == .missingKey("a"))
    let mistyped = #expect(throws: JSONDecodingError.self) {
      try cursor("{\"a\": [true]}").object(knowing: ["a"]).required("a").array()[0].integer()
    }
    #expect(mistyped?.path == "a[0]")
    #expect(mistyped?.description == "dans « a[0] » : lu true, attendu : un nombre")
  }

  @Test("un membre facultatif vaut rien s’il est absent ou nul")
  func treatsNullAsAbsent() throws {
    let object = try cursor("{\"a\": null}").object(knowing: ["a", "b"])
    #expect(object.optional("a")?.isNull == nil)
    #expect(object.optional("b")?.isNull == nil)
  }
}
