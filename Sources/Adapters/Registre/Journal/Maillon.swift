internal import Actes
internal import Hashing
internal import JSON
internal import Scolarite

/// An entry of the journal with what chains it to the one before.
///
/// The content is committed by the hash of a random salt and its text: erasing both leaves the
/// chain whole and the content beyond guessing.
struct Maillon {
  let etablissement: Int64
  let numero: Int64
  let horodatage: Int64
  let auteur: Int64?
  let acte: String
  let objet: String
  let sujet: Int64?
  let sel: [UInt8]
  let contenu: String
  let precedente: [UInt8]
  let engagement: [UInt8]
  let empreinte: [UInt8]

  static let tailleDuSel = 16

  init(
    etablissement: Int64,
    numero: Int64,
    horodatage: Int64,
    auteur: Int64?,
    acte: String,
    objet: String,
    sujet: Int64?,
    sel: [UInt8],
    contenu: String,
    precedente: [UInt8],
  ) {
    self.etablissement = etablissement
    self.numero = numero
    self.horodatage = horodatage
    self.auteur = auteur
    self.acte = acte
    self.objet = objet
    self.sujet = sujet
    self.sel = sel
    self.contenu = contenu
    self.precedente = precedente
    engagement = Self.engagement(sel, contenu)
    empreinte = Self.empreinte(
      [
        String(etablissement), String(numero), String(horodatage), auteur.map(String.init) ?? "",
        acte, objet, sujet.map(String.init) ?? "", Hexadecimal.text(engagement),
        Hexadecimal.text(precedente),
      ]
    )
  }

  /// What commits to a content.
  static func engagement(_ sel: [UInt8], _ contenu: String) -> [UInt8] {
    SHA256.digest(sel + Array(contenu.utf8))
  }

  /// The hash of an entry: its fields, each with its length before it.
  static func empreinte(_ champs: [String]) -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(512)
    for champ in ["delibere-journal-1"] + champs {
      octets.append(contentsOf: String(champ.utf8.count).utf8)
      octets.append(UInt8(ascii: ":"))
      octets.append(contentsOf: champ.utf8)
    }
    return SHA256.digest(octets)
  }
}

extension Faits {
  /// The facts as JSON, in their order: one text for the same facts.
  var texteJSON: String { json.compact() }

  fileprivate var json: JSONNode {
    JSONNode(.object(champs.map { JSONNode.Member($0.nom, $0.valeur.json) }))
  }
}

extension Faits.Valeur {
  fileprivate var json: JSONNode {
    switch self {
    case .vide: nil
    case .texte(let texte): JSONNode(.string(texte))
    case .entier(let entier): JSONNode(.number(literal: String(entier)))
    case .nombre(let nombre): JSONNode(.number(literal: nombre.litteralJSON))
    case .verdict(let verdict): JSONNode(.bool(verdict))
    case .liste(let valeurs): JSONNode(.array(valeurs.map(\.json)))
    case .faits(let faits): faits.json
    }
  }
}
