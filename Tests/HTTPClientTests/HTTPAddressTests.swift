import HTTPClient
import Testing

struct HTTPAddressTests {
  @Test(
    "addresses are absolute, over HTTP, without user, fragment or odd character",
    arguments: [
      "", "/a", "example.org", "ftp://example.org/", "file:///etc/passwd", "http://", "https:///a",
      "https:/a", "https:a",
      "https://a@example.org/", "https://a:b@example.org/", "https://example.org/#a",
      "https://example.org/é", "https://example.org/a b", "https://example.org\\@example.net/",
      "https://example.org/\r\nX: a", "https://example.org:99999/", "javascript:alert(1)",
    ],
  )
  func refused(_ text: String) {
    #expect(HTTPAddress(text) == nil)
  }

  @Test("an address knows its host, whether it is secret, and whether it leaves the machine")
  func parts() throws {
    let address = try #require(HTTPAddress("HTTPS://Cas.Example.org:8443/a?b=c"))
    #expect(address.host == "cas.example.org")
    #expect(address.isSecure)
    #expect(!address.isLoopback)
    #expect(address.appending(query: [("d", "é")]).hasSuffix("/a?b=c&d=%C3%A9"))
    for text in ["http://127.0.0.1:80/", "http://[::1]/", "http://localhost"] {
      let address = try #require(HTTPAddress(text))
      #expect(address.isLoopback)
      #expect(!address.isSecure)
    }
    #expect(HTTPAddress("http://127.0.0.1.example.org/")?.isLoopback == false)
  }
}
