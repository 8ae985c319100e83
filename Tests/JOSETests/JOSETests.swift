import Hashing
import JSON
import Testing

@testable import JOSE

struct JOSETests {
  @Test("the examples of RFC 7515, A.2 and A.3, give their content")
  func knownAnswers() throws {
    for (key, token) in [
      (Vectors.a2Key, Vectors.a2Token), (Vectors.a3Key, Vectors.a3Token),
    ] {
      let content = try SignedToken(token).content(verifiedBy: set(key))
      #expect(String(decoding: content, as: UTF8.self) == Vectors.content)
    }
  }

  @Test(
    "one bit changed anywhere in the content or the signature is refused",
    arguments: [(Vectors.a2Key, Vectors.a2Token), (Vectors.a3Key, Vectors.a3Token)],
  )
  func tampered(_ key: String, _ token: String) throws {
    let keys = try set(key)
    let parts = token.split(separator: ".").map(String.init)
    for part in [1, 2] {
      let bytes = try #require(Base64.urlBytes(parts[part]))
      for rank in bytes.indices {
        var changed = bytes
        changed[rank] ^= 1 << UInt8(rank % 8)
        var others = parts
        others[part] = Base64.urlText(changed)
        let other = try SignedToken(others.joined(separator: "."))
        #expect(throws: JOSEError.signatureRefused) { try other.content(verifiedBy: keys) }
      }
    }
  }

  @Test("a signature that is empty, short, long, of zeros or in DER is refused")
  func oddSignatures() throws {
    let keys = try set(Vectors.a3Key)
    let parts = Vectors.a3Token.split(separator: ".").map(String.init)
    let raw = try #require(Base64.urlBytes(parts[2]))
    let der = try #require(ECDSASignature.sequence(raw))
    let odd: [[UInt8]] = [
      [], Array(raw.dropLast()), raw + [0], [UInt8](repeating: 0, count: 64), der,
    ]
    for signature in odd {
      let token = try SignedToken("\(parts[0]).\(parts[1]).\(Base64.urlText(signature))")
      #expect(throws: JOSEError.signatureRefused) { try token.content(verifiedBy: keys) }
    }
  }

  @Test(
    "« none », shared keys and unknown algorithms are refused before any key is looked at",
    arguments: ["none", "None", "NONE", "HS256", "RS384", "ES512", "EdDSA", "", "RS256 "],
  )
  func algorithms(_ name: String) throws {
    let head = Base64.urlText(Array("{\"alg\":\"\(name)\"}".utf8))
    #expect(throws: JOSEError.algorithmRefused) { try SignedToken("\(head).e30.") }
    #expect(throws: JOSEError.algorithmRefused) { try SignedToken("\(head).e30.AAAA") }
  }

  @Test("a key signs with its own algorithm, and no other")
  func fixedAlgorithm() throws {
    let rs = try SignedToken(Vectors.rs256)
    let ps = try SignedToken(Vectors.ps256)
    #expect(try rs.claims(verifiedBy: set(rsa("RS256"))).text("sub") == "a")
    #expect(try rs.claims(verifiedBy: set(rsa(nil))).text("sub") == "a")
    #expect(try ps.claims(verifiedBy: set(rsa("PS256"))).text("sub") == "a")
    let keys = try set(rsa("RS256"))
    #expect(throws: JOSEError.algorithmRefused) { try ps.claims(verifiedBy: keys) }
    let others = try set(rsa("PS256"))
    #expect(throws: JOSEError.algorithmRefused) { try rs.claims(verifiedBy: others) }
    let short = try SignedToken(Vectors.ps256WithShortSalt)
    #expect(throws: JOSEError.signatureRefused) { try short.claims(verifiedBy: others) }
  }

  @Test("a token that names its key gets that one, or none")
  func names() throws {
    let token = try SignedToken(Vectors.rs256)
    let stranger = try set(rsa("RS256", id: "q"))
    #expect(throws: JOSEError.unknownKey) { try token.claims(verifiedBy: stranger) }
    let nameless = try set(Vectors.a2Key)
    #expect(throws: JOSEError.unknownKey) { try token.claims(verifiedBy: nameless) }
    let both = try set(rsa("RS256", id: "q"), rsa("RS256"), Vectors.a3Key)
    #expect(try token.claims(verifiedBy: both).text("sub") == "a")
    let twice = try set(rsa("RS256"), rsa("RS256"))
    #expect(throws: JOSEError.unknownKey) { try token.claims(verifiedBy: twice) }
  }

  @Test("a token without name is for the only key of its algorithm")
  func withoutName() throws {
    let token = try SignedToken(Vectors.a2Token)
    #expect(try token.content(verifiedBy: set(Vectors.a2Key, Vectors.a3Key)).count == 70)
    let two = try set(Vectors.a2Key, rsa("RS256"))
    #expect(throws: JOSEError.unknownKey) { try token.content(verifiedBy: two) }
    let none = try set()
    #expect(throws: JOSEError.unknownKey) { try token.content(verifiedBy: none) }
  }

  @Test("a header that asks for an extension is refused")
  func critical() {
    #expect(throws: JOSEError.criticalExtension) { try SignedToken(Vectors.critical) }
  }

  @Test(
    "what is not three parts of base64url, nor a header, is refused",
    arguments: [
      "", ".", "..", "a.b", "e30.e30.e30.e30", "e30=.e30.", "e3 0.e30.", "W10.e30.", "eyJ.e30.",
      "eyJhbGciOiJSUzI1NiIsImFsZyI6Im5vbmUifQ.e30.", "eyJhbGciOiJSUzI1NiIsImtpZCI6MX0.e30.",
      "e30.e30.+///",
    ],
  )
  func malformed(_ text: String) {
    #expect(throws: JOSEError.self) { try SignedToken(text) }
  }

  @Test("tokens and sets have a length")
  func lengths() throws {
    let long = String(repeating: "a", count: SignedToken.lengthLimit)
    #expect(throws: JOSEError.malformed) { try SignedToken(long) }
    #expect(throws: JOSEError.tooLong) { try SignedToken(long + "a") }
    let blank = [UInt8](repeating: 0x20, count: JSONWebKeySet.sizeLimit + 1)
    #expect(throws: JOSEError.tooLong) { try JSONWebKeySet(parsing: blank) }
    let many = Array(repeating: Vectors.a3Key, count: JSONWebKeySet.countLimit)
    #expect(try set(many).keys.count == JSONWebKeySet.countLimit)
    #expect(throws: JOSEError.tooLong) { try set(many + [Vectors.a3Key]) }
  }

  @Test("claims have one type; a time loses what follows its point")
  func claims() throws {
    let claims = try SignedToken(Vectors.rs256).claims(verifiedBy: set(rsa("RS256")))
    #expect(claims.seconds("exp") == 1_700_000_000)
    #expect(claims.texts("aud") == ["x", "y"])
    #expect(claims.texts("sub") == ["a"])
    #expect(claims.text("aud") == nil)
    #expect(claims.bool("email_verified") == true)
    #expect(claims.seconds("sub") == nil)
    #expect(!claims.has("nonce"))
  }
}

/// A key of 2 048 bits called « p ».
private func rsa(_ algorithm: String?, id: String = "p") -> String {
  let name = algorithm.map { "\"alg\":\"\($0)\"," } ?? ""
  return "{\"kty\":\"RSA\",\"kid\":\"\(id)\",\(name)\"n\":\"\(Vectors.modulus)\",\"e\":\"AQAB\"}"
}

private func set(_ keys: String...) throws -> JSONWebKeySet { try set(keys) }

private func set(_ keys: [String]) throws -> JSONWebKeySet {
  try JSONWebKeySet(parsing: Array("{\"keys\":[\(keys.joined(separator: ","))]}".utf8))
}
