internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// Everything that stood for a student at a test.
enum HistoireDUneNote {
  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    let grille = try await visite.ouvrirLaGrille()
    let etudiant: Identifiant<Etudiant> = try visite.identifiant("etudiant", .etudiant)
    guard let ligne = grille.lignes.first(where: { $0.etudiant.id == etudiant }) else {
      throw Refus.inconnu(.etudiant)
    }
    let versions = try await visite.demander(
      VoirLHistoireDUneNote(grille.evaluation.id, de: etudiant)
    )
    let noms = try await visite.demander(NommerDesAuteurs(Set(versions.compactMap(\.auteur))))
    let fil =
      visite.fil(grille) + [
        Lien(grille.evaluation.nom, vers: Chemin.evaluation(grille.evaluation.id))
      ]
    return visite.page("Note de \(ligne.etudiant.nomAffiche)", fil: fil) {
      Carte("Tout ce qui a été saisi") {
        Tableau(
          "Versions de la note",
          colonnes: [.init("Quand"), .init("Note", .chiffres), .init("Par")],
          lignes: versions.reversed().map { version in
            .init([
              "\(visite.enLettres(version.horodatage))",
              "\(version.note.entree.texte(sur: grille.evaluation.bareme))",
              "\(version.auteur.flatMap { noms[$0] } ?? "l’administration du serveur")",
            ])
          },
          vide: EtatVide("Rien n’a encore été saisi"),
        )
      }
    }
  }
}
