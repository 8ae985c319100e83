/// The parts of a message, one in another.
indirect enum MailPart {
  case text(String, subtype: String)
  case attachment(MailAttachment)
  case several(String, [MailPart])

  /// Writes the head of the part, an empty line and its content, at its depth in other parts.
  func write(_ output: inout MailWriter, depth: Int = 0) {
    switch self {
    case .text(let text, let subtype):
      output.header("Content-Type", "text/\(subtype); charset=utf-8")
      output.header("Content-Transfer-Encoding", "quoted-printable")
      output.line("")
      output.bytes += QuotedPrintable.encoded(text)
    case .attachment(let file):
      output.header("Content-Type", folded: file.kind.text.split(separator: " ").map(String.init))
      output.header("Content-Transfer-Encoding", "base64")
      output.header(
        "Content-Disposition",
        folded: ["attachment;"] + FileName.parameters(file.name),
      )
      output.line("")
      output.base64(file.bytes)
    case .several(let subtype, let parts):
      writeSeveral(parts, subtype, &output, depth)
    }
  }

  /// A boundary holds « =_ », which neither quoted-printable nor base64 ever gives.
  private func writeSeveral(
    _ parts: [MailPart],
    _ subtype: String,
    _ output: inout MailWriter,
    _ depth: Int,
  ) {
    let boundary = "=_part_\(depth)"
    output.header("Content-Type", "multipart/\(subtype); boundary=\"\(boundary)\"")
    output.line("")
    for part in parts {
      output.line("--\(boundary)")
      part.write(&output, depth: depth + 1)
      output.line("")
    }
    output.line("--\(boundary)--")
  }
}
