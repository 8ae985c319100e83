/// What a document says of itself, in the form that libraries and readers look for (ISO 16684-1).
enum XMP {
  static func packet(_ info: PDFInfo) -> [UInt8] {
    var text = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:xmp="http://ns.adobe.com/xap/1.0/">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(info.title))</rdf:li>\
      <rdf:li xml:lang="\(info.language)">\(escaped(info.title))</rdf:li></rdf:Alt></dc:title>
      <dc:language><rdf:Bag><rdf:li>\(info.language)</rdf:li></rdf:Bag></dc:language>
      <xmp:CreateDate>\(info.created.text)</xmp:CreateDate>
      <xmp:ModifyDate>\(info.created.text)</xmp:ModifyDate>

      """
    if !info.author.isEmpty {
      text +=
        "<dc:creator><rdf:Seq><rdf:li>\(escaped(info.author))</rdf:li></rdf:Seq></dc:creator>\n"
    }
    if !info.subject.isEmpty {
      text += "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(info.subject))"
      text += "</rdf:li></rdf:Alt></dc:description>\n"
    }
    text += "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    return Array(text.utf8)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
