internal import Actes
internal import Scolarite

/// What an establishment is made of, found by what people call it.
struct Structure: Sendable {
  let departements: [Departement]
  let formations: [Formation]

  func departement(_ code: String) throws(Abandon) -> Departement {
    guard let trouve = departements.first(where: { $0.code == code }) else {
      throw .absent(
        "aucun département « \(code) »",
        code,
        parmi: departements.map(\.code),
        creer: "delibere departement creer",
      )
    }
    return trouve
  }

  func formation(_ code: String) throws(Abandon) -> Formation {
    guard let trouvee = formations.first(where: { $0.code == code }) else {
      throw .absent(
        "aucune formation « \(code) »",
        code,
        parmi: formations.map(\.code),
        creer: "delibere formation creer",
      )
    }
    return trouvee
  }
}

/// Gives the departments and the formations of the establishment.
struct VoirLaStructure: Question {
  static let nom = "voir-la-structure"

  func executer(_ travail: Travail) throws -> Structure {
    Structure(
      departements: try travail.registre.departements(),
      formations: try travail.registre.formations(),
    )
  }
}

/// Gives the versions of the curricula of a formation for a year, the last of each BUT year.
struct VoirLesMaquettes: Question {
  static let nom = "voir-les-maquettes"
  let formation: Identifiant<Formation>
  let annee: AnneeUniversitaire

  func executer(_ travail: Travail) throws -> [MaquetteDeposee] {
    try (1...3).compactMap { AnneeBUT($0) }.compactMap { but in
      try travail.registre.maquettes(formation, annee, but).max { $0.numero < $1.numero }
    }
  }
}

/// Gives the règlement in force for a department, or for all of them, in a year.
struct VoirLeReglement: Question {
  static let nom = "voir-le-reglement"
  let departement: Identifiant<Departement>?
  let annee: AnneeUniversitaire

  func executer(_ travail: Travail) throws -> ProfilAdopte? {
    try travail.registre.profils(annee).first { $0.departement == departement }
  }
}

extension Abandon {
  /// Something that is not there, what there is, and the command that makes one.
  static func absent(
    _ constat: String,
    _ cherche: String,
    parmi connus: [String],
    creer commande: String? = nil,
  ) -> Abandon {
    let proche = suggestion(cherche, connus)
    let liste =
      connus.isEmpty
      ? "il n’y en a pas encore"
      : "il y a " + connus.map { "« \($0) »" }.joined(separator: ", ")
    let suite = commande.map { " ; « \($0) » en crée" } ?? ""
    return Abandon(
      code: .refus,
      messages: [
        "\(constat)\(proche)\(proche.isEmpty ? "." : "") Rien n’a été fait ; \(liste)\(suite)"
      ],
    )
  }
}
