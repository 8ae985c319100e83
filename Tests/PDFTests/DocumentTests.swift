import PDF
import Testing

@Suite("A printed document")
struct DocumentTests {
  @Test("A document is valid, and says its title, its language and that it has a structure")
  func facts() throws {
    try printing([.heading("Relevé", level: 1), .text("Bonjour à tous.")]) { file in
      #expect(file.isValid)
      #expect(file.facts.contains("Title:           Relevé d’essai"))
      #expect(file.facts.contains("Author:          Un essai"))
      #expect(file.facts.contains("Tagged:          yes"))
      #expect(file.facts.contains("Metadata Stream: yes"))
      #expect(file.facts.contains("Page size:       595.276 x 841.89 pts (A4)"))
      #expect(file.facts.contains("CreationDate:    20260703093000Z"))
      let raw = file.run("qpdf --qdf --object-streams=disable % -").output
      #expect(raw.contains("/Lang (fr-FR)"))
      #expect(raw.contains("/DisplayDocTitle true"))
      #expect(file.run("pdfinfo -meta %").output.contains("<rdf:li>fr-FR</rdf:li>"))
      #expect(file.run("pdfinfo -meta %").output.contains("Relevé d’essai</rdf:li>"))
    }
  }

  @Test("Titles, lists, figures and links have their place in the structure")
  func structure() throws {
    let square = try #require(
      PDFSquare([true, false, false, true], count: 2, side: 40, alternative: "Deux points")
    )
    let blocks: [PDFBlock] = [
      .heading("Un", level: 1), .heading("Deux", level: 2), .heading("Trois", level: 3),
      .list(PDFList(["premier", "second"], isNumbered: true)),
      .text("Voir " + PDFText("la page").linked(to: "https://exemple.fr/l'été") + " du site."),
      .square(square),
    ]
    try printing(blocks) { file in
      let structure = file.structure
      for tag in ["H1", "H2", "H3", "L ", "LI", "Lbl", "LBody", "Link", "Figure"] {
        #expect(structure.contains(tag), "\(tag)")
      }
      #expect(structure.contains("\"la page\""))
      let raw = file.run("qpdf --qdf --object-streams=disable % -").output
      #expect(raw.contains("/Alt <feff00440065007500780020"))
      #expect(raw.contains("(https://exemple.fr/l%27%C3%A9t%C3%A9)"))
      #expect(raw.contains("/Contents (https://exemple.fr/"))
      #expect(file.isValid)
    }
  }

  @Test("What stands in the margins, the watermark and the rules are decorations")
  func artifacts() throws {
    let page = PDFPage(watermark: "PROVISOIRE", header: { _ in .init(left: "En-tête") })
    try printing([.text("Le texte."), .rule, .text("La suite.")], page: page) { file in
      #expect(file.text("-raw").contains("En-tête"))
      #expect(file.text().contains("page 1/1"))
      #expect(!file.structure.contains("En-tête"))
      #expect(!file.structure.contains("page 1/1"))
      #expect(!file.structure.contains("PROVISOIRE"))
      let raw = file.run("qpdf --qdf --object-streams=disable % -").output
      #expect(raw.contains("/Artifact BMC"))
      let open = raw.split(separator: "\n").filter { $0.hasSuffix("BMC") || $0.hasSuffix("BDC") }
      #expect(open.count == raw.split(separator: "\n").filter { $0 == "EMC" }.count)
    }
  }

  @Test("A foot with a square is read after the texts, when it is a part of the document")
  func squareAtTheFoot() throws {
    let square = try #require(
      PDFSquare([true, false, false, true], count: 2, side: 40, alternative: "Deux points")
    )
    let image = try printed { file in try PDFImage(file.image("-png")) }
    let page = PDFPage(footer: { number in
      .init(
        left: "Vérifiez : " + PDFText("ici").linked(to: "https://exemple.fr") + "\nCode 7K",
        right: PDFText(number.text),
        square: square,
        isContent: number.rank == number.count,
      )
    })
    // An image as the first thing of a page: what was recorded before it must stay.
    let blocks: [PDFBlock] = [
      .figure(PDFFigure(image, width: 100, alternative: "Une page")), .pageBreak, .text("Fin."),
    ]
    try printing(blocks, page: page) { file in
      #expect(file.isValid)
      #expect(file.pageCount == 2)
      let structure = file.structure
      #expect(
        structure.split(separator: "\"Code 7K\"", omittingEmptySubsequences: false).count == 2
      )
      let texts = structure.split(separator: "Fin.")
      #expect(texts.count == 2)
      #expect(texts.last?.contains("Vérifiez") == true)
      #expect(structure.contains("2/2"))
      #expect(!structure.contains("1/2"))
    }
    try printing([blocks[0]], page: page) { file in #expect(file.isValid) }
  }

  /// The first page of a short document.
  private func printed<Value>(_ read: (Printed) throws -> Value) throws -> Value {
    let file = try Printed(PDFPress().print(PDFDocument(.essay, blocks: [.text("Bonjour.")])))
    defer { file.remove() }
    return try read(file)
  }

  @Test("Every font is embedded, and only with the letters in use")
  func fonts() throws {
    let blocks: [PDFBlock] = [
      .text("Droit, " + PDFText("gras").bold + ", " + PDFText("italique").italic + "."),
      .text("Ελένη, Владимир, ليلى"),
    ]
    try printing(blocks) { file in
      let fonts = file.run("pdffonts %").output.split(separator: "\n").dropFirst(2)
      #expect(fonts.count >= 4)
      for font in fonts { #expect(font.contains("yes yes yes"), "\(font)") }
      #expect(fonts.contains { $0.contains("DejaVuSans") })
    }
  }

  @Test("The same document gives the same bytes, from any press")
  func deterministic() throws {
    let document = PDFDocument(
      .essay,
      blocks: [.heading("Titre", level: 1), .text("Texte", .justified), .table(.marks(60))],
    )
    let press = try PDFPress()
    let first = try press.print(document)
    _ = try press.print(
      PDFDocument(.essay, blocks: [.text("Tout autre chose, en " + PDFText("gras").bold)])
    )
    #expect(try press.print(document) == first)
    #expect(try PDFPress().print(document) == first)
    var other = document
    other.info.title = "Autre"
    #expect(try press.print(other) != first)
  }

  @Test("Two threads with a press each print what one prints")
  func threads() async throws {
    let documents = (0..<20).map {
      PDFDocument(
        .essay,
        blocks: [.heading("Document \($0)", level: 1), .table(.marks(30 + $0))],
      )
    }
    let press = try PDFPress()
    let expected = try documents.map { try press.print($0) }
    let printed = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<2 {
        group.addTask {
          let press = try PDFPress()
          return try documents.map { try press.print($0) }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(printed == [expected, expected])
  }

  @Test("Joined documents keep their page numbers and have a line each in the contents")
  func joined() throws {
    let press = try PDFPress()
    for isTagged in [true, false] {
      let binder = try press.binder(.essay, isTagged: isTagged)
      for rank in 1...3 {
        let document = PDFDocument(
          .essay,
          page: PDFPage(size: rank == 2 ? .a4Landscape : .a4),
          blocks: [.text("Document \(rank)"), .pageBreak, .text("Suite \(rank)")],
        )
        try binder.add(document, outline: "Élève \(rank)")
      }
      #expect(binder.pageCount == 6)
      let file = try Printed(binder.finish())
      defer { file.remove() }
      #expect(file.isValid)
      #expect(file.pageCount == 6)
      #expect(file.text().contains("Document 3"))
      #expect(file.text().split(separator: "page 2/2").count == 4)
      #expect(file.facts.contains("Tagged:          \(isTagged ? "yes" : "no")"))
      #expect(file.run("pdfinfo -f 3 -l 3 %").output.contains("841.89 x 595.276"))
      let outline = file.run("qpdf --json --json-key=outlines %").output
      #expect(outline.contains("Élève 3") || outline.contains("\\u00c9l\\u00e8ve 3"))
    }
  }
}

extension PDFTable {
  /// A table of marks that do not matter.
  static func marks(_ count: Int) -> PDFTable {
    PDFTable(
      [.init(.fixed(60)), .init(), .init(.fixed(60), .decimal)],
      header: [["Code", "Module", "Note"]],
      rows: (0..<count).map { ["R\($0)", "Module \($0)", "\($0 % 20),\($0 % 10)"] },
    )
  }
}
