internal import JSON
internal import Scolarite

extension JSONCursor {
  /// A candidate of the exceptional session of 2021.
  func candidatBTS() throws(JSONDecodingError) -> CandidatBTS {
    let objet = try object(
      knowing: ["epreuves", "oraux", "proclamation", "convocation", "disciplines"])
    let epreuves = try objet.required("epreuves").map { cursor throws(JSONDecodingError) in
      try cursor.epreuve()
    }
    guard epreuves.contains(where: { $0.coefficient > 0 }) else {
      throw try objet.required("epreuves").invalid("une épreuve au moins qui ait un coefficient")
    }
    let disciplines = try objet.optional("disciplines")?.map { cursor throws(JSONDecodingError) in
      try cursor.string()
    }
    let proclamation = try objet.optional("proclamation")?.jour()
    let convocation = try objet.optional("convocation")?.jour()
    if let proclamation, let convocation, convocation < proclamation {
      throw try objet.required("convocation").refused("la convocation précède la proclamation")
    }
    return CandidatBTS(
      epreuves: epreuves,
      oraux: try objet.optional("oraux")?.oraux(disciplines ?? []) ?? [:],
      proclamation: proclamation,
      convocation: convocation,
      disciplines: disciplines ?? [],
    )
  }

  private func epreuve() throws(JSONDecodingError) -> CandidatBTS.Epreuve {
    let objet = try object(knowing: ["domaine", "code", "coefficient", "forme", "note"])
    let forme = try objet.required("forme")
    guard ["ponctuelle", "ccf"].contains(try forme.string()) else {
      throw forme.invalid("« ponctuelle » ou « ccf »")
    }
    return CandidatBTS.Epreuve(
      domaine: try objet.required("domaine").valeur(de: CandidatBTS.Domaine.self),
      code: try objet.required("code").string(),
      coefficient: try objet.required("coefficient").nombre(),
      ponctuelle: try forme.string() == "ponctuelle",
      resultat: try objet.required("note").resultatBTS(),
    )
  }

  private func resultatBTS() throws(JSONDecodingError) -> CandidatBTS.Epreuve.Resultat {
    switch try entree() {
    case .note(let note): .note(note)
    case .absenceJustifiee: .absenceJustifiee
    case .absenceInjustifiee: .absenceInjustifiee
    default: throw invalid("une note, « ABJ » ou « ABI »")
    }
  }

  private func oraux(
    _ disciplines: [String]
  ) throws(JSONDecodingError) -> [CandidatBTS.Domaine: CandidatBTS.Oral] {
    let objet = try object(knowing: CandidatBTS.Domaine.allCases.map(\.rawValue))
    var oraux: [CandidatBTS.Domaine: CandidatBTS.Oral] = [:]
    if let general = objet.optional("general") {
      let oral = try general.object(knowing: ["discipline", "note"])
      let discipline = try oral.required("discipline")
      let nom = try discipline.string()
      guard disciplines.isEmpty || disciplines.contains(nom) else {
        throw discipline.invalid(
          "une discipline de la liste : \(disciplines.joined(separator: ", ")) ;"
        )
      }
      oraux[.general] = CandidatBTS.Oral(
        discipline: nom,
        note: try oral.required("note").note(),
      )
    }
    if let professionnel = objet.optional("professionnel") {
      oraux[.professionnel] = CandidatBTS.Oral(
        discipline: nil,
        note: try professionnel.note(),
      )
    }
    return oraux
  }
}
