import HTML
import Testing
import Text

/// Exact markup, one line each.
@Suite struct HTMLTests {
  @Test("a text is escaped between tags")
  func text() {
    #expect(
      p { "a < b && c > d \"e\" 'f'" }.markup == "<p>a &lt; b &amp;&amp; c &gt; d \"e\" 'f'</p>"
    )
    #expect(p { "Éléonore 🎓 « ça »" }.markup == "<p>Éléonore 🎓 « ça »</p>")
    #expect(p { "a\n\tb" }.markup == "<p>a\n\tb</p>")
    #expect(p { "a\0b\u{1B}c\u{7F}" }.markup == "<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}</p>")
    #expect(p { "a\rb" }.markup == "<p>a&#13;b</p>")
    #expect(p { frenchSpacing("Quoi ?") }.markup == "<p>Quoi\u{A0}?</p>")
  }

  @Test("the value of an attribute cannot end it")
  func attribute() {
    #expect(input(.value("\"><script>")).markup == "<input value=\"&quot;&gt;&lt;script&gt;\">")
    #expect(
      input(.value("l’été\n« 🎓 » & 'b'")).markup == "<input value=\"l’été\n« 🎓 » &amp; 'b'\">"
    )
    #expect(input(.value("")).markup == "<input value=\"\">")
    #expect(
      div(.data("nom", "a\"b"), .aria("label", "<c>")) {}.markup
        == "<div data-nom=\"a&quot;b\" aria-label=\"&lt;c&gt;\"></div>"
    )
  }

  @Test("an attribute without value is there or not")
  func flags() {
    #expect(
      input(.checked, .disabled(false), .required(true)).markup == "<input checked required>"
    )
    #expect(td(.class("a").when(false), .colSpan(2)) { "b" }.markup == "<td colspan=\"2\">b</td>")
  }

  @Test("elements hold elements, in order")
  func nested() {
    let list = ul {
      for word in ["a", "b"] { li { ol { li { word } } } }
      if Bool(true) { li { "c" } } else { li(.class("d")) { "e" } }
      Optional<String>.none
      AnyHTML("f")
    }
    #expect(
      list.markup
        == "<ul><li><ol><li>a</li></ol></li><li><ol><li>b</li></ol></li><li>c</li>f</ul>"
    )
  }

  @Test("elements that hold nothing are not closed")
  func void() {
    #expect(
      p {
        "a"
        br()
        img(.src("/a.png"), .alt(""))
      }.markup
        == "<p>a<br><img src=\"/a.png\" alt=\"\"></p>"
    )
  }

  @Test("raw markup is written as it is, and only it")
  func raw() {
    #expect(
      div {
        RawHTML(trusted: "<b>&amp;</b>")
        "<b>"
      }.markup == "<div><b>&amp;</b>&lt;b&gt;</div>"
    )
  }

  @Test("a script holds data that cannot close it")
  func scripts() {
    #expect(
      Script(json: "{\"a\":\"</script>\"}", id: "d").markup
        == "<script type=\"application/json\" id=\"d\">{\"a\":\"\\u003C/script>\"}</script>"
    )
    #expect(Script("/a.js").markup == "<script src=\"/a.js\" defer></script>")
    #expect(Script(trusted: "a < b", nonce: "n").markup == "<script nonce=\"n\">a < b</script>")
  }

  @Test("a page begins with its type and its language")
  func document() {
    let page = HTMLDocument {
      title { "A & B" }
    } body: {
      h1 { "A" }
    }
    #expect(
      page.markup == "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\">"
        + "<title>A &amp; B</title></head><body><h1>A</h1></body></html>"
    )
  }

  @Test(
    "an address that runs nothing and leads where it says is taken",
    arguments: [
      "/", "/a?b=c&d#e", "?page=2", "#haut", "https://a.example/b", "HTTPS://a",
      "mailto:a@b.example", "tel:+33", "webcal://a.example/b.ics",
    ],
  )
  func safe(_ text: String) throws {
    let url = try #require(SafeURL(text))
    #expect(url.text == text)
  }

  @Test(
    "any other address is refused",
    arguments: [
      "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:a",
      "\u{1}javascript:a", "data:text/html,a", "vbscript:a", "//ailleurs.example",
      "/\\ailleurs.example",
      "\\\\ailleurs", "a/b", "a:b", "blob:a", "file:///etc", "https:", "http:/a", "/a b", "/\ta",
    ],
  )
  func unsafe(_ text: String) {
    #expect(SafeURL(text) == nil)
  }

  @Test("addresses are escaped like other values")
  func href() {
    #expect(
      a(.href("/a?b=1&c=\"2\"")) { "d" }.markup == "<a href=\"/a?b=1&amp;c=&quot;2&quot;\">d</a>"
    )
  }
}
