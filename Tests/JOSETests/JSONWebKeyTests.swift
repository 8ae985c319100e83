import Hashing
import JSON
import Testing

@testable import JOSE

struct JSONWebKeyTests {
  @Test("keys of another use, kind, curve or strength are left out of a set")
  func leftOut() throws {
    let good = Vectors.a3Key
    let n = Vectors.modulus
    let keys = [
      good.replacing("\"kty\"", with: "\"use\":\"enc\",\"kty\""),
      good.replacing("\"kty\"", with: "\"key_ops\":[\"encrypt\"],\"kty\""),
      good.replacing("\"kty\"", with: "\"alg\":\"RS256\",\"kty\""),
      good.replacing("\"kty\"", with: "\"alg\":1,\"kty\""),
      good.replacing("P-256", with: "P-384"), good.replacing("f83O", with: "f8"),
      "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
      "{\"kty\":\"RSA\",\"n\":\"\(Vectors.shortModulus)\",\"e\":\"AQAB\"}",
      "{\"kty\":\"RSA\",\"n\":\"\(n)\",\"e\":\"AQ\"}",
      "{\"kty\":\"RSA\",\"n\":\"\(n)\",\"e\":\"AQAC\"}",
      "{\"kty\":\"RSA\",\"n\":\"\(n)\",\"e\":\"\"}", "{\"kty\":\"RSA\",\"n\":\"\",\"e\":\"AQAB\"}",
      "{\"kty\":\"RSA\",\"n\":\"\(n)\",\"e\":\"AQAB\",\"alg\":\"HS256\"}", "1", "null", "{}",
    ]
    for key in keys { #expect(JSONWebKey(try JSONNode(parsing: key)) == nil, "\(key.prefix(60))") }
    #expect(JSONWebKey(try JSONNode(parsing: good))?.algorithm == .es256)
    let text = "{\"keys\":[\(keys.joined(separator: ",")),\(good)],\"autre\":1}"
    #expect(try JSONWebKeySet(parsing: Array(text.utf8)).keys.count == 1)
  }

  @Test("a point off the curve checks nothing")
  func offTheCurve() throws {
    let key = Vectors.a3Key.replacing("f83O", with: "g83O")
    let set = try JSONWebKeySet(parsing: Array("{\"keys\":[\(key)]}".utf8))
    #expect(set.keys.count == 1)
    #expect(!isKey(try #require(set.keys.first).material))
    #expect(isKey(try #require(JSONWebKey(try JSONNode(parsing: Vectors.a3Key))).material))
    let token = try SignedToken(Vectors.a3Token)
    #expect(throws: JOSEError.signatureRefused) { try token.content(verifiedBy: set) }
  }

  @Test(
    "what is not a set of keys is refused",
    arguments: ["", "[]", "{}", "{\"keys\":{}}", "\u{0}"],
  )
  func malformed(_ text: String) {
    #expect(throws: JOSEError.malformed) { try JSONWebKeySet(parsing: Array(text.utf8)) }
  }
}

/// Whether libcrypto makes a key of it.
private func isKey(_ material: KeyMaterial) -> Bool {
  guard let key = PublicKey(material) else { return false }
  _ = consume key
  return true
}

struct Base64Tests {
  @Test("base64 follows RFC 4648, 10, in both alphabets")
  func known() {
    let known = [
      "": "", "f": "Zg", "fo": "Zm8", "foo": "Zm9v", "foob": "Zm9vYg", "fooba": "Zm9vYmE",
    ]
    for (clear, coded) in known {
      let bytes = Array(clear.utf8)
      #expect(Base64.urlText(bytes) == coded)
      #expect(Base64.urlBytes(coded) == bytes)
      #expect(Base64.text(bytes).hasPrefix(coded))
      #expect(Base64.text(bytes).count.isMultiple(of: 4))
    }
    #expect(Base64.text([0xFB, 0xFF]) == "+/8=")
    #expect(Base64.urlText([0xFB, 0xFF]) == "-_8")
  }

  @Test(
    "a text that another could stand for is refused",
    arguments: ["A", "AAAAA", "Zh", "Zm9", "Zg==", "Z g", "+/8", "é"],
  )
  func strict(_ text: String) {
    #expect(Base64.urlBytes(text) == nil)
  }

  @Test("every byte comes back")
  func roundTrip() {
    for count in 0..<260 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      #expect(Base64.urlBytes(Base64.urlText(bytes)) == bytes)
    }
  }

  @Test("secrets are the same or not")
  func constantTime() {
    #expect(constantTimeEqual("", ""))
    #expect(constantTimeEqual("abc", "abc"))
    for other in ["", "abd", "ab", "abcd"] { #expect(!constantTimeEqual("abc", other)) }
  }
}
