public import JSON
public import Scolarite
internal import Text

/// The JSON format of a curriculum, described by `docs/schemas/maquette.schema.json`.
public enum MaquetteJSON {
  /// Reads a curriculum; a key that the format does not have is an error.
  ///
  /// Levels are read as written; the référentiel, where it knows the speciality, only checks them.
  /// - Throws: the first fault with its line, column and what was expected.
  public static func read(
    _ bytes: [UInt8],
    referentiel: Referentiel,
  ) throws(DataFileError) -> MaquetteReading {
    try DataFileError.decode(bytes) { cursor throws(JSONDecodingError) in
      try read(cursor.node, referentiel: referentiel)
    }
  }

  /// Reads a curriculum from JSON that was parsed or made already.
  public static func read(
    _ node: JSONNode,
    referentiel: Referentiel,
  ) throws(JSONDecodingError) -> MaquetteReading {
    var decoder = Decoder()
    let maquette = try decoder.maquette(JSONCursor(node))
    let identite = maquette.identite
    let specialite = referentiel.specialite(mention: identite.mention) { $0.folded == $1.folded }
    return MaquetteReading(
      maquette: maquette,
      constats: [],
      positions: decoder.positions,
      etapes: specialite?.etapes(annee: identite.annee, parcours: identite.parcours),
    )
  }

  /// Decodes and notes where each line stands.
  fileprivate struct Decoder {
    var positions: [Lieu: TextPosition] = [:]
  }
}

extension MaquetteJSON.Decoder {
  private static let cles = [
    "source", "etablissement", "annee_universitaire", "diplome", "annee_but", "mention",
    "parcours", "modalite", "rncp", "entete_ects_imprime", "entete_volumes_imprimes",
    "texte_cite", "semestres", "total_niveau_imprime",
  ]

  mutating func maquette(_ cursor: JSONCursor) throws(JSONDecodingError) -> Maquette {
    let objet = try cursor.object(knowing: Self.cles)
    var semestres: [Maquette.Semestre] = []
    for element in try objet.required("semestres").array() {
      semestres.append(try semestre(element))
    }
    guard !semestres.isEmpty else {
      throw try objet.required("semestres").invalid("au moins un semestre")
    }
    return Maquette(
      identite: try identite(objet),
      entete: try entete(objet),
      semestres: semestres,
      totalNiveau: try totalNiveau(objet),
    )
  }

  private func identite(_ objet: JSONObjectCursor) throws(JSONDecodingError) -> Identite {
    Identite(
      source: try objet.optional("source")?.string() ?? "",
      etablissement: try objet.required("etablissement").string(),
      anneeUniversitaire: try objet.required("annee_universitaire").anneeUniversitaire(),
      diplome: try objet.required("diplome").valeur(de: Diplome.self),
      annee: try objet.required("annee_but").annee(),
      mention: try objet.required("mention").string(),
      parcours: try objet.optional("parcours")?.parcours(),
      modalite: try objet.required("modalite").valeur(de: Modalite.self),
      rncp: try objet.optional("rncp")?.string(),
      texteCite: try objet.optional("texte_cite")?.string(),
    )
  }

  private mutating func entete(
    _ objet: JSONObjectCursor
  ) throws(JSONDecodingError) -> Maquette.EnTete {
    positions[Lieu(ligne: .entete)] = objet.cursor.node.position
    let ects = try objet.optional("entete_ects_imprime")?.decimale()
    guard let volumes = objet.optional("entete_volumes_imprimes") else {
      return Maquette.EnTete(ects: ects, volumes: nil, coursIntegres: nil)
    }
    positions[Lieu(ligne: .entete)] = volumes.node.position
    let colonnes = ["cm", "td", "tp", "cours_integres", "projet", "total_hors_projet"]
    let chiffres = try volumes.object(knowing: colonnes)
    var valeurs = try chiffres.chiffres([.cm, .td, .tp, .projet])
    valeurs[.total] = try chiffres.optional("total_hors_projet")?.decimale()
    return Maquette.EnTete(
      ects: ects,
      volumes: valeurs,
      coursIntegres: try chiffres.optional("cours_integres")?.decimale(),
    )
  }

  private mutating func totalNiveau(
    _ objet: JSONObjectCursor
  ) throws(JSONDecodingError) -> Maquette.TotalNiveau? {
    guard let cursor = objet.optional("total_niveau_imprime") else { return nil }
    positions[Lieu(ligne: .totalNiveau)] = cursor.node.position
    let total = try cursor.object(knowing: ["libelle"] + Colonne.allCases.map(\.rawValue))
    return Maquette.TotalNiveau(
      libelle: try total.required("libelle").string(),
      chiffres: try total.chiffres(Colonne.allCases),
    )
  }

  private mutating func semestre(
    _ cursor: JSONCursor
  ) throws(JSONDecodingError) -> Maquette.Semestre {
    let objet = try cursor.object(knowing: ["numero", "ues", "total_imprime"])
    let numero = try objet.required("numero").numeroDeSemestre()
    let lieu = Lieu(semestre: numero)
    positions[lieu] = cursor.node.position
    var ues: [UE] = []
    for element in try objet.required("ues").array() { ues.append(try ue(element, lieu)) }
    guard !ues.isEmpty else { throw try objet.required("ues").invalid("au moins une UE") }
    guard let imprime = objet.optional("total_imprime") else {
      return Maquette.Semestre(numero: numero, ues: ues, total: nil)
    }
    positions[lieu.ligne(.totalSemestre)] = imprime.node.position
    let total = try imprime.object(knowing: Colonne.allCases.map(\.rawValue) + ["type_eval"])
    return Maquette.Semestre(
      numero: numero,
      ues: ues,
      total: try total.chiffres(Colonne.allCases),
      typeEvaluationDuTotal: try total.optional("type_eval")?.typeEvaluation(),
    )
  }

  private mutating func ue(_ cursor: JSONCursor, _ lieu: Lieu) throws(JSONDecodingError) -> UE {
    let totaux = ["total_ressources_imprime", "total_sae_imprime", "total_ue_imprime"]
    let objet = try cursor.object(
      knowing: ["code", "competence", "ects", "ressources", "saes", "note_impression"] + totaux
    )
    let code = try objet.required("code").codeUE()
    let place = Lieu(semestre: lieu.semestre, ue: code)
    positions[place] = cursor.node.position
    let competence = try objet.required("competence")
      .object(knowing: ["numero", "code", "libelle", "niveau"])
    return UE(
      code: code,
      competence: Competence(
        numero: try competence.required("numero").numeroDeCompetence(),
        code: try competence.required("code").string(),
        libelle: try competence.required("libelle").string(),
      ),
      niveau: try competence.required("niveau").niveau(),
      ects: try objet.required("ects").decimale(),
      ressources: try modules(.ressource, try objet.required("ressources"), place),
      saes: try modules(.sae, try objet.required("saes"), place),
      totaux: UE.Totaux(
        ressources: try total(totaux[0], .totalDuPole(.ressource), objet, place),
        saes: try total(totaux[1], .totalDuPole(.sae), objet, place),
        ue: try total(totaux[2], .totalUE, objet, place),
      ),
      noteImpression: try objet.optional("note_impression")?.string(),
    )
  }

  private mutating func total(
    _ cle: String,
    _ ligne: Lieu.Ligne,
    _ objet: JSONObjectCursor,
    _ lieu: Lieu,
  ) throws(JSONDecodingError) -> Chiffres? {
    guard let cursor = objet.optional(cle) else { return nil }
    positions[lieu.ligne(ligne)] = cursor.node.position
    return try cursor.object(knowing: Colonne.allCases.map(\.rawValue)).chiffres(Colonne.allCases)
  }

  private mutating func modules(
    _ nature: Module.Nature,
    _ cursor: JSONCursor,
    _ lieu: Lieu,
  ) throws(JSONDecodingError) -> [Module] {
    var modules: [Module] = []
    for (rang, element) in try cursor.array().enumerated() {
      let module = try module(nature, element)
      positions[lieu.ligne(.module(module.code, nature, rang: rang))] = element.node.position
      modules.append(module)
    }
    return modules
  }

  private func module(
    _ nature: Module.Nature,
    _ cursor: JSONCursor,
  ) throws(JSONDecodingError) -> Module {
    let colonnes: [Colonne] = [.cm, .td, .tp, .projet, .total, .coef]
    let objet = try cursor.object(
      knowing: ["code", "titre", "type_eval", "evaluations_prevues", "note_impression"]
        + colonnes.map(\.rawValue)
    )
    return Module(
      nature: nature,
      code: try objet.required("code").checked("un code de module (R301)") {
        cursor throws(JSONDecodingError) in CodeModule(try cursor.string())
      },
      titre: try objet.required("titre").string(),
      chiffres: try objet.chiffres(colonnes),
      typeEvaluation: try objet.optional("type_eval")?.typeEvaluation(),
      evaluationsPrevues: try objet.optional("evaluations_prevues")?.nombreDEvaluations(),
      noteImpression: try objet.optional("note_impression")?.string(),
    )
  }
}

extension JSONObjectCursor {
  /// The figures written under the names of their columns; `null` or no key is « not printed ».
  fileprivate func chiffres(_ colonnes: [Colonne]) throws(JSONDecodingError) -> Chiffres {
    var chiffres = Chiffres([:])
    for colonne in colonnes { chiffres[colonne] = try optional(colonne.rawValue)?.decimale() }
    return chiffres
  }
}

extension JSONCursor {
  fileprivate func typeEvaluation() throws(JSONDecodingError) -> TypeEvaluation {
    guard let type = TypeEvaluation(try string()) else {
      throw invalid("un type d’évaluation en capitales (CC)")
    }
    return type
  }

  /// « Libellé (CODE) ».
  fileprivate func parcours() throws(JSONDecodingError) -> Parcours {
    let texte = try string()
    guard texte.last == ")", let ouvrante = texte.lastIndex(of: "("),
      let code = texte[ouvrante...].dropFirst().dropLast().nonEmpty,
      let libelle = texte[..<ouvrante].trimmed.nonEmpty
    else { throw invalid("un parcours « Libellé (CODE) »") }
    return Parcours(code: String(code), libelle: String(libelle))
  }

  fileprivate func nombreDEvaluations() throws(JSONDecodingError) -> Int {
    let nombre = try integer()
    guard (0...100).contains(nombre) else { throw invalid("un nombre d’évaluations (0 à 100)") }
    return nombre
  }
}
