internal import Hashing
internal import JSON
internal import SQL

/// An entry as the base holds it, its hashes not yet believed.
struct EntreeChainee {
  let etablissement: Int64
  let numero: Int64
  let horodatage: Int64
  let auteur: Int64?
  let acte: String
  let objet: String
  let sujet: Int64?
  let engagement: [UInt8]
  let precedente: [UInt8]
  let empreinte: [UInt8]
  /// The salt and the text; `nil` once erased.
  let contenu: (sel: [UInt8], texte: String)?

  /// The whole journal of an establishment, in order.
  static let requete: SQLText = """
    SELECT j.etablissement, j.numero, j.horodatage, j.auteur, j.acte, j.objet, j.sujet,
      j.engagement, j.precedente, j.empreinte, c.sel, c.contenu
    FROM journal j LEFT JOIN journal_contenu c
      ON c.etablissement = j.etablissement AND c.numero = j.numero
    WHERE j.etablissement = ?1 ORDER BY j.numero
    """

  init(_ ligne: any SQLRow) {
    etablissement = ligne.integer(0)
    numero = ligne.integer(1)
    horodatage = ligne.integer(2)
    auteur = ligne.optionalInteger(3)
    acte = ligne.text(4)
    objet = ligne.text(5)
    sujet = ligne.optionalInteger(6)
    engagement = ligne.blob(7)
    precedente = ligne.blob(8)
    empreinte = ligne.blob(9)
    contenu = ligne.isNull(11) ? nil : (ligne.blob(10), ligne.text(11))
  }

  /// Whether the content is the one that the entry commits to; an erased one cannot differ.
  var tientSonContenu: Bool {
    guard let contenu else { return true }
    return Maillon.engagement(contenu.sel, contenu.texte) == engagement
  }

  /// Whether the hash of the entry is that of its fields.
  var tientSonEmpreinte: Bool {
    let calculee = Maillon.empreinte(
      [
        String(etablissement), String(numero), String(horodatage), auteur.map(String.init) ?? "",
        acte, objet, sujet.map(String.init) ?? "", Hexadecimal.text(engagement),
        Hexadecimal.text(precedente),
      ]
    )
    return calculee == empreinte
  }

  /// The entry as one line of JSON, with all that a checker needs.
  var ligneJSON: String {
    func entier(_ valeur: Int64?) -> JSONNode { valeur.map { .number(String($0)) } ?? nil }
    func octets(_ valeur: [UInt8]?) -> JSONNode {
      valeur.map { .string(Hexadecimal.text($0)) } ?? nil
    }
    return JSONNode(
      .object([
        .init("etablissement", entier(etablissement)), .init("numero", entier(numero)),
        .init("horodatage", entier(horodatage)), .init("auteur", entier(auteur)),
        .init("acte", .string(acte)), .init("objet", .string(objet)),
        .init("sujet", entier(sujet)), .init("engagement", octets(engagement)),
        .init("precedente", octets(precedente)), .init("empreinte", octets(empreinte)),
        .init("sel", octets(contenu?.sel)),
        .init("contenu", contenu.map { .string($0.texte) } ?? nil),
      ])
    ).compact()
  }
}
