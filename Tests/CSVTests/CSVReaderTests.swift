import CSV
import Testing
import Text

@Suite("Lire un CSV")
struct CSVReaderTests {
  private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

  /// The heading and the rows, as texts.
  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    var reader = try CSVReader(bytes)
    var rows = [(0..<reader.count).map { reader.text($0) }]
    while try reader.advance() { rows.append((0..<reader.count).map { reader.text($0) }) }
    return rows
  }

  @Test(
    "le séparateur est le premier de l’en-tête",
    arguments: [
      "a;b;c\n1;2;3\n", "a,b,c\n1,2,3", "a\tb\tc\r\n1\t2\t3\r\n", "\"a\";b;c\n1;2;3\n\n",
    ],
  )
  func findsSeparator(text: String) throws {
    #expect(try rows(text) == [["a", "b", "c"], ["1", "2", "3"]])
  }

  @Test(
    "guillemets, cellules vides, lignes vides et fins de ligne",
    arguments: [
      ("a;b\n\"x;y\";\"p\"\"q\"\n", [["x;y", "p\"q"]]),
      ("a;b\n\"l1\nl2\";\"\"\r\n\r\n;\n", [["l1\nl2", ""], ["", ""]]),
      ("\n\na\n\n1\n\n2", [["1"], ["2"]]), ("a;b\n1;", [["1", ""]]), ("a;b\n;\"2\"", [["", "2"]]),
      ("\"a;1\",b\n1;2,3\n", [["1;2", "3"]]), ("a,b;c\n1,2;3\n", [["1", "2;3"]]),
      ("a\n\"\"\n\"\"\"\"\n", [[""], ["\""]]), ("a;é\n€;😀\n", [["€", "😀"]]), ("a;b\n", []),
    ] as [(String, [[String]])],
  )
  func readsCells(text: String, expected: [[String]]) throws {
    #expect(try rows(text).dropFirst() == expected[...])
  }

  @Test("la marque d’ordre des octets n’est pas dans la première cellule")
  func dropsMark() throws {
    #expect(try rows([0xEF, 0xBB, 0xBF] + Array("a;b".utf8)) == [["a", "b"]])
  }

  @Test(
    "chaque faute a sa ligne et sa colonne",
    arguments: [
      ("a;b\n1;2\n\"é\n\";\"x\n", .unterminatedQuote, 4, 3),
      ("a;b\né;x\"y\n", .quoteInsideCell, 2, 4),
      ("a;b\n\"x\" ;2\n", .textAfterQuote, 2, 4), ("a;b\r1;2", .loneCarriageReturn, 1, 4),
      ("a;b\n1;2\r\n3;4\r", .loneCarriageReturn, 3, 4),
      ("a;b\n1;2;3\n", .cells(found: 3, expected: 2), 2, 5),
      ("a;b\n\"x\ny\"\n", .cells(found: 1, expected: 2), 3, 2),
      ("a;b\n1;2\n3;\"4\n5\";\"6\"\n", .cells(found: 3, expected: 2), 4, 4),
      ("\"a;b\n", .unterminatedQuote, 1, 1),
    ] as [(String, CSVError.Problem, Int, Int)],
  )
  func placesFaults(text: String, problem: CSVError.Problem, line: Int, column: Int) throws {
    let error = try #require(throws: CSVError.self) { try rows(text) }
    #expect(error.problem == problem)
    #expect(error.position == TextPosition(line: line, column: column))
    #expect(!error.description.isEmpty)
  }

  @Test(
    "un autre codage, un fichier binaire ou vide sont dits",
    arguments: [
      (
        Array("a;b\n1;\u{E9}".unicodeScalars.map { UInt8($0.value) }),
        .invalidByte(0xE9, at: TextPosition(line: 2, column: 3)),
      ),
      ([0xFF, 0xFE, 0x61, 0x00], .otherUnicodeEncoding(name: "UTF-16")),
      ([0x61, 0x0A, 0x00], .controlCharacter(0, at: TextPosition(line: 2, column: 1))),
      ([], .empty), ([0x0A, 0x0D, 0x0A], .empty),
    ] as [([UInt8], UTF8TextError)],
  )
  func refusesOtherEncodings(bytes: [UInt8], expected: UTF8TextError) throws {
    let error = try #require(throws: CSVError.self) { try rows(bytes) }
    #expect(error.problem == .text(expected))
    #expect(error.position == expected.position)
    #expect(!error.leavesRows)
  }

  @Test("après une ligne trop longue ou trop courte, la lecture reprend à la suivante")
  func goesOn() throws {
    var reader = try CSVReader(Array("a;b\n1\n1;2;3\n4;5\n".utf8))
    var lines: [Int] = []
    var faults: [CSVError] = []
    while true {
      do {
        guard try reader.advance() else { break }
        lines.append(reader.line)
      } catch {
        faults.append(error)
      }
    }
    #expect(lines == [4])
    #expect(faults.map { $0.position?.line } == [2, 3])
    #expect(faults.allSatisfy { $0.leavesRows })
  }

  @Test("après un guillemet fautif, il n’y a plus de ligne")
  func endsAfterQuote() throws {
    var reader = try CSVReader(Array("a;b\n1;x\"\n3;4\n".utf8))
    #expect(throws: CSVError.self) { try reader.advance() }
    #expect(try !reader.advance())
  }

  @Test("les lignes sont celles du fichier, et les colonnes comptent des caractères")
  func physicalPlaces() throws {
    var reader = try CSVReader(Array("a;b\n\n\"é\n1\";\"x\"\n2;3\n".utf8))
    #expect(reader.position(1) == TextPosition(line: 1, column: 3))
    #expect(try reader.advance())
    #expect(reader.line == 3)
    #expect(reader.position(0) == TextPosition(line: 3, column: 1))
    #expect(reader.position(1) == TextPosition(line: 4, column: 4))
    #expect(try reader.advance())
    #expect(reader.line == 5)
    #expect(!reader.isBlank && !reader.isEmpty(1))
  }
}
