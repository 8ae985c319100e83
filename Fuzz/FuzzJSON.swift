import Echanges
import JSON
import Scolarite

/// Reads any text as JSON, with and without comments, and as a référentiel.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let text = String(decoding: bytes, as: UTF8.self)
  for comments in [false, true] {
    guard let node = try? JSONNode(parsing: text, comments: comments) else { continue }
    let rendered = node.rendered()
    let again = try? JSONNode(parsing: rendered)
    precondition(again?.rendered() == rendered)
  }
  _ = try? Referentiel(json: bytes)
  return 0
}
