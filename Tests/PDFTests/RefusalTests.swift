import PDF
import Testing

@Suite("What cannot be printed")
struct RefusalTests {
  @Test(
    "Names in other scripts are printed and read back",
    arguments: ["Ελένη Παππά", "Владимир", "ليلى", "Đặng Thị Ngọc", "Šárka Œuvrard"],
  )
  func scripts(_ name: String) throws {
    try printing([.heading(PDFText(name), level: 1), .text("fin")], name) { file in
      #expect(file.text().contains(name))
      #expect(file.isValid)
    }
  }

  @Test("Characters that no font has are named, with their text")
  func unknownCharacters() throws {
    let error = #expect(throws: PDFError.self) {
      try PDFPress().print(PDFDocument(.essay, blocks: [.text("Nom : 山田 𒀀 山")]))
    }
    #expect(error == .unknownCharacters(["山", "田", "𒀀"], text: "Nom : 山田 𒀀 山"))
    #expect(error?.description.contains("« 山 » (U+5C71)") == true)
  }

  @Test("Characters of control are refused, in texts and in titles")
  func control() throws {
    let press = try PDFPress()
    #expect(throws: PDFError.unknownCharacters(["\u{1}"], text: "a\u{1}b")) {
      try press.print(PDFDocument(.essay, blocks: [.text("a\u{1}b")]))
    }
    var info = PDFInfo.essay
    info.title = "a\u{0}b"
    #expect(throws: PDFError.controlCharacters(text: "a\u{0}b")) {
      try press.print(PDFDocument(info, blocks: []))
    }
    info.title = "a"
    info.language = "fr) /x"
    #expect(throws: PDFError.badLanguage("fr) /x")) {
      try press.print(PDFDocument(info, blocks: []))
    }
  }

  @Test("After a refusal the press goes on, and a binder keeps what it had")
  func afterwards() throws {
    let press = try PDFPress()
    let good = PDFDocument(.essay, blocks: [.text("bon")])
    let expected = try press.print(good)
    let binder = try press.binder(.essay, isTagged: true)
    try binder.add(good)
    #expect(throws: PDFError.self) { try binder.add(PDFDocument(.essay, blocks: [.text("山")])) }
    #expect(try binder.finish() == expected)
    #expect(try press.print(good) == expected)
  }

  @Test("A missing font says which package brings it")
  func missingFont() throws {
    let font = PDFFont(family: "Rien", in: "/nulle/part", files: ["a.otf"], package: "fonts-rien")
    let error = #expect(throws: PDFError.self) { try PDFPress(fonts: [font]) }
    #expect(
      error == .missingFont(family: "Rien", file: "/nulle/part/a.otf", package: "fonts-rien")
    )
    #expect(error?.description.contains("apt-get install fonts-rien") == true)
    let press = try PDFPress(fonts: [.inter])
    #expect(throws: PDFError.fontNotInPress(family: "Linux Libertine O")) {
      try press.print(
        PDFDocument(.essay, typography: PDFTypography(body: .libertine), blocks: [.text("a")])
      )
    }
  }

  @Test("PNG and JPEG are known by their bytes; other files and damaged ones are refused")
  func images() throws {
    try printing([.heading("Logo", level: 1), .text("Texte du logo")]) { file in
      for (kind, options) in [("image/jpeg", "-jpeg"), ("image/png", "-png")] {
        let bytes = try file.image(options)
        let image = try PDFImage(bytes)
        #expect(image.width == 249)
        let figure = PDFFigure(image, width: 5000, alternative: kind)
        try printing([.figure(figure), .text("suite")], "images\(kind)") { other in
          #expect(other.isValid)
          #expect(other.structure.contains("Figure"))
          let list = other.run("pdfimages -list %").output
          #expect(list.contains(kind == "image/jpeg" ? "jpeg" : "image"))
        }
        #expect(throws: PDFError.self) { try PDFImage(Array(bytes.prefix(bytes.count / 2))) }
        var changed = bytes
        for index in stride(from: 300, to: changed.count - 20, by: 7) { changed[index] ^= 0x5a }
        #expect(throws: PDFError.self) { try PDFImage(changed) }
      }
    }
    #expect(throws: PDFError.notAnImage) { try PDFImage(Array("<svg/>".utf8)) }
    #expect(throws: PDFError.notAnImage) { try PDFImage([]) }
    #expect(throws: PDFError.imageTooLarge) {
      try PDFImage([UInt8](repeating: 0xff, count: PDFImage.maximumBytes + 1))
    }
  }

  @Test("An image that announces more pixels than a document holds is refused before it is read")
  func hugeImage() {
    var png: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]
    png += Array("IHDR".utf8) + [0, 1, 0, 0, 0, 0, 0, 1, 8, 2, 0, 0, 0]
    #expect(throws: PDFError.imageTooLarge) { try PDFImage(png) }
  }

  @Test("Modules that make no square are refused")
  func squares() {
    #expect(PDFSquare([true], count: 2, side: 10, alternative: "") == nil)
    #expect(PDFSquare([], count: 0, side: 10, alternative: "") == nil)
    #expect(PDFDate(2026, 13, 1) == nil)
  }
}
