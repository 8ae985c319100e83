internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  /// A tab of a record: name of the student, links to the tabs that the person may open.
  func dossier<Contenu: HTML>(
    _ vu: DossierVu,
    _ fiche: VoirUnEtudiant.Fiche,
    _ onglet: Onglet,
    avis: [Avis] = [],
    statut: HTTPStatus = .ok,
    scripts: [HTTPPath] = [],
    @HTMLBuilder contenu: () -> Contenu,
  ) -> HTTPResponse {
    page(
      vu.estLeSien ? "Mon dossier" : fiche.etudiant.nomAffiche,
      fil: vu.estLeSien ? [] : [Lien("Étudiants", vers: Chemin.etudiants)],
      avis: avis,
      scripts: scripts,
      statut: statut,
    ) {
      Onglets(
        vu.estLeSien ? "Mon dossier" : "Dossier de \(fiche.etudiant.nomAffiche)",
        Onglet.allCases.filter { $0.estOuvert(fiche, vu) }.map { un in
          Lien(un.titre, vers: un.adresse(vu), estCourant: un == onglet)
        },
      )
      contenu()
    }
  }
}

/// The parts of a record.
enum Onglet: String, CaseIterable {
  case parcours, resultats, objectifs, notes, comparaison, absences, documents, journal, identite

  var titre: String {
    switch self {
    case .parcours: "Parcours"
    case .resultats: "Résultats"
    case .objectifs: "Ce qu’il me faut"
    case .comparaison: "Comparaison"
    case .notes: "Notes"
    case .absences: "Absences"
    case .documents: "Documents"
    case .journal: "Journal"
    case .identite: "Identité"
    }
  }

  func adresse(_ vu: DossierVu) -> SafeURL {
    self == .parcours ? vu.adresse() : vu.adresse(rawValue)
  }

  /// Whether the person may see something there.
  func estOuvert(_ fiche: VoirUnEtudiant.Fiche, _ vu: DossierVu) -> Bool {
    switch self {
    case .parcours: true
    case .resultats, .objectifs, .comparaison: vu.estLeSien
    case .notes: fiche.parcours.contains(where: \.voitLesNotes)
    case .absences: fiche.droits.contains(.voirLesAbsences)
    case .documents:
      !fiche.droits.isDisjoint(with: [
        .deposerUnJustificatif, .traiterLesJustificatifs, .gererLesCampagnes, .editerLesDocuments,
      ])
    case .journal: !vu.estLeSien && fiche.droits.contains(.voirLeJournal)
    case .identite: fiche.connue
    }
  }
}
