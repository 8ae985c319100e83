internal import HTTPServer

extension HTTPResponse {
  /// A file to be kept by whoever asks.
  static func fichier(
    _ octets: [UInt8],
    nom: String,
    type: String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ) -> HTTPResponse {
    var reponse = HTTPResponse(.ok, .bytes(octets), mediaType: type)
    let code = nom.utf8.reduce(into: "") { texte, octet in
      let estSimple =
        octet < 0x80
        && (Character(Unicode.Scalar(octet)).isLetter
          || Character(Unicode.Scalar(octet)).isNumber || octet == 0x2D || octet == 0x2E)
      let chiffres = String(octet, radix: 16, uppercase: true)
      texte += estSimple ? String(Unicode.Scalar(octet)) : "%" + (octet < 16 ? "0" : "") + chiffres
    }
    reponse.headers.add("content-disposition", "attachment; filename*=UTF-8''\(code)")
    return reponse
  }
}
