internal import JSON
public import Scolarite

extension SpecialiteBTS {
  /// Those that ship, as examples.
  public static func embarquees() throws(DataFileError) -> [SpecialiteBTS] {
    try lire(json: PackageResources.specialites_bts_json)
  }

  /// Reads specialities in their JSON format; comments are let through.
  /// - Throws: the first fault with its line, column and what was expected.
  public static func lire(json bytes: [UInt8]) throws(DataFileError) -> [SpecialiteBTS] {
    try DataFileError.decode(bytes, comments: true) { cursor throws(JSONDecodingError) in
      let object = try cursor.object(knowing: ["format", "specialites"])
      try object.required("format").expect(format: "delibere/specialites-bts/1")
      let lues = try object.required("specialites").map(SpecialiteBTS.init)
      guard !lues.isEmpty else {
        throw try object.required("specialites").invalid("une spécialité au moins")
      }
      return lues
    }
  }

  fileprivate init(_ cursor: JSONCursor) throws(JSONDecodingError) {
    let object = try cursor.object(
      knowing: ["code", "intitule", "source", "aConfirmer", "epreuves", "disciplines"]
    )
    let epreuves = try object.required("epreuves").map(Epreuve.init)
    try Self.verifier(epreuves, try object.required("epreuves"))
    self.init(
      code: try object.required("code").texte("un code"),
      intitule: try object.required("intitule").texte("un intitulé"),
      source: try object.required("source").texte("la source des coefficients"),
      aConfirmer: try object.optional("aConfirmer")?.bool() ?? true,
      epreuves: epreuves,
      disciplines: try object.optional("disciplines")?.map {
        cursor throws(JSONDecodingError) in try cursor.texte("une discipline")
      } ?? [],
    )
  }

  private static func verifier(_ epreuves: [Epreuve], _ cursor: JSONCursor)
    throws(JSONDecodingError)
  {
    guard Set(epreuves.map(\.code)).count == epreuves.count else {
      throw cursor.invalid("des épreuves de codes différents")
    }
    for domaine in CandidatBTS.Domaine.allCases {
      guard epreuves.contains(where: { $0.domaine == domaine && $0.forme == .ponctuelle }) else {
        throw cursor.invalid("une épreuve ponctuelle du domaine « \(domaine.rawValue) »")
      }
    }
  }

  /// The speciality as the register keeps it, such as `lire` reads it.
  public var texte: String {
    var membres: [JSONNode.Member] = [
      .init("code", .string(code)), .init("intitule", .string(intitule)),
      .init("source", .string(source)), .init("aConfirmer", JSONNode(.bool(aConfirmer))),
      .init("epreuves", JSONNode(.array(epreuves.map(\.noeud)))),
    ]
    if !disciplines.isEmpty {
      membres.append(
        .init("disciplines", JSONNode(.array(disciplines.map { .string($0) })))
      )
    }
    return JSONNode(
      .object([
        .init("format", "delibere/specialites-bts/1"),
        .init("specialites", JSONNode(.array([JSONNode(.object(membres))]))),
      ])
    ).rendered()
  }
}

extension SpecialiteBTS.Epreuve {
  fileprivate init(_ cursor: JSONCursor) throws(JSONDecodingError) {
    let object = try cursor.object(
      knowing: ["code", "intitule", "domaine", "coefficient", "forme"]
    )
    let coefficient = try object.required("coefficient").nombre()
    guard coefficient > 0 else {
      throw try object.required("coefficient").invalid("un coefficient positif")
    }
    self.init(
      code: try object.required("code").texte("un code"),
      intitule: try object.required("intitule").texte("un intitulé"),
      domaine: try object.required("domaine").valeur(de: CandidatBTS.Domaine.self),
      coefficient: coefficient,
      forme: try object.required("forme").valeur(de: Forme.self),
    )
  }

  fileprivate var noeud: JSONNode {
    JSONNode(
      .object([
        .init("code", .string(code)), .init("intitule", .string(intitule)),
        .init("domaine", .string(domaine.rawValue)),
        .init("coefficient", .number(coefficient.litteralJSON)),
        .init("forme", .string(forme.rawValue)),
      ])
    )
  }
}
