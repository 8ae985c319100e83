internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// What each choice can change: the least to sit again, the marks needed, what a lower mark costs.
struct CeQueChangeLaSession2 {
  private let besoin: Besoin
  private let but: String
  private let meilleures: Set<CodeUE>
  /// The UE open whose exam nobody has chosen.
  private let sansForme: [CodeUE]

  init(_ besoin: Besoin, _ objectif: Objectif, _ sienne: VoirSaSessionDeux.Sienne) {
    self.besoin = besoin
    but = objectif.enClair
    meilleures = sienne.meilleures
    let choisies = sienne.epreuves.filter(\.estChoisie).map(\.ue)
    sansForme = sienne.lignes.filter(\.estOuverte).map(\.ue).filter { !choisies.contains($0) }
  }

  @HTMLBuilder var corps: some HTML {
    Carte("Ce que chaque choix peut changer", ancre: "simulation") {
      switch besoin.moindre {
      case .dejaAtteint:
        p {
          Typographie.phrase("Vos notes suffisent déjà pour \(but) : rien à repasser pour cela.")
        }
      case .aucuneEpreuve:
        p { Typographie.phrase("Aucune UE ne pourrait être repassée dans cette année.") }
      case .impossible:
        p { Typographie.phrase("Même 20 à toutes les épreuves ne suffirait pas pour \(but).") }
      case .ensemble(let ensemble): AnyHTML(moindre(ensemble))
      }
      if !besoin.seules.isEmpty { seules }
      if !sansForme.isEmpty {
        p {
          Typographie.phrase(
            "La forme de l’épreuve n’est pas encore choisie pour "
              + "\(sansForme.map(\.texte).joined(separator: ", ")) : ces notes supposent qu’elle "
              + "vaut pour toute l’UE, et peuvent changer."
          )
        }
      }
      p(.class("aide")) {
        Typographie.phrase(
          "Ne pas s’inscrire ne peut jamais faire baisser une note, et une UE acquise le reste. Là où "
            + "la note est remplacée, une note plus basse compte aussi, et une absence injustifiée "
            + "vaut zéro."
        )
      }
    }
  }

  @HTMLBuilder private func moindre(_ ensemble: MoindreEnsemble) -> some HTML {
    p(.class("verdict")) {
      Typographie.phrase(
        ensemble.epreuves.count == 1
          ? "Une seule UE repassée peut suffire pour \(but)."
          : "Le moins : \(ensemble.epreuves.count) UE à repasser pour \(but)."
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
    HTMLGroup(
      h3 { "Chaque UE seule" },
      Definitions(
        besoin.seules.map { une in
          let seuil = une.auMoins.map { "suffit à partir de \($0)" } ?? "ne suffit pas"
          return (une.epreuve.nom, "\(Typographie.phrase("\(seuil) ; \(risques(une)).".enPhrase))")
        }
      ),
    )
  }

  private func risques(_ une: NoteNecessaire) -> String {
    if !meilleures.isDisjoint(with: une.epreuve.ues) { return "la meilleure note est gardée" }
    guard !une.risques.isEmpty else { return "rien à perdre" }
    return une.risques.map { "sous \($0.sous), \($0.perdu.phrase)" }.joined(separator: " ; ")
  }
}
