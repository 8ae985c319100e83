import Testing

@testable import HTTPServer

/// The values that requests and answers are made of.
@Suite struct ValueTests {
  @Test(
    "a path is written as it is read",
    arguments: ["/", "/a", "/a/", "/a%20b/%C3%A9", "/a%2Bb/~-._"],
  )
  func path(_ text: String) throws {
    #expect(try #require(HTTPPath(parsing: text)).description == text)
  }

  @Test(
    "a path that could be understood in two ways is none",
    arguments: [
      "", "a", "//a", "/a//b", "/.", "/a/..", "/%2e%2e", "/a%5Cb", "/a\\b", "/%0A", "/%",
    ],
  )
  func noPath(_ text: String) {
    #expect(HTTPPath(parsing: text) == nil)
  }

  @Test("a path has a bounded length and depth")
  func bounds() {
    #expect(HTTPPath(parsing: "/" + String(repeating: "a", count: 4_095)) != nil)
    #expect(HTTPPath(parsing: "/" + String(repeating: "a", count: 4_096)) == nil)
    #expect(HTTPPath(parsing: String(repeating: "/a", count: 64)) != nil)
    #expect(HTTPPath(parsing: String(repeating: "/a", count: 65)) == nil)
  }

  @Test("cookies are read; one that came twice is not ours to choose")
  func cookies() {
    let cookies = HTTPCookies(parsing: ["a=1; b=\"2\" ;c = 3;d=é; =x; e", "f=; a=4"])
    #expect(cookies["a"] == nil && cookies["b"] == "2" && cookies["c"] == "3")
    #expect(cookies["d"] == nil && cookies["e"] == nil && cookies["f"] == "")
  }

  @Test("a cookie is written with all that protects it")
  func cookie() throws {
    let cookie = try #require(HTTPCookie("__Host-session", "abc", maxAge: .seconds(3_600)))
    #expect(
      cookie.header
        == "__Host-session=abc; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax"
    )
    let plain = HTTPCookie(
      "a",
      "",
      path: "/b",
      sameSite: .strict,
      isSecure: false,
      isHTTPOnly: false,
    )
    #expect(plain?.header == "a=; Path=/b; SameSite=Strict")
    #expect(HTTPCookie("a", "b", sameSite: .none, isSecure: false)?.isSecure == true)
    #expect(HTTPCookie("a", "b;c") == nil && HTTPCookie("a", "b\r\nc") == nil)
    #expect(HTTPCookie("a", "b", path: "/;") == nil)
    #expect(HTTPCookie("__Host-a", "b", path: "/c") == nil)
  }

  @Test("no value opens another header")
  func injection() {
    var headers = HTTPHeaders()
    headers.add("location", "/a\r\nSet-Cookie: b=c\0")
    #expect(headers["location"] == "/a  Set-Cookie: b=c ")
  }

  @Test("the address is that of the last machine that is not a proxy of ours")
  func proxies() throws {
    let proxy = try #require(IPAddress("10.1.2.3"))
    let stranger = try #require(IPAddress("198.51.100.7"))
    let proxies = TrustedProxies([try #require(IPRange("10.0.0.0/8"))])
    var headers = HTTPHeaders()
    headers.add("x-forwarded-for", "203.0.113.9, 192.0.2.1,10.9.9.9")
    headers.add("x-forwarded-proto", "https")
    #expect(proxies.client(peer: proxy, headers) == IPAddress("192.0.2.1"))
    #expect(proxies.client(peer: stranger, headers) == stranger)
    #expect(proxies.isSecure(peer: proxy, headers) && !proxies.isSecure(peer: stranger, headers))
    headers.set("x-forwarded-for", "192.0.2.1, n’importe quoi")
    #expect(proxies.client(peer: proxy, headers) == proxy)
  }

  @Test("addresses and ranges are read, IPv6 too")
  func addresses() throws {
    #expect(IPAddress("::ffff:192.0.2.1")?.description == "192.0.2.1")
    #expect(IPAddress("2001:db8::1:2:3:4")?.network.description == "2001:db8::")
    #expect(IPAddress("192.0.2.256") == nil && IPRange("10.0.0.0/33") == nil)
    let range = try #require(IPRange("10.16.0.0/12"))
    #expect(range.contains(try #require(IPAddress("10.31.255.255"))))
    #expect(!range.contains(try #require(IPAddress("10.32.0.0"))))
    #expect(try #require(IPRange("::/0")).contains(try #require(IPAddress("2001:db8::1"))))
  }

  @Test("a page that the browser has already is not sent again")
  func tagged() throws {
    let path = try #require(HTTPPath(parsing: "/"))
    let tag = ETag(of: [1, 2, 3])
    let page = HTTPResponse.html([1, 2, 3])
    for (header, status) in [
      (tag.text, HTTPStatus.notModified), ("W/\(tag.text)", .notModified), ("*", .notModified),
      ("\"a\" , \(tag.text)", .notModified), ("\"a\"", .ok),
    ] {
      var headers = HTTPHeaders()
      headers.add("if-none-match", header)
      let request = HTTPRequest(.get, path, headers: headers)
      #expect(page.tagged(tag, for: request).status == status, "\(header)")
    }
  }

  @Test("a file of the site has the name of its content, and is kept for ever")
  func assets() throws {
    let folder = try #require(HTTPPath(parsing: "/statique"))
    let assets = StaticAssets(
      under: folder,
      [
        StaticAsset("site.css", mediaType: "text/css", Array("a{}".utf8))
      ],
    )
    let path = try #require(assets["site.css"])
    #expect(path.description == "/statique/site.9c7a8ea3cd60c2d6.css" || path.segments.count == 2)
    let response = try #require(assets.response(to: HTTPRequest(.get, path)))
    #expect(response.headers["cache-control"] == "public, max-age=31536000, immutable")
    #expect(response.headers["content-type"] == "text/css")
    #expect(assets.response(to: HTTPRequest(.post, path)) == nil)
    let plain = try #require(HTTPPath(parsing: "/statique/site.css"))
    #expect(assets.response(to: HTTPRequest(.get, plain)) == nil)
    #expect(assets["autre.css"] == nil)
  }

  @Test("a bucket gives what it holds, then one more each interval")
  func bucket() {
    let limiter = RateLimiter(burst: 3, interval: .seconds(10))
    let start = ContinuousClock.now
    for _ in 0..<3 { #expect(limiter.take("a", at: start) == .allowed) }
    #expect(limiter.take("a", at: start) == .refused(retryAfter: .seconds(10)))
    #expect(limiter.take("b", at: start) == .allowed)
    let justBefore = start + .seconds(10) - .nanoseconds(1)
    #expect(limiter.take("a", at: justBefore) == .refused(retryAfter: .nanoseconds(1)))
    #expect(limiter.take("a", at: start + .seconds(10)) == .allowed)
    #expect(limiter.take("a", at: start + .seconds(10)) == .refused(retryAfter: .seconds(10)))
    for _ in 0..<3 { #expect(limiter.take("a", at: start + .seconds(1_000)) == .allowed) }
  }

  @Test("buckets are bounded in number, and the latest are kept")
  func boundedBuckets() {
    let limiter = RateLimiter(burst: 1, interval: .seconds(1_000), keys: 100)
    let now = ContinuousClock.now
    for rank in 0..<1_000 { _ = limiter.take("\(rank)", at: now) }
    #expect(limiter.count <= 100)
    #expect(limiter.take("999", at: now) != .allowed)
    #expect(limiter.take("0", at: now) == .allowed)
  }
}
