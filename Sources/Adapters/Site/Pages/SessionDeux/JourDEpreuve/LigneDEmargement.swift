internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// One student at an exam: seat, end, papers, copy.
struct LigneDEmargement {
  private let ligne: VoirLeJourDEpreuve.Ligne
  private let vue: VoirLeJourDEpreuve.Vue
  private let visite: Visite

  init(_ ligne: VoirLeJourDEpreuve.Ligne, _ vue: VoirLeJourDEpreuve.Vue, _ visite: Visite) {
    self.ligne = ligne
    self.vue = vue
    self.visite = visite
  }

  private var id: String { "\(ligne.etudiant)" }

  var corps: some HTML {
    details(.class("emargement-session2"), .id("etudiant-\(id)")) {
      summary {
        strong { ligne.nom }
        " \(resume)".enPhraseSuite
        " "
        etat
      }
      formulaire
      AbsenceAUneEpreuve(ligne, vue, visite)
    }
  }

  private var resume: String {
    let place = ligne.place.map { "place \($0), " } ?? ""
    let fin = Typographie.heure(ligne.fin.minute / 60, ligne.fin.minute % 60)
    let debut = Typographie.heure(ligne.debut.minute / 60, ligne.debut.minute % 60)
    let heures = vue.epreuve.forme == .oral ? "passe à \(debut), " : ""
    let siens = ligne.amenagements.map(\.phrase).joined(separator: ", ")
    return "\(place)\(heures)fin à \(fin)" + (siens.isEmpty ? "" : " (\(siens))")
  }

  private var etat: Pastille {
    if let absence = ligne.absence {
      return absence == .absenceInjustifiee
        ? Pastille("absence injustifiée : 0", .erreur) : Pastille("absence justifiée", .neutre)
    }
    guard ligne.emargement.estPresent else {
      guard vue.estFinie else { return Pastille("pas encore arrivé", .neutre) }
      return ligne.emargeAilleurs == nil
        ? Pastille("absent", .attention) : Pastille("présent à une autre forme", .neutre)
    }
    if let copie = ligne.emargement.copie { return Pastille(copie.phrase, .succes) }
    return ligne.retard > 0
      ? Pastille("présent, \(ligne.retard) min de retard", .attention)
      : Pastille("présent", .succes)
  }

  private var formulaire: some HTML {
    let emargement = ligne.emargement
    let maintenant = heure(vue.maintenant)
    let copies =
      [Choix("", "Pas encore")]
      + EmargementDeSession2.Copie.allCases.map {
        Choix($0.rawValue, $0.phrase.enPhraseSansPoint)
      }
    return Formulaire(
      vers: Chemin.jourDeSession2(vue.session.campagne, "\(vue.epreuve)", "etudiants", id),
      jeton: visite.jeton,
    ) {
      input(.type("hidden"), .name("version"), .value("\(emargement.version)"))
      Champ("piece", "Pièce d’identité vue", .coche(emargement.pieceVue), cle: "piece-\(id)")
      Champ("carte", "Carte d’étudiant vue", .coche(emargement.carteVue), cle: "carte-\(id)")
      Champ(
        "arrivee",
        "Émarge à",
        .texte(
          emargement.arrivee.map(heure)
            ?? (vue.maintenant.jour == ligne.debut.jour ? maintenant : "")
        ),
        aide: "Vide tant que l’étudiant n’a pas émargé.",
        estFacultatif: true,
        cle: "arrivee-\(id)",
      )
      Champ(
        "copie",
        "Copie",
        .choix(copies, choisi: emargement.copie?.rawValue ?? ""),
        cle: "copie-\(id)",
      )
      Champ(
        "sortie",
        "Copie remise à",
        .texte(emargement.sortie.map(heure) ?? ""),
        estFacultatif: true,
        cle: "sortie-\(id)",
      )
      Champ(
        "observation",
        "Observation",
        .texte(emargement.observation),
        estFacultatif: true,
        cle: "observation-\(id)",
      )
      Boutons(Bouton("Noter", .premier))
    }
  }

  private func heure(_ instant: Instant) -> String {
    let minutes = instant.minute % 60
    return "\(instant.minute / 60) h \(minutes < 10 ? "0" : "")\(minutes)"
  }
}
