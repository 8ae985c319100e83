import PDF
import Testing

@Suite("French typography")
struct TypographyTests {
  private static let signs =
    "«\u{A0}Œuvre\u{A0}» aujourd’hui\u{202F}: 12\u{202F}000\u{A0}€\u{202F}; n°\u{A0}3 – « À l’Ÿ » — … ½ × ≥ ≤ ²"

  @Test(
    "The signs of French stand in the fonts themselves, spaces that do not break included",
    arguments: [PDFFont.inter, .libertine],
  )
  func signs(_ font: PDFFont) throws {
    let text = PDFText(Self.signs)
    let document = PDFDocument(
      .essay,
      typography: PDFTypography(body: font, headings: font),
      blocks: [.text(text), .text(text.bold), .text(text.italic), .text(text.semibold)],
    )
    let file = try Printed(PDFPress().print(document), font.family)
    defer { file.remove() }
    let read = file.text("-raw")
    #expect(read.contains("Œuvre"))
    #expect(read.contains("aujourd’hui"))
    #expect(read.contains("≥"))
    let fonts = file.run("pdffonts %").output.split(separator: "\n").dropFirst(2)
    #expect(fonts.count >= 4)
    for font in fonts { #expect(!font.contains("DejaVu")) }
  }
}
