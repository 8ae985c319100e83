import QRCode
import Testing

@Suite("QRCode")
struct QRCodeTests {
  @Test("a code has its three finders, and a fourth corner without one")
  func finders() throws {
    let code = try #require(QRCode("otpauth://totp/essai?secret=ABCDEFGH"))
    #expect((code.side - 17) % 4 == 0)
    let far = code.side - 7
    func isFinder(_ row: Int, _ column: Int) -> Bool {
      (0..<7).allSatisfy { step in
        code[row, column + step] && code[row + 6, column + step] && code[row + step, column]
          && code[row + step, column + 6]
      } && !code[row + 1, column + 1] && code[row + 3, column + 3]
    }
    #expect(isFinder(0, 0) && isFinder(0, far) && isFinder(far, 0))
    #expect(!isFinder(far, far))
  }

  @Test("the path draws each dark module once, within the margin")
  func path() throws {
    let code = try #require(QRCode("délibéré"))
    let runs = code.path.split(separator: "M")
    let drawn = try runs.reduce(0) { sum, run in
      let length = try #require(
        run.split(separator: "h").dropFirst().first?.split(separator: "v").first
      )
      return try sum + #require(Int(length))
    }
    #expect(drawn == code.modules.count(where: \.self))
    #expect(code.path.hasPrefix("M4 4h7v1h-7z"))
    #expect(code.extent == code.side + 8)
  }

  @Test("another text makes another code; none and too much make none")
  func bounds() {
    #expect(QRCode("a")?.modules != QRCode("b")?.modules)
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "x", count: 3_000)) == nil)
  }
}
