import Testing

@testable import Hashing

@Suite struct OneTimeCodeTests {
  /// The key of the examples of RFC 4226 and 6238.
  private let key = Array("12345678901234567890".utf8)

  @Test(
    "the codes of RFC 4226, appendix D",
    arguments: zip(
      Int64(0)..<10,
      [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
        "520489",
      ],
    ),
  )
  func hotp(counter: Int64, digits: String) {
    #expect(OneTimeCode.digits(key, counter: counter) == digits)
  }

  @Test(
    "the last six digits of RFC 6238, appendix B",
    arguments: [
      (59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"),
      (20_000_000_000, "353130"),
    ] as [(Int64, String)],
  )
  func totp(time: Int64, digits: String) {
    #expect(OneTimeCode.digits(key, counter: time / OneTimeCode.seconds) == digits)
  }

  @Test("a key is written in base 32")
  func base32() {
    #expect(OneTimeCode.text(key) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    #expect(OneTimeCode.text(Array("foobar".utf8)) == "MZXW6YTBOI")
    #expect(OneTimeCode.text([]) == "")
  }
}

@Suite struct PasswordHashTests {
  @Test("a password is recognised, another is not, and each hash is new")
  func roundTrip() throws {
    let cost = try #require(PasswordHash.Cost(passes: 1, memoryBytes: 8_192))
    let first = try #require(PasswordHash.make("été à Nulle-Part", cost: cost))
    let second = try #require(PasswordHash.make("été à Nulle-Part", cost: cost))
    #expect(first.hasPrefix("$argon2id$v=19$"))
    #expect(first != second)
    #expect(PasswordHash.matches("été à Nulle-Part", first))
    #expect(!PasswordHash.matches("été à Nulle-part", first))
    #expect(!PasswordHash.matches("", first))
  }

  @Test("an empty password has a hash of its own")
  func empty() throws {
    let cost = try #require(PasswordHash.Cost(passes: 1, memoryBytes: 8_192))
    let hash = try #require(PasswordHash.make("", cost: cost))
    #expect(PasswordHash.matches("", hash))
    #expect(!PasswordHash.matches("a", hash))
  }

  @Test("what is no hash matches nothing", arguments: ["", "abc", "$argon2id$v=19$", "a\u{0}b"])
  func malformed(hash: String) {
    #expect(!PasswordHash.matches("abc", hash))
  }
}

@Suite("OneTimeCode, keys as text")
struct OneTimeCodeKeyTests {
  @Test("a key is read back from its text")
  func readBack() {
    for step in 0..<20 {
      let key = (0..<OneTimeCode.keySize).map { UInt8(truncatingIfNeeded: $0 * 37 + step * 11) }
      #expect(OneTimeCode.key(OneTimeCode.text(key)) == key)
    }
  }

  @Test(
    "what is not a key is not taken for one",
    arguments: [
      "", "ABCD", String(repeating: "a", count: 32), String(repeating: "A", count: 33),
    ],
  )
  func refused(_ text: String) { #expect(OneTimeCode.key(text) == nil) }
}
