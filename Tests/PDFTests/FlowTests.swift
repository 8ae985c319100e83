import PDF
import Testing

@Suite("Blocks on pages")
struct FlowTests {
  @Test("The header of a table comes again on each page, and in the structure once")
  func repeatedHeader() throws {
    try printing([.table(.marks(120))]) { file in
      let pages = try #require(file.pageCount)
      #expect(pages >= 3)
      for page in 1...pages {
        let text = file.text("-f \(page) -l \(page)")
        #expect(text.contains("Module\n"), "page \(page)")
        #expect(text.contains("page \(page)/\(pages)"))
      }
      #expect(file.structure.split(separator: "\"Module\"").count == 2)
      #expect(file.structure.split(separator: "  TR").count == 122)
      #expect(file.structure.split(separator: "Table (block)").count == 2)
      #expect(file.isValid)
    }
  }

  @Test("A row is whole on its page")
  func wholeRows() throws {
    let rows: [PDFTable.Row] = (0..<60).map { rank in
      ["début \(rank)", .init(PDFText((0..<12).map { "mot\(rank)x\($0)" }.joined(separator: " ")))]
    }
    let table = PDFTable([.init(.fixed(80)), .init(.fixed(110))], rows: rows)
    try printing([.table(table)]) { file in
      let pages = try #require(file.pageCount)
      #expect(pages > 2)
      for page in 1...pages {
        let text = file.text("-raw -f \(page) -l \(page)")
        for rank in 0..<60 where text.contains("début \(rank)\u{20}") {
          for word in 0..<12 { #expect(text.contains("mot\(rank)x\(word)")) }
        }
      }
    }
  }

  @Test("A row higher than a page is cut between lines, and nothing of it is lost")
  func highRow() throws {
    let words = (0..<3000).map { "m\($0)" }
    let table = PDFTable(
      [.init(.fixed(60)), .init()],
      header: [["A", "B"]],
      rows: [["a", .init(PDFText(words.joined(separator: " ")))], ["z", "fin"]],
    )
    try printing([.table(table)]) { file in
      let found = Set(file.text("-raw").split(whereSeparator: \.isWhitespace).map(String.init))
      #expect(found.isSuperset(of: words))
      #expect(found.contains("fin"))
      #expect(file.isValid)
    }
  }

  @Test("Rows nearly as high as a page stay above the foot of the page, whatever their headers")
  func nearlyHighRows() throws {
    for lines in stride(from: 30, through: 64, by: 2) {
      let cell = PDFText((0..<lines).map { "l\($0)" }.joined(separator: "\n"))
      let table = PDFTable(
        [.init()],
        header: [["un"], ["deux\ntrois\nquatre"]],
        rows: [["début"], [.init(cell)], [.init(cell)]],
      )
      try printing([.text("avant"), .table(table)]) { file in
        let lowest = try #require(
          file.boxes.filter { $0.key.hasPrefix("l") }.map(\.value.bottom).max()
        )
        #expect(lowest <= 841.89 - 62 + 0.5)
        #expect(
          file.text("-raw").split(separator: "\n").filter { $0 == "l\(lines - 1)" }.count == 2
        )
      }
    }
  }

  @Test("A thousand characters without a space stay inside their cell and the page")
  func thousandCharacters() throws {
    let word = String(repeating: "Wm", count: 500)
    let table = PDFTable(
      [.init(.fixed(80)), .init(.fixed(60), .decimal), .init()],
      rows: [[.init(PDFText(word)), .init(PDFText(word)), "à droite"]],
    )
    let page = PDFPage(
      header: { _ in .init(left: PDFText(word), right: "à droite") },
      footer: { _ in .init(centre: PDFText(word)) },
    )
    let blocks: [PDFBlock] = [
      .heading(PDFText(word), level: 1), .text(PDFText(word), .justified), .table(table),
      .list(PDFList([PDFText(word)])),
      .columns([PDFColumn([.text(PDFText(word))]), PDFColumn([])]),
    ]
    try printing(blocks, page: page) { file in
      let right = try #require(file.rightmost)
      #expect(right <= 595.276 - 54 + 0.5)
      #expect(file.text("-raw").filter { $0 == "W" }.count >= 6 * 500)
      #expect(file.isValid)
    }
  }

  @Test("A word cut at the end of a line gets no hyphen, which would change a number or an address")
  func plainCuts() throws {
    let word = String(repeating: "0123456789ab", count: 60)
    let table = PDFTable([.init(.fixed(80))], rows: [[.init(PDFText(word))]])
    try printing([.text(PDFText(word)), .table(table)]) { file in
      let read = file.text("-raw").filter { !$0.isWhitespace }
      #expect(read.split(separator: word, omittingEmptySubsequences: false).count == 3)
    }
  }

  @Test("A title is never left alone at the foot of a page")
  func titles() throws {
    for height in stride(from: 640.0, through: 720, by: 5) {
      try printing([.text("x"), .space(height), .heading("Titre", level: 2), .text("Suite")]) {
        let second = $0.text("-f 2 -l 2")
        #expect($0.pageCount == 1 || second.contains("Titre"))
        #expect($0.pageCount == 1 || second.contains("Suite"))
      }
    }
  }

  @Test(
    "A paragraph over two pages leaves two lines at least on each, and stays one in the structure"
  )
  func paragraphs() throws {
    let text = (0..<80).map { "ligne\($0)" }.joined(separator: "\n")
    for height in stride(from: 0.0, through: 60, by: 5) {
      try printing([.text("x"), .space(height), .text(PDFText(text)), .text(PDFText(text))]) {
        let pages = try #require($0.pageCount)
        for page in 1...pages {
          let body = $0.text("-f \(page) -l \(page)").split(separator: "\n")
            .filter { $0.hasPrefix("ligne") }
          #expect(body.count >= 2)
          #expect(body.first != "ligne79" && body.last != "ligne0")
        }
        #expect($0.structure.split(separator: "P (block)").count == 4)
        #expect($0.isValid)
      }
    }
  }

  @Test("Words of a justified text are cut as French does, and no other mark stays in the text")
  func hyphens() throws {
    let text = String(
      repeating: "anticonstitutionnellement l’établissement délibérait extraordinairement ",
      count: 12,
    )
    try printing([.columns([PDFColumn([.text(PDFText(text), .justified)]), PDFColumn([])])]) {
      file in
      let lines = file.text("-layout").split(separator: "\n")
      let marks = file.text("-raw").unicodeScalars.filter {
        $0 == "\u{AD}" || $0 == "\u{2010}" || $0 == "-"
      }
      #expect(marks.count >= 2)
      #expect(marks.count <= lines.count)
    }
  }

  @Test("A table without rows shows its header; without anything it shows nothing")
  func zeroRows() throws {
    try printing([.table(.marks(0)), .table(PDFTable([.init()], rows: []))]) { file in
      #expect(file.text().contains("Module"))
      #expect(file.structure.split(separator: "Table (block)").count == 2)
      #expect(file.isValid)
    }
    try printing([]) { #expect($0.isValid && $0.pageCount == 1) }
  }

  @Test("Decimal signs stand one under the other, and words on the right edge")
  func decimals() throws {
    let rows: [PDFTable.Row] = [["12,5"], ["8"], ["9,75"], ["ABI"]]
    try printing([.table(PDFTable([.init(.fixed(120), .decimal)], rows: rows))]) { file in
      let boxes = file.boxes
      let whole = try #require(boxes["8"])
      let word = try #require(boxes["ABI"])
      let two = try #require(boxes["9,75"])
      #expect(abs(word.right - two.right) < 0.6)
      #expect(two.right - whole.right > 5)
    }
  }

  @Test("Header cells name rows and columns, and wide cells say how many they take")
  func scopes() throws {
    let table = PDFTable(
      [.init(), .init(), .init()],
      header: [["a", "b", "c"]],
      rows: [[.init("UE", span: 2), "1"], [.init("R", isHeader: true), "2"]],
      rules: .grid,
    )
    try printing([.table(table)]) { file in
      #expect(file.structure.split(separator: "/Scope /Column").count == 4)
      #expect(file.structure.split(separator: "/Scope /Row").count == 2)
      #expect(file.structure.contains("/ColSpan 2"))
      #expect(file.structure.split(separator: "TD").count == 5)
    }
  }

  @Test("Blocks side by side that are higher than a page follow each other")
  func highColumns() throws {
    let long = (0..<100).map { PDFBlock.text("paragraphe \($0)") }
    try printing([.columns([PDFColumn(long), PDFColumn([.pageBreak, .text("à droite")])])]) {
      file in
      #expect(file.text().contains("paragraphe 99"))
      #expect(file.text().contains("à droite"))
      #expect(file.isValid)
    }
  }
}

extension Printed {
  struct Extent {
    let left: Double
    let right: Double
    let bottom: Double
  }

  /// Where words stand, by themselves.
  var boxes: [String: Extent] {
    var boxes: [String: Extent] = [:]
    for line in run("pdftotext -bbox % -").output.split(separator: "\n") {
      let parts = line.split(separator: "\"")
      guard parts.count > 8, let left = Double(parts[1]), let right = Double(parts[5]),
        let bottom = Double(parts[7])
      else {
        continue
      }
      let word = parts[8].dropFirst().split(separator: "<").first.map(String.init) ?? ""
      boxes[word] = Extent(left: left, right: right, bottom: bottom)
    }
    return boxes
  }

  /// How far on the right a word goes.
  var rightmost: Double? { boxes.values.map(\.right).max() }
}
