internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

extension Visite {
  /// The versions of a template or of the letterhead, each to be taken back.
  func versions(
    _ lieu: LieuDeModele,
    _ nature: NatureDeDocument?,
    _ versions: [VoirLesVersions.Version],
  ) -> HTTPResponse {
    let nom = nature?.phrase ?? "En-tête"
    return page(
      "Versions",
      fil: fil(lieu) + [Lien(nom, vers: lieu.adresse(nature))],
    ) {
      Carte("Ce qui a été écrit ici") {
        p(.class("aide")) {
          "Reprendre un texte le met dans le formulaire : rien n’est enregistré avant que vous le "
            + "décidiez. Les images, elles, restent celles d’aujourd’hui.".enPhraseSuite
        }
        Tableau(
          "Versions, la dernière d’abord",
          colonnes: [
            .init("Version"), .init("Écrite le"), .init("Par", estSecondaire: true),
            .init("Début du texte", estSecondaire: true), .init("Reprendre"),
          ],
          lignes: versions.enumerated().map { rang, version in
            Tableau.Ligne([
              "\(version.numero)\(rang == 0 ? " (en vigueur)" : "")",
              "\(enLettres(version.horodatage))",
              "\(version.auteur)", "\(version.debut)",
              Cellule(reprise(lieu, nature, "\(version.numero)", "Reprendre ce texte")),
            ])
          },
          vide: EtatVide("Rien n’a encore été écrit ici"),
        )
      }
      if nature != nil {
        Carte("Texte fourni") {
          p { "C’est celui qui vaut tant que personne n’en écrit un autre." }
          p { reprise(lieu, nature, "0", "Revenir au texte fourni") }
        }
      }
    }
  }

  private func reprise(
    _ lieu: LieuDeModele,
    _ nature: NatureDeDocument?,
    _ numero: String,
    _ intitule: String,
  ) -> some HTML {
    Lien(intitule, vers: Chemin.avec(lieu.adresse(nature), [("version", numero)]))
  }
}

extension VoirLesVersions.Version {
  fileprivate var debut: String {
    let texte =
      modele.map { [$0.titre, $0.avant, $0.apres].joined(separator: " – ") }
      ?? enTete?.lignes ?? ""
    let ligne = texte.split(whereSeparator: \.isNewline).joined(separator: " ")
    return ligne.count > 80 ? ligne.prefix(80) + "…" : ligne
  }
}
