internal import Actes
internal import HTTPServer

extension FeuilleRecue {
  /// Larger than any sheet that people fill in, small enough to come back in a form.
  private static let limite = 4 << 20

  /// The file that was chosen, or the one that the page of confirmation sends back.
  init?(_ formulaire: HTTPForm) {
    if let fichier = formulaire.file("feuille"), fichier.count <= Self.limite {
      self.init(nom: fichier.fileName, octets: fichier.bytes())
    } else if let nom = formulaire["nom"],
      let gardes = formulaire["contenu"].flatMap(octets(deBase16:))
    {
      self.init(nom: nom, octets: gardes)
    } else {
      return nil
    }
  }

  /// The bytes in hexadecimal, as a hidden field carries them.
  var enBase16: String {
    let chiffres = Array("0123456789abcdef".utf8)
    var texte: [UInt8] = []
    texte.reserveCapacity(2 * octets.count)
    for octet in octets {
      texte.append(chiffres[Int(octet >> 4)])
      texte.append(chiffres[Int(octet & 15)])
    }
    return String(decoding: texte, as: UTF8.self)
  }
}

/// Bytes written in hexadecimal.
private func octets(deBase16 texte: String) -> [UInt8]? {
  let chiffres = texte.utf8.map { octet -> UInt8? in
    switch octet {
    case 0x30...0x39: octet - 0x30
    case 0x61...0x66: octet - 0x57
    case _: nil
    }
  }
  guard chiffres.count.isMultiple(of: 2) else { return nil }
  var octets: [UInt8] = []
  for rang in stride(from: 0, to: chiffres.count, by: 2) {
    guard let haut = chiffres[rang], let bas = chiffres[rang + 1] else { return nil }
    octets.append(haut << 4 | bas)
  }
  return octets
}
