/// Writes to people whose news have been quiet for some minutes: one message each, of everything.
struct EcrireLesAvis: Acte {
  static let nom = "ecrire-les-avis"
  let poste: Poste

  /// Somebody who enters marks goes on for hours, but nobody waits for ever.
  private static let patience: Int64 = 2 * 3_600_000
  /// The people of one transaction, during which nobody else writes.
  static let personnes = 100

  /// How many people there were.
  func executer(_ travail: Travail) throws -> Int {
    guard let cle = try travail.registre.releveDuCourrier()?.cle else { return 0 }
    let maintenant = travail.moment.horodatage
    let murs = try travail.registre.avisMurs(
      calmes: maintenant.plus(-60_000 * Int64(poste.reglages.calme)),
      anciens: maintenant.plus(-Self.patience),
      personnes: Self.personnes,
    )
    guard !murs.isEmpty else { return 0 }
    let parPersonne = Dictionary(grouping: murs, by: \.utilisateur)
    for (utilisateur, avis) in parPersonne.sorted(by: { $0.key < $1.key }) {
      try ecrire(avis, a: utilisateur, cle, travail)
    }
    try travail.registre.marquerTraites(murs)
    return parPersonne.count
  }

  private func ecrire(
    _ avis: [AvisParCourrier],
    a utilisateur: Identifiant<Utilisateur>,
    _ cle: String,
    _ travail: Travail,
  ) throws {
    guard let personne = try travail.registre.utilisateur(utilisateur), personne.actif,
      try travail.registre.adresseDeCourrier(utilisateur) != nil
    else { return }
    let coupes = try travail.registre.sujetsCoupes(utilisateur)
    let voulus = avis.filter { !coupes.contains($0.sujet) }
    let annonces = try travail.annonces(voulus)
    guard !annonces.isEmpty else { return }
    let sujets = annonces.map(\.sujet)
    let droit = poste.droitDeCouper(sujets, de: utilisateur, cle: cle)
    let modele = ModeleDeCourrier.avis(
      annonces,
      nom: personne.nom,
      desinscription: "/courrier/desinscription/\(droit)",
      poste.reglages,
    )
    // The same news have the same key, whoever goes through them twice.
    let derniere = voulus.map { "\($0.entree)/\($0.sujet.rawValue)/\($0.objet)" }.max() ?? ""
    try travail.poster(modele, a: utilisateur, cle: "avis/\(derniere)", poste)
  }
}
