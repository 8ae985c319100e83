internal import HTTPServer
internal import Text

extension HTTPResponse {
  /// A file to be kept by whoever asks.
  static func fichier(
    _ octets: [UInt8],
    nom: String,
    type: String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ) -> HTTPResponse {
    disposer("attachment", octets, nom, type)
  }

  /// A file to be looked at.
  static func apercu(_ octets: [UInt8], nom: String, type: String) -> HTTPResponse {
    disposer("inline", octets, nom, type)
  }

  /// Under its name as it is written, and without accents for those who read no other (RFC 6266).
  private static func disposer(
    _ disposition: String,
    _ octets: [UInt8],
    _ nom: String,
    _ type: String,
  ) -> HTTPResponse {
    var reponse = HTTPResponse(.ok, .bytes(octets), mediaType: type)
    reponse.headers.add(
      "content-disposition",
      "\(disposition); filename=\"\(enASCII(nom))\"; filename*=UTF-8''\(enPourCent(nom))",
    )
    return reponse
  }

  private static func enPourCent(_ nom: String) -> String {
    nom.utf8.reduce(into: "") { texte, octet in
      let chiffres = String(octet, radix: 16, uppercase: true)
      texte +=
        octet.estSimple
        ? String(Unicode.Scalar(octet)) : "%" + (octet < 16 ? "0" : "") + chiffres
    }
  }

  /// Letters without accents, figures, hyphens and points.
  private static func enASCII(_ nom: String) -> String {
    nom.folded.split { $0 != "." && !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .joined(separator: "-").replacing("-.", with: ".")
  }
}

extension UInt8 {
  fileprivate var estSimple: Bool {
    let signe = Character(Unicode.Scalar(self))
    return self < 0x80 && (signe.isLetter || signe.isNumber || self == 0x2D || self == 0x2E)
  }
}
