internal import CExpat

/// Builds the tree of one document; refuses document types, deep nesting and too many elements.
@safe
struct DocumentParser: ~Copyable {
  private let parser: OpaquePointer
  private let builder = TreeBuilder()

  init() throws(XMLError) {
    guard let created = unsafe XML_ParserCreateNS(nil, CChar(UInt8(ascii: " "))) else {
      throw .outOfMemory
    }
    unsafe parser = created
    // The parser ends with this value, which keeps the builder alive until then.
    unsafe XML_SetUserData(created, Unmanaged.passUnretained(builder).toOpaque())
    unsafe XML_SetElementHandler(
      created,
      { data, name, attributes in unsafe reached(data)?.start(name, attributes) },
      { data, _ in unsafe reached(data)?.end() },
    )
    unsafe XML_SetCharacterDataHandler(created) { data, text, count in
      unsafe reached(data)?.add(text, Int(count))
    }
    unsafe XML_SetStartDoctypeDeclHandler(created) { data, _, _, _, _ in
      unsafe reached(data)?.fail(.documentType)
    }
    builder.stop = { unsafe _ = XML_StopParser(created, 0) }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Parses a whole document.
  func parse(_ bytes: [UInt8]) throws(XMLError) -> XMLElement {
    let status = unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe XML_Parse(parser, start, Int32(buffer.count), 1)
    }
    if let fault = builder.fault { throw fault }
    guard status == XML_STATUS_OK, let root = builder.root else {
      throw .malformed(line: unsafe Int(clamping: XML_GetCurrentLineNumber(parser)))
    }
    return root
  }
}

private func reached(_ data: UnsafeMutableRawPointer?) -> TreeBuilder? {
  guard let data = unsafe data else { return nil }
  let builder = unsafe Unmanaged<TreeBuilder>.fromOpaque(data).takeUnretainedValue()
  return builder.fault == nil ? builder : nil
}

/// Turns what the C library calls into a tree, and keeps the first fault.
private final class TreeBuilder {
  private(set) var root: XMLElement?
  private(set) var fault: XMLError?
  private var open: [XMLElement] = []
  private var count = 0
  var stop: () -> Void = {}

  func start(
    _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?,
  ) {
    guard let name = unsafe name else { return }
    count += 1
    guard count <= XMLElement.countLimit else { return fail(.tooLong) }
    guard open.count < XMLElement.depthLimit else { return fail(.tooDeep) }
    var values: [String: String] = [:]
    var index = 0
    while let attributes = unsafe attributes, let key = unsafe attributes[index],
      let value = unsafe attributes[index + 1]
    {
      values[unsafe String(cString: key)] = unsafe String(cString: value)
      index += 2
    }
    open.append(XMLElement(joined: unsafe String(cString: name), attributes: values))
  }

  func end() {
    guard let element = open.popLast() else { return }
    guard let parent = open.indices.last else {
      root = element
      return
    }
    open[parent].children.append(element)
  }

  func add(_ text: UnsafePointer<CChar>?, _ count: Int) {
    guard let parent = open.indices.last, let text = unsafe text else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: count)
    open[parent].text += unsafe String(decoding: bytes, as: UTF8.self)
  }

  func fail(_ error: XMLError) {
    fault = error
    stop()
  }
}
