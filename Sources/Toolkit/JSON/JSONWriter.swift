extension JSONNode {
  /// The value as JSON text, two spaces a level; short containers of plain values stay on a line.
  public func rendered() -> String {
    var output = ""
    write(to: &output, indent: 0)
    output += "\n"
    return output
  }

  /// The value as JSON text on one line, without any space: one text for one value.
  public func compact() -> String {
    var output = ""
    writeCompact(to: &output)
    return output
  }

  private func writeCompact(to output: inout String) {
    switch value {
    case .null, .bool, .number, .string: write(to: &output, indent: 0)
    case .array(let nodes):
      output += "["
      for (index, node) in nodes.enumerated() {
        if index > 0 { output += "," }
        node.writeCompact(to: &output)
      }
      output += "]"
    case .object(let members):
      output += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { output += "," }
        Self.write(member.key, to: &output)
        output += ":"
        member.node.writeCompact(to: &output)
      }
      output += "}"
    }
  }

  private func write(to output: inout String, indent: Int) {
    switch value {
    case .null: output += "null"
    case .bool(let flag): output += flag ? "true" : "false"
    case .number(let literal): output += literal
    case .string(let text): Self.write(text, to: &output)
    case .array(let nodes):
      writeContainer("[", "]", nodes.map { (nil, $0) }, to: &output, indent: indent)
    case .object(let members):
      writeContainer("{", "}", members.map { ($0.key, $0.node) }, to: &output, indent: indent)
    }
  }

  private func writeContainer(
    _ open: String,
    _ close: String,
    _ items: [(key: String?, node: JSONNode)],
    to output: inout String,
    indent: Int,
  ) {
    let inline = items.count <= 8 && items.allSatisfy { $0.node.isPlain }
    let separator = inline ? " " : "\n" + String(repeating: "  ", count: indent + 1)
    output += open
    for (index, item) in items.enumerated() {
      if index > 0 { output += "," }
      if !(inline && index == 0 && open == "[") { output += separator }
      if let key = item.key {
        Self.write(key, to: &output)
        output += ": "
      }
      item.node.write(to: &output, indent: indent + 1)
    }
    if inline {
      output += open == "{" && !items.isEmpty ? " " : ""
    } else {
      output += "\n" + String(repeating: "  ", count: indent)
    }
    output += close
  }

  /// Whether the value stands on one line: numbers, words and short texts.
  private var isPlain: Bool {
    switch value {
    case .null, .bool, .number: true
    case .string(let text): text.utf8.count <= 24
    case .array(let nodes): nodes.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  private static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\t": output += "\\t"
      case "\r": output += "\\r"
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
