internal import CExpat

/// Parses one part piece by piece; refuses document types, deep nesting and endless tags.
@safe
struct XMLParser: ~Copyable {
  private let parser: OpaquePointer
  private let receiver: XMLReceiver
  private var fed = 0

  init(part: String, _ handler: any XMLHandler) throws(SpreadsheetError) {
    guard let created = unsafe XML_ParserCreateNS(nil, CChar(UInt8(ascii: " "))) else {
      throw SpreadsheetError(.outOfMemory)
    }
    unsafe parser = created
    receiver = XMLReceiver(part: part, handler)
    // The parser ends with this value, which keeps the receiver alive until then.
    unsafe XML_SetUserData(created, Unmanaged.passUnretained(receiver).toOpaque())
    unsafe XML_SetElementHandler(
      created,
      { data, name, attributes in
        unsafe reached(data, name)?.start(name, attributes)
        unsafe stopIfNeeded(data)
      },
      { data, name in
        unsafe reached(data, name)?.end(name)
        unsafe stopIfNeeded(data)
      },
    )
    unsafe XML_SetCharacterDataHandler(created) { data, text, count in
      unsafe reached(data, text)?.text(text, Int(count))
      unsafe stopIfNeeded(data)
    }
    unsafe XML_SetStartDoctypeDeclHandler(created) { data, name, _, _, _ in
      unsafe reached(data, name)?.refuseDocumentType()
      unsafe stopIfNeeded(data)
    }
    receiver.stop = { unsafe _ = XML_StopParser(created, 0) }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Parses the next bytes; none ends the part.
  mutating func feed(_ bytes: [UInt8]) throws(SpreadsheetError) {
    let status = unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe XML_Parse(parser, start, Int32(buffer.count), bytes.isEmpty ? 1 : 0)
    }
    if let fault = receiver.fault { throw fault }
    guard status == XML_STATUS_OK else {
      let line = unsafe Int(clamping: XML_GetCurrentLineNumber(parser))
      throw SpreadsheetError(.malformedXML(part: receiver.part, line: line))
    }
    fed += bytes.count
    // What is not consumed yet would be parsed again with each piece.
    let consumed = unsafe XML_GetCurrentByteIndex(parser)
    try SpreadsheetLimit.tagLength.check(bytes.isEmpty ? 0 : fed - max(consumed, 0))
  }
}

/// What the callbacks of the parser reach, beside the pointer that C gives them.
private func reached(
  _ data: UnsafeMutableRawPointer?,
  _ content: UnsafePointer<CChar>?,
) -> XMLReceiver? {
  guard let data = unsafe data, unsafe content != nil else { return nil }
  let receiver = unsafe Unmanaged<XMLReceiver>.fromOpaque(data).takeUnretainedValue()
  return receiver.fault == nil ? receiver : nil
}

private func stopIfNeeded(_ data: UnsafeMutableRawPointer?) {
  guard let data = unsafe data else { return }
  let receiver = unsafe Unmanaged<XMLReceiver>.fromOpaque(data).takeUnretainedValue()
  if receiver.fault != nil { receiver.stop() }
}

/// Turns what the C library calls into names and texts, and keeps the first fault.
private final class XMLReceiver {
  let part: String
  private let handler: any XMLHandler
  private(set) var fault: SpreadsheetError?
  private var depth = 0
  /// The names met so far, of which a part has few different ones.
  private var names: [String: XMLName] = [:]
  var stop: () -> Void = {}

  private static let rememberedNames = 1024

  init(part: String, _ handler: any XMLHandler) {
    self.part = part
    self.handler = handler
  }

  func start(
    _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?,
  ) {
    guard let name = unsafe name else { return }
    var values: [XMLName: String] = [:]
    var index = 0
    while let attributes = unsafe attributes, let key = unsafe attributes[index],
      let value = unsafe attributes[index + 1]
    {
      values[unsafe self.name(key)] = unsafe String(cString: value)
      index += 2
    }
    let element = unsafe self.name(name)
    keep { () throws(SpreadsheetError) in
      depth += 1
      try SpreadsheetLimit.depth.check(depth)
      try handler.start(element, values)
    }
  }

  func end(_ name: UnsafePointer<CChar>?) {
    guard let name = unsafe name else { return }
    depth -= 1
    let element = unsafe self.name(name)
    keep { () throws(SpreadsheetError) in try handler.end(element) }
  }

  func text(_ text: UnsafePointer<CChar>?, _ count: Int) {
    guard handler.wantsText, let text = unsafe text else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: count)
    let piece = unsafe String(decoding: bytes, as: UTF8.self)
    keep { () throws(SpreadsheetError) in try handler.text(piece) }
  }

  func refuseDocumentType() { fault = SpreadsheetError(.documentType(part: part)) }

  private func keep(_ body: () throws(SpreadsheetError) -> Void) {
    do throws(SpreadsheetError) { try body() } catch { fault = error }
  }

  private func name(_ pointer: UnsafePointer<CChar>) -> XMLName {
    let text = unsafe String(cString: pointer)
    if let known = names[text] { return known }
    let name = XMLName(joined: text)
    if names.count < Self.rememberedNames { names[text] = name }
    return name
  }
}
