import Testing

@testable import HTTPServer

/// What forms are read as.
@Suite struct FormTests {
  private func form(
    _ body: String,
    type: String = "multipart/form-data; boundary=B",
    limits: HTTPFormLimits = HTTPFormLimits(),
  ) throws(HTTPFormError) -> HTTPForm {
    var headers = HTTPHeaders()
    headers.add("content-type", type)
    guard let path = HTTPPath(parsing: "/") else { throw .malformed }
    let request = HTTPRequest(.post, path, headers: headers, body: .bytes(Array(body.utf8)))
    return try HTTPForm(request, limits: limits)
  }

  @Test("fields keep their order, their repetitions and their accents")
  func urlEncoded() throws {
    let form = try form(
      "nom=%C3%89l%C3%A9onore+D%27A&choix=1&choix=2&vide=&&sans",
      type: "application/x-www-form-urlencoded; charset=UTF-8",
    )
    #expect(form["nom"] == "Éléonore D'A")
    #expect(form.fields.all("choix") == ["1", "2"])
    #expect(form["vide"] == "" && form["sans"] == "" && form["autre"] == nil)
  }

  @Test("parts are fields, or files with a name that leads nowhere")
  func parts() throws {
    let form = try form(
      "--B\r\nContent-Disposition: form-data; name=\"é%22\"\r\n\r\nligne 1\r\n--C\r\n--B\r\n"
        + "content-disposition: form-data; name=\"f\"; filename=\"..\\..\\a/b%22.csv\"\r\n"
        + "Content-Type: Text/CSV\r\n\r\na;b\r\n\r\n--B--"
    )
    #expect(form["é\""] == "ligne 1\r\n--C")
    let file = try #require(form.file("f"))
    #expect(file.fileName == "b\".csv" && file.mediaType == "text/csv")
    #expect(file.bytes() == Array("a;b\r\n".utf8))
  }

  @Test("no file was chosen: there is none")
  func noFile() throws {
    let form = try form(
      "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--B--\r\n"
    )
    #expect(form.file("f") == nil && form.files.count == 1)
  }

  @Test(
    "a form in parts is read whole or refused",
    arguments: [
      "", "--B", "--B--x", "--B\r\n", "x--B--", "--B\r\n\r\nabc\r\n--B--",
      "--B\r\nContent-Disposition: form-data\r\n\r\na\r\n--B--",
      "--B\r\nContent-Disposition: form-data; name=a\r\n\r\na\r\n--B--",
      "--B\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\na\r\n--B--",
      "--B\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\na\r\n--B--",
      "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\r\n--B",
      "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\r\n--B--\r\nrest",
      "--B\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\na\r\n--B--",
      "--B\r\nContent-Disposition : form-data; name=\"a\"\r\n\r\na\r\n--B--",
    ],
  )
  func refused(_ body: String) {
    #expect(throws: HTTPFormError.malformed) { try form(body) }
  }

  @Test("each limit is named")
  func limits() {
    let limits = HTTPFormLimits(fields: 2, fieldBytes: 5, files: 1, fileBytes: 3)
    let kind = "application/x-www-form-urlencoded"
    let file = "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"
    #expect(throws: HTTPFormError.tooManyFields(limit: 2)) {
      try form("a=1&b=2&c=3", type: kind, limits: limits)
    }
    #expect(throws: HTTPFormError.fieldTooLong(limit: 5)) {
      try form("a=123456", type: kind, limits: limits)
    }
    #expect(throws: HTTPFormError.fileTooLarge(limit: 3)) {
      try form(file + "1234\r\n--B--", limits: limits)
    }
    #expect(throws: HTTPFormError.tooManyFiles(limit: 1)) {
      try form(file + "1\r\n" + file + "2\r\n--B--", limits: limits)
    }
    #expect(throws: HTTPFormError.malformed) { try form("a=%2", type: kind) }
    #expect(throws: HTTPFormError.malformed) { try form("a=%FF", type: kind) }
    #expect(throws: HTTPFormError.unsupportedMediaType) {
      try form("{}", type: "application/json")
    }
    #expect(throws: HTTPFormError.malformed) { try form("", type: "multipart/form-data") }
    #expect(throws: HTTPFormError.malformed) {
      try form("", type: "multipart/form-data; boundary=\"a b\"")
    }
  }
}
