internal import JSON
public import Scolarite
internal import Text

extension Referentiel {
  /// The référentiel that ships with Délibéré.
  public static func embarque() throws(DataFileError) -> Referentiel {
    try Referentiel(json: PackageResources.referentiel_json)
  }

  /// Reads a référentiel in its JSON format; comments are let through.
  /// - Throws: the first fault with its line, column and what was expected.
  public init(json bytes: [UInt8]) throws(DataFileError) {
    self = try DataFileError.decode(bytes, comments: true) { cursor throws(JSONDecodingError) in
      try Referentiel(cursor)
    }
  }

  private init(_ cursor: JSONCursor) throws(JSONDecodingError) {
    let object = try cursor.object(knowing: ["format", "etablissements", "specialites"])
    try object.required("format").expect(format: "delibere/referentiel/1")
    self.init(
      specialites: try object.required("specialites").map(Specialite.init),
      etablissements: try object.optional("etablissements")?.map(Etablissement.init) ?? [],
    )
  }
}

extension Referentiel.Etablissement {
  fileprivate init(_ cursor: JSONCursor) throws(JSONDecodingError) {
    let object = try cursor.object(knowing: ["domaine", "nom"])
    self.init(
      domaine: try object.required("domaine").string(),
      nom: try object.required("nom").string(),
    )
  }
}

extension Referentiel.Specialite {
  fileprivate init(_ cursor: JSONCursor) throws(JSONDecodingError) {
    let object = try cursor.object(knowing: ["code", "mention", "parcours", "competences"])
    self.init(
      code: try object.required("code").string(),
      mention: try object.required("mention").string(),
      parcours: try object.optional("parcours")?.map(Referentiel.ParcoursDeReference.init) ?? [],
      competences: try object.required("competences")
        .map(Referentiel.CompetenceDeReference.init),
    )
  }
}

extension Referentiel.ParcoursDeReference {
  fileprivate init(_ cursor: JSONCursor) throws(JSONDecodingError) {
    let object = try cursor.object(knowing: ["code", "libelle", "rncp"])
    self.init(
      parcours: Parcours(
        code: try object.required("code").string(),
        libelle: try object.required("libelle").string(),
      ),
      rncp: try object.optional("rncp")?.string(),
    )
  }
}

extension Referentiel.CompetenceDeReference {
  fileprivate init(_ cursor: JSONCursor) throws(JSONDecodingError) {
    let object = try cursor.object(knowing: ["numero", "code", "parcours", "etapes"])
    self.init(
      numero: try object.required("numero").numeroDeCompetence(),
      code: try object.required("code").string(),
      parcours: try object.optional("parcours")?.string(),
      etapes: try object.required("etapes").map(Etape.init),
    )
  }
}

extension Referentiel.CompetenceDeReference.Etape {
  fileprivate init(_ cursor: JSONCursor) throws(JSONDecodingError) {
    let object = try cursor.object(knowing: ["annee", "niveau", "libelle"])
    self.init(
      annee: try object.required("annee").annee(),
      niveau: try object.required("niveau").niveau(),
      libelle: try object.required("libelle").string(),
    )
  }
}
