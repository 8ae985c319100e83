internal import Scolarite
internal import Text

// What only the whole of `anterieurs.csv` tells.
extension CohorteDecoder {
  /// Checks that no student goes back to a former year of the BUT.
  mutating func verifierLOrdre(_ fichier: String) {
    for etudiant in etudiants where etudiant.anterieures.count > 1 {
      let annees = etudiant.anterieures.sorted { $0.key < $1.key }
      for (avant, apres) in zip(annees, annees.dropFirst())
      where avant.value.anneeBUT.valeur > apres.value.anneeBUT.valeur {
        fautes.add(
          fichier,
          apres.value.position,
          "« \(etudiant.identifiant) » est en BUT \(apres.value.anneeBUT.valeur) en \(apres.key) "
            + "après le BUT \(avant.value.anneeBUT.valeur) en \(avant.key) (ligne "
            + "\(avant.value.position.line)) : les années de formation ne reviennent pas en arrière",
        )
      }
    }
  }

  /// Checks that every decision is of a year with UE, and on an RCUE of a year followed.
  mutating func verifierLesObjets(_ fichier: String) {
    for etudiant in etudiants {
      for (annee, decisions) in etudiant.decisionsAnterieures.sorted(by: { $0.key < $1.key }) {
        let ues = etudiant.anterieures.filter { $0.key <= annee }.flatMap(\.value.programme.ues)
        for (decision, position) in decisions {
          guard etudiant.anterieures[annee] != nil else {
            fautes.add(
              fichier,
              position,
              "aucune UE de « \(etudiant.identifiant) » en \(annee) : ce sont elles qui disent de "
                + "quelle année de BUT est la décision",
            )
            continue
          }
          if let inconnu = decision.sur.inconnu(parmi: ues) {
            fautes.add(fichier, position, "\(inconnu) n’est pas au programme")
          }
        }
      }
    }
  }
}
