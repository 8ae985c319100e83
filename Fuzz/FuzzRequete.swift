import HTTPServer

/// Reads any bytes as what comes from a browser: form in parts, form or query, cookies, path.
///
/// What can be written again is read back the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRequete(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  lireParties(bytes)
  lireChamps(bytes)
  let text = String(decoding: bytes, as: UTF8.self)
  _ = HTTPCookies(parsing: [text])
  if let path = HTTPPath(parsing: text) {
    precondition(path.description.utf8.count > 12_288 || HTTPPath(path.segments) == path)
  }
  return 0
}

private let limits = HTTPFormLimits(fields: 50, fieldBytes: 1_000, files: 3, fileBytes: 4_000)

private func lireParties(_ bytes: [UInt8]) {
  guard let path = HTTPPath([]) else { preconditionFailure("the root is a path") }
  var headers = HTTPHeaders()
  headers.add("content-type", "multipart/form-data; boundary=B")
  let request = HTTPRequest(.post, path, headers: headers, body: .bytes(bytes))
  guard let form = try? HTTPForm(request, limits: limits) else { return }
  precondition(form.fields.items.count <= 50 && form.files.count <= 3)
  for file in form.files {
    precondition(file.bytes().count == file.count && file.count <= 4_000)
    precondition(!file.fileName.utf8.contains { $0 == 0x2F || $0 == 0x5C || $0 < 0x20 })
  }
}

private func lireChamps(_ bytes: [UInt8]) {
  guard let items = try? HTTPItems.parse(urlEncoded: bytes, limits: limits) else { return }
  precondition(items.items.count <= 50)
  let wide = HTTPFormLimits(fields: 50, fieldBytes: 4_000, files: 0, fileBytes: 0)
  let again = try? HTTPItems.parse(urlEncoded: items.encoded.utf8, limits: wide)
  precondition(again == items)
}
