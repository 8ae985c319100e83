internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The students for whom a new deliberation contradicts the published list, and what brings it up to
/// date.
struct RevisionsDites {
  private let liste: VoirLAdmissibilite.Liste
  private let jeton: Jeton

  init(_ liste: VoirLAdmissibilite.Liste, _ jeton: Jeton) {
    self.liste = liste
    self.jeton = jeton
  }

  @HTMLBuilder var corps: some HTML {
    p {
      Typographie.phrase(
        "Un jury a délibéré de nouveau sur la session 1 de ces étudiants, et la liste publiée ne dit "
          + "plus ce qu’il a décidé. Une UE qui se ferme quitte l’inscription ; pour une UE qui "
          + "s’ouvre, l’étudiant a sept jours s’il lui en reste moins, sans dépasser la veille des "
          + "épreuves. Il est prévenu."
      )
    }
    Tableau(
      "Admissibilités à revoir",
      colonnes: [.init("Étudiant"), .init("Ce qui change"), .init("Revoir")],
      lignes: liste.revisions.map { revision in
        Tableau.Ligne([
          "\(nom(revision.etudiant))", "\(revision.phrase)", Cellule(bouton(revision)),
        ])
      },
    )
  }

  private func nom(_ etudiant: Identifiant<Etudiant>) -> String {
    liste.lignes.first { $0.etudiant.id == etudiant }?.etudiant.nomAffiche
      ?? "étudiant \(etudiant)"
  }

  private func bouton(_ revision: RevisionDAdmissibilite) -> some HTML {
    Formulaire(
      vers: Chemin.session2(liste.session.campagne, "admissibilite", "\(revision.etudiant)"),
      jeton: jeton,
    ) {
      Bouton("Revoir son admissibilité", .second)
    }
  }

  static func revoir(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    try await visite.faire(
      RevoirLAdmissibilite(id, visite.identifiant("etudiant", .etudiant))
    )
    return visite.versLaPage(Chemin.session2(id, "admissibilite"), fait: .admissibiliteRevue)
  }
}

extension RevisionDAdmissibilite {
  /// « UE12 s’ouvre (non acquise) ; UE14 se ferme (acquise) ».
  fileprivate var phrase: String {
    func raison(_ ue: CodeUE) -> String {
      apres.first { $0.ue == ue }.map { " (\($0.raison.phrase))" } ?? ""
    }
    let dites =
      ouvertes.map { "\($0.texte) s’ouvre\(raison($0))" }
      + fermees.map { "\($0.texte) se ferme\(raison($0))" }
    return dites.isEmpty
      ? "une moyenne ou une raison, sans rien ouvrir ni fermer" : dites.joined(separator: " ; ")
  }
}
