internal import Fiction
internal import Scolarite
internal import Terrain

/// The grounds of everything that is proposed for one student.
enum ArbreDePreuve {
  private static let effectif = 500

  static func section() throws -> Section {
    let programme = try Programmes.embarque("mmi-but1")
    let reglement = try Reglements.reglement("iut-larochesuryon-2025")
    let dossiers = Promotions.premiereAnnee(programme).etudiants(effectif).map(\.dossier)
    let motives = releve(dossiers) { dossier in
      Deliberation<AvecPreuve>.resultats(dossier, reglement).preuves.count
    }
    let nus = releve(dossiers) { dossier in
      Deliberation<SansPreuve>.resultats(dossier, reglement).annees.count
    }
    let objet = "Arbre de preuve d’un étudiant de mmi-but1"
    let reference = "rendre le verdict seul, sans preuve"
    let cible: Duration = .milliseconds(1)
    return Section([
      Ligne(
        "\(objet), médiane de \(effectif)",
        motives.mediane,
        limite: nus.mediane,
        reference,
        cible: cible,
      ),
      Ligne("… le plus long", motives.maximum, limite: nus.maximum, reference, cible: cible),
    ])
  }

  /// The median of five runs for each student.
  private static func releve(_ dossiers: [Dossier], _ travail: (Dossier) -> Int) -> Releve {
    Releve(dossiers.map { dossier in Releve(5) { Int64(travail(dossier)) }.mediane })
  }
}
