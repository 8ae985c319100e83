internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// What a session 2 could change, if one were open: the least to sit again, and what it could cost.
struct SessionDeuxDite {
  private let besoin: Besoin
  private let but: String

  init(_ besoin: Besoin, _ simulation: SimulationDeNotes) {
    self.besoin = besoin
    but = simulation.objectif.enClair
  }

  @HTMLBuilder var corps: some HTML {
    Carte("Et s’il y a une session 2 ?", ancre: "session2") {
      switch besoin.moindre {
      case .dejaAtteint:
        p {
          Typographie.phrase("Vos notes suffisent déjà pour \(but) : rien à repasser pour cela.")
        }
      case .aucuneEpreuve:
        p { Typographie.phrase("Aucun module ne pourrait être repassé dans cette année.") }
      case .impossible:
        p { Typographie.phrase("Même 20 à toutes les épreuves ne suffirait pas pour \(but).") }
      case .ensemble(let ensemble): AnyHTML(moindre(ensemble))
      }
      if !besoin.seules.isEmpty { seules }
    }
  }

  @HTMLBuilder private func moindre(_ ensemble: MoindreEnsemble) -> some HTML {
    p(.class("verdict")) {
      Typographie.phrase(
        ensemble.epreuves.count == 1
          ? "Une seule épreuve peut suffire pour \(but)."
          : "Le moins : \(ensemble.epreuves.count) épreuves à repasser pour \(but)."
      )
    }
    ul {
      for demandee in ensemble.epreuves {
        li {
          Typographie.phrase(
            "\(demandee.epreuve.nom) : au moins \(demandee.auMoins)"
              + (ensemble.epreuves.count > 1 ? ", avec \(ensemble.note) aux autres" : "")
          )
        }
      }
    }
  }

  private var seules: some HTML {
    Tableau(
      "Chaque épreuve seule",
      colonnes: [
        .init("Épreuve"), .init("Suffit seule à partir de", .chiffres), .init("Le risque"),
      ],
      lignes: besoin.seules.map { une in
        Tableau.Ligne([
          "\(une.epreuve.nom)", "\(une.auMoins?.description ?? "ne suffit pas")",
          "\(Typographie.phrase(risques(une.risques)))",
        ])
      },
    )
  }

  private func risques(_ risques: [NoteNecessaire.Risque]) -> String {
    guard !risques.isEmpty else { return "aucun" }
    return risques.map { "sous \($0.sous), \($0.perdu.phrase)" }.joined(separator: " ; ")
  }
}

extension NoteNecessaire.Perte {
  var phrase: String {
    switch self {
    case .moyenne(let ue): "la moyenne de l’\(ue.texte) baisse"
    case .passage: "vous perdriez de quoi continuer l’année prochaine"
    case .rcue(let cle): "vous perdriez la compétence \(cle.competence)"
    case .ue(let ue): "vous perdriez l’\(ue.texte)"
    }
  }
}
