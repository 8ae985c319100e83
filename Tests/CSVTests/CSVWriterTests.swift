import CSV
import Testing

@Suite("Écrire un CSV")
struct CSVWriterTests {
  private func written(_ rows: [[String]], _ writer: CSVWriter = CSVWriter()) -> String {
    var writer = writer
    for row in rows { writer.add(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "les guillemets viennent où il en faut",
    arguments: [
      (["a", "b"], "a;b\n"), (["a;b", ""], "\"a;b\";\n"), (["12,5", "\""], "\"12,5\";\"\"\"\"\n"),
      (["l1\nl2", "t\tt"], "\"l1\nl2\";\"t\tt\"\n"), ([""], "\"\"\n"),
    ],
  )
  func quotes(cells: [String], expected: String) {
    #expect(written([cells]) == expected)
  }

  @Test("après l’en-tête, seul le séparateur choisi demande des guillemets")
  func quotesOwnSeparator() {
    let text = written([["a,b", "c"], ["12,5", "1;2"]])
    #expect(text == "\"a,b\";c\n12,5;\"1;2\"\n")
  }

  @Test("une seule colonne se relit quel que soit le séparateur", arguments: [";", ",", "\t"])
  func singleColumn(separator: Unicode.Scalar) throws {
    let text = written([["a"], ["1;2"], ["3,4"], ["5\t6"], [""]], CSVWriter(separator: separator))
    var reader = try CSVReader(Array(text.utf8))
    for expected in ["1;2", "3,4", "5\t6", ""] {
      #expect(try reader.advance())
      #expect(reader.text(0) == expected)
    }
  }

  @Test("le séparateur se choisit, et le lecteur le retrouve", arguments: [";", ",", "\t"])
  func separators(separator: Unicode.Scalar) throws {
    let text = written([["a;,\t", "b"], ["1", "2;,\t"]], CSVWriter(separator: separator))
    var reader = try CSVReader(Array(text.utf8))
    #expect(reader.count == 2)
    #expect(try reader.advance())
    #expect(reader.text(1) == "2;,\t")
  }

  @Test(
    "un texte qu’un tableur calculerait est gardé par une apostrophe, un nombre non",
    arguments: [
      ("=1+1", "'=1+1"), ("@x", "'@x"), ("+a", "'+a"), ("-", "'-"), ("-1e5", "'-1e5"),
      ("\tx", "'\tx"), ("\rx", "'\rx"), ("'=1", "''=1"), ("-12,5", "-12,5"), ("+33", "+33"),
      ("-1,2,3", "'-1,2,3"), ("'-5", "'-5"), ("l’=", "l’="), ("", ""), ("'", "'"), ("-1.", "'-1."),
    ],
  )
  func guards(text: String, expected: String) {
    #expect(CSVFormula.guarded(text) == expected)
    #expect(CSVFormula.unguarded(expected) == text)
  }

  @Test("la garde des formules s’enlève, la marque d’ordre des octets s’ajoute")
  func options() {
    #expect(written([["=a"]], CSVWriter(guardsFormulas: false)) == "=a\n")
    #expect(CSVWriter(byteOrderMark: true).bytes == [0xEF, 0xBB, 0xBF])
  }

  @Test("ce qui est écrit se relit, quelles que soient les cellules")
  func roundTrip() throws {
    let pieces = ["", "a", "\"", ";", ",", "\t", "\n", "\r\n", "=", "'", "-1", "é", " "]
    let rows = pieces.flatMap { first in pieces.map { [first + $0, $0 + first, $0] } }
    var reader = try CSVReader(Array(written([["x", "y", "z"]] + rows).utf8))
    for row in rows {
      #expect(try reader.advance())
      #expect((0..<3).map { CSVFormula.unguarded(reader.text($0)) } == row)
    }
    #expect(try !reader.advance())
  }
}
