public import HTML

/// Every component in every state, for those who design pages and for the tests of their looks.
public struct PageDesComposants: Composant {
  private let cadre: Cadre

  public init(dans cadre: Cadre) { self.cadre = cadre }

  public var corps: some HTML {
    PageComplete("Composants", dans: cadre, fil: [Lien("Accueil", vers: "/")], avis: avis) {
      Bouton("Importer", vers: "/composants")
      Bouton("Nouvelle évaluation", .premier, vers: "/composants")
    } contenu: {
      Onglets(
        "Vues de l’évaluation",
        [
          Lien("Vue d’ensemble", vers: "/composants", estCourant: true),
          Lien("Notes", vers: "#notes"), Lien("Réglages", vers: "#reglages"),
          Lien("Journal", vers: "#journal"),
        ],
      )
      ExemplesDeChiffres()
      ExemplesDeFlux()
      ExemplesDeTableaux()
      ExemplesDeFormulaire(jeton: Jeton("exemple"))
      ExemplesDeBoutons()
      ExemplesDeMessages()
      ExemplesDeSuivi()
      ExemplesDeVide()
    }
  }

  private var avis: [Avis] {
    [
      Avis(.succes, "Les 27 notes sont enregistrées."),
      Avis(
        .attention,
        titre: "Trois notes manquent.",
        "Sans note, un étudiant reste « en attente » et son UE est incomplète.",
      ),
      Avis(.erreur, titre: "La feuille n’a pas été lue.", "Ligne 12 : la note « 22 » dépasse 20."),
    ]
  }
}
