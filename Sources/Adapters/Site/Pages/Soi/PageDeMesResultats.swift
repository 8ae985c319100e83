internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Where a student stands: averages that still move, absences and their cost; once a jury is
/// closed, what it decided and how to contest it.
enum PageDeMesResultats {
  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    guard let annee = try await visite.anneeVue() else {
      return try await visite.sansInscription(.resultats)
    }
    do {
      let bilan = try await visite.demander(
        VoirSonBilan(annee.vu.etudiant, promotion: annee.promotion.id)
      )
      let voies = bilan.decisions == nil ? nil : try await visite.demander(VoirLesVoiesDeRecours())
      return visite.dossier(annee.vu, annee.fiche, .resultats) {
        annee.annees(.resultats)
        if let decisions = bilan.decisions { BlocDeDecisions(decisions, voies, bilan).corps }
        moyennes(bilan, annee)
        Carte("Mes absences et ce qu’elles coûtent", ancre: "absences") {
          Bouton("Voir chaque absence", .discret, vers: annee.vu.adresse("absences"))
        } contenu: {
          BlocDAbsences(bilan.absences, bilan.indisponibilitesRestantes).corps
        }
      }
    } catch Refus.etat(.aucunReglement) {
      return visite.dossier(annee.vu, annee.fiche, .resultats) {
        annee.annees(.resultats)
        EtatVide(
          "Aucune moyenne ne peut être calculée",
          "Le règlement de cette année n’est pas encore enregistré. Vos notes, elles, sont là.",
          action: Bouton("Voir mes notes", vers: annee.vu.adresse("notes")),
        )
      }
    }
  }

  // MARK: Averages

  @HTMLBuilder private static func moyennes(_ bilan: Bilan, _ annee: AnneeVue) -> some HTML {
    Encart(.information, titre: "Moyennes provisoires") {
      p {
        Typographie.phrase(
          "Elles ne comptent que les notes publiées, et chaque nouvelle note peut les changer."
            + (bilan.decisions == nil
              ? " Ce ne sont pas des décisions : elles viendront après la réunion du jury."
              : " Les décisions, elles, sont ci-dessus.")
        )
      }
    }
    if bilan.modulesAttendus > 0, bilan.decisions?.annee == nil {
      Carte("Ce qu’il me faut") {
        p {
          Typographie.phrase(
            bilan.modulesAttendus == 1
              ? "Un module attend encore une note."
              : "\(bilan.modulesAttendus) modules attendent encore des notes."
          )
        }
        Boutons(
          Bouton(
            "Voir les notes qu’il me faut",
            .premier,
            vers: annee.adresse(.objectifs, annee.promotion.id),
          )
        )
      }
    }
    if bilan.ues.isEmpty { EtatVide("Aucune UE dans cette année") }
    Grille { HTMLList(groupes(bilan).map { AnyHTML(carte($0, bilan, annee)) }) }
  }

  /// The UE of a competence, and their RCUE where it has one.
  private struct Groupe {
    let titre: String
    let rcue: Bilan.RCUEDuBilan?
    let ues: [Bilan.UEDuBilan]
  }

  private static func groupes(_ bilan: Bilan) -> [Groupe] {
    let competences = Set(bilan.ues.map(\.ue.rcue)).sorted()
    return competences.map { cle in
      Groupe(
        titre: "Compétence \(cle.competence)",
        rcue: bilan.rcues.first { $0.cle == cle },
        ues: bilan.ues.filter { $0.ue.rcue == cle },
      )
    }
  }

  private static func carte(_ groupe: Groupe, _ bilan: Bilan, _ annee: AnneeVue) -> some HTML {
    Carte(groupe.titre) {
      if let libelle = groupe.ues.first?.competence, !libelle.isEmpty {
        p(.class("aide")) { Typographie.phrase(libelle) }
      }
      if let rcue = groupe.rcue, rcue.ues.count > 1 { deRCUE(rcue) }
      HTMLList(groupe.ues.map { deUE($0, bilan, annee) })
    }
  }

  private static func deRCUE(_ rcue: Bilan.RCUEDuBilan) -> some HTML {
    let ues = rcue.ues.map(\.texte).joined(separator: " et ")
    return div(.class("moyenne regroupement")) {
      p(.class("moyenne-nom")) { Typographie.phrase("Ensemble des UE (RCUE)") }
      valeur(rcue.moyenne)
      p(.class("aide")) {
        Typographie.phrase(
          rcue.moyenne == nil
            ? "Il faut une moyenne dans \(ues)."
            : "Moyenne de \(ues)" + (rcue.estComplete ? "." : ", provisoire.")
        )
      }
    }
  }

  private static func deUE(_ une: Bilan.UEDuBilan, _ bilan: Bilan, _ annee: AnneeVue) -> some HTML {
    let moyenne = une.moyenne
    return div(.class("moyenne")) {
      p(.class("moyenne-nom")) {
        "\(une.ue.code.texte)"
        small { " S\(une.ue.semestre.valeur), \(une.ue.ects.description) ECTS".enPhraseSuite }
      }
      valeur(moyenne.valeur)
      if let valeur = moyenne.valeur { Jauge(place: valeur.place) }
      p(.class("aide")) {
        Typographie.phrase(raisons(une) + " ")
        Lien(
          "Pourquoi ?",
          vers: Chemin.promotion(
            bilan.promotion.id,
            "resultats",
            "\(annee.vu.etudiant)",
            une.ue.code.texte,
          ),
        )
        span(.class("invisible")) { " (moyenne de l’\(une.ue.code.texte))" }
      }
    }
  }

  private static func valeur(_ valeur: Fraction?) -> some HTML {
    p(.class("moyenne-valeur")) {
      if let valeur {
        valeur.moyenneAffichee
        small { "\u{A0}/\u{A0}20" }
      } else {
        span(.aria("hidden", "true")) { "–" }
        span(.class("invisible")) { "pas encore de moyenne" }
      }
    }
  }

  private static func raisons(_ une: Bilan.UEDuBilan) -> String {
    let moyenne = une.moyenne
    var raisons: [String] = []
    if let annee = une.anterieure {
      raisons.append("moyenne obtenue en \(annee)")
    } else if moyenne.notes == 0 {
      raisons.append("aucune note publiée sur \(compte(moyenne.modules, "module"))")
    } else if moyenne.estComplete {
      raisons.append("tous les modules ont leurs notes")
    } else {
      raisons.append("\(moyenne.notes) sur \(compte(moyenne.modules, "module")) avec une note")
    }
    if let note = une.session2 { raisons.append("session 2 : \(note.texte(sur: 20))") }
    if moyenne.malus > 0 { raisons.append("absences : −\(moyenne.malus.surDeuxDecimales)") }
    if moyenne.bonus > 0 { raisons.append("bonus : +\(moyenne.bonus.surDeuxDecimales)") }
    return raisons.joined(separator: " ; ").enPhrase
  }
}

extension Fraction {
  /// Where it stands between 0 and 20, from 0 to 1000.
  var place: Int { Int((self * 50).partieEntiere.numerateur) }
}
