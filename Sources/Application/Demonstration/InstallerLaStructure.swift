internal import Actes
internal import Scolarite

/// Makes what a promotion hangs from, where it does not exist yet, and the promotion.
struct InstallerLaStructure {
  let modele: InstallerUnePromotion.Modele
  let annee: AnneeUniversitaire

  func executer(_ travail: Travail) throws -> Promotion {
    try ouvrirLAnnee(travail)
    let formation = try formation(travail)
    try adopter(formation.departement, travail)
    let maquette = try DeposerUneMaquette(formation: formation.id, texte: modele.maquette)
      .executer(travail)
    return try CreerUnePromotion(maquette: maquette.id, intitule: modele.intitule)
      .executer(travail)
  }

  private func ouvrirLAnnee(_ travail: Travail) throws {
    guard try travail.registre.annee(annee) == nil else { return }
    _ = try OuvrirUneAnnee(
      annee,
      debut: Jour(ouvrant: annee),
      fin: Jour(cloturant: annee),
      periodes: CalendrierFictif(annee).periodes,
    ).executer(travail)
  }

  private func formation(_ travail: Travail) throws -> Formation {
    let formations = try travail.registre.formations()
    if let formation = formations.first(where: { $0.code == modele.formation }) { return formation }
    let departements = try travail.registre.departements()
    let departement =
      try departements.first { $0.code == modele.departement }
      ?? CreerUnDepartement(
        code: modele.departement,
        intitule: "Département \(modele.departement)",
      ).executer(travail)
    return try CreerUneFormation(
      departement: departement.id,
      code: modele.formation,
      intitule: modele.formation,
    ).executer(travail)
  }

  private func adopter(_ departement: Identifiant<Departement>, _ travail: Travail) throws {
    guard
      try travail.registre.profils(annee).allSatisfy({ $0.departement != departement })
    else { return }
    let vote = Jour(annee.debut, 6, 23)
    _ = try AdopterUnProfil(
      departement: departement,
      annee: annee,
      profil: modele.profil.nom,
      texte: modele.profil.texte,
      conseil: vote,
      cfvu: vote,
    ).executer(travail)
  }
}
