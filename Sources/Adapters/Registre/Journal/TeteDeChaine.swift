public import Actes
internal import Hashing
internal import JSON
internal import SQL

/// The last entry of an establishment's journal: kept elsewhere, it shows that nothing before it
/// was changed or cut off since.
public struct TeteDeChaine: Hashable, Sendable {
  /// The code of the establishment.
  public let etablissement: String
  /// 0 for a journal without any entry.
  public let numero: Int64
  /// The hash of the entry, in hexadecimal.
  public let empreinte: String
  /// When it was written; `nil` for a journal without any entry.
  public let horodatage: Horodatage?

  public init(
    etablissement: String,
    numero: Int64,
    empreinte: String,
    horodatage: Horodatage?,
  ) {
    self.etablissement = etablissement
    self.numero = numero
    self.empreinte = empreinte
    self.horodatage = horodatage
  }

  /// The heads of a base, in the order of the establishments.
  static func lire(_ connexion: any SQLConnection) throws -> [TeteDeChaine] {
    try connexion.rows(
      """
      SELECT e.code, c.dernier, c.empreinte, j.horodatage FROM chaine c
      JOIN etablissement e ON e.etablissement = c.etablissement
      LEFT JOIN journal j ON j.etablissement = c.etablissement AND j.numero = c.dernier
      ORDER BY c.etablissement
      """
    ) { ligne in
      TeteDeChaine(
        etablissement: ligne.text(0),
        numero: ligne.integer(1),
        empreinte: Hexadecimal.text(ligne.blob(2)),
        horodatage: ligne.isNull(3) ? nil : ligne.horodatage(3),
      )
    }
  }
}

// MARK: - JSON

extension TeteDeChaine {
  /// Heads as the JSON document that is kept elsewhere.
  public static func json(_ tetes: [TeteDeChaine]) -> String {
    JSONNode(.object([.init("format", .string(format)), .init("tetes", noeud(tetes))])).rendered()
  }

  /// Reads heads from what `json` wrote, or from the file that goes with a backup.
  public static func lire(json texte: String) throws -> [TeteDeChaine] {
    let objet = try JSONCursor(JSONNode(parsing: texte)).object(
      knowing: ["format", "tetes"] + DescriptionDeSauvegarde.champs
    )
    return try lire(objet.required("tetes"))
  }

  static let format = "delibere-tete-1"

  static func noeud(_ tetes: [TeteDeChaine]) -> JSONNode {
    JSONNode(.array(tetes.map(\.noeud)))
  }

  static func lire(_ curseur: JSONCursor) throws -> [TeteDeChaine] {
    try curseur.array().map { element in
      let objet = try element.object(
        knowing: ["etablissement", "numero", "empreinte", "horodatage"]
      )
      return TeteDeChaine(
        etablissement: try objet.required("etablissement").string(),
        numero: Int64(try objet.required("numero").integer()),
        empreinte: try objet.required("empreinte").string(),
        horodatage: try objet.optional("horodatage").map {
          Horodatage(millisecondes: Int64(try $0.integer()))
        },
      )
    }
  }

  /// The head as one line of JSON, with the number by which the entries name the establishment.
  func ligneJSON(chaine: Int64) -> String {
    JSONNode(
      .object([.init("chaine", .number(String(chaine))), .init("tete", noeud)])
    ).compact()
  }

  private var noeud: JSONNode {
    var champs: [JSONNode.Member] = [
      .init("etablissement", .string(etablissement)),
      .init("numero", .number(String(numero))),
      .init("empreinte", .string(empreinte)),
    ]
    if let horodatage {
      champs.append(.init("horodatage", .number(String(horodatage.millisecondes))))
    }
    return JSONNode(.object(champs))
  }
}
