internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The absences of a student, and the documents given for them.
enum OngletDesAbsences {
  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let fiche = try await visite.demander(VoirUnEtudiant(vu.etudiant))
    let etat = try await visite.demander(VoirLesAbsencesDUnEtudiant(vu.etudiant))
    let couts = vu.estLeSien ? try await visite.coutDesAbsences(vu, fiche) : nil
    return visite.dossier(vu, fiche, .absences) {
      Chiffres([
        ChiffreCle("Sans justification", heures(etat) { $0 == .aucune }, unite: "h"),
        ChiffreCle("Justifiées", heures(etat) { $0 == .abj }, unite: "h"),
        ChiffreCle(
          "Indisponibilités",
          heures(etat) { if case .iti = $0 { true } else { false } },
          unite: "h",
        ),
      ])
      if let couts {
        Carte("Ce que mes absences coûtent") {
          BlocDAbsences(couts.absences, couts.indisponibilitesRestantes).corps
        }
      }
      Carte("Justificatifs") {
        Bouton("Annonces, autorisations, rattrapages", vers: vu.adresse("demarches"))
        if etat.peutDeposer {
          Bouton("Déposer un justificatif", vers: vu.adresse("justificatifs", "nouveau"))
        }
      } contenu: {
        justificatifs(etat)
      }
      Carte("Créneaux") { manques(etat) }
    }
  }

  private static func heures(
    _ etat: VoirLesAbsencesDUnEtudiant.Etat,
    _ condition: (Presence.Justification) -> Bool,
  ) -> String { etat.heures(condition).description }

  private static func justificatifs(_ etat: VoirLesAbsencesDUnEtudiant.Etat) -> some HTML {
    Tableau(
      "Justificatifs",
      colonnes: [
        .init("Pour"), .init("Nature"), .init("Déposé"), .init("État"), .init("Pièce"),
      ],
      lignes: etat.justificatifs.map { justificatif in
        Tableau.Ligne([
          Cellule(
            Lien(justificatif.periode, vers: Chemin.justificatif(justificatif.id))
          ),
          "\(justificatif.nature.phrase)",
          Cellule(depot(justificatif, estTardif: etat.tardifs.contains(justificatif.id))),
          Cellule(justificatif.pastille), Cellule(piece(justificatif.fichier)),
        ])
      },
      vide: EtatVide(
        "Aucun justificatif",
        etat.delais.phrase,
      ),
    )
  }

  @HTMLBuilder static func depot(_ justificatif: Justificatif, estTardif: Bool) -> some HTML {
    justificatif.depose.enLettres
    if estTardif {
      " "
      Pastille("hors délai", .attention)
    }
  }

  @HTMLBuilder static func piece(_ fichier: String?) -> some HTML {
    if let fichier { Lien("Ouvrir", vers: Chemin.fichier(fichier)) } else { "aucune" }
  }

  private static func manques(_ etat: VoirLesAbsencesDUnEtudiant.Etat) -> some HTML {
    tableau(etat.manques, refusees: etat.refusees, vide: EtatVide("Aucune absence"))
  }

  /// Slots and what was seen there, with why a declaration counts for nothing.
  static func tableau(
    _ manques: [PresenceSituee],
    refusees: [Identifiant<Seance>: String] = [:],
    vide: EtatVide,
  ) -> some HTML {
    Tableau(
      "Absences et retards",
      colonnes: [
        .init("Créneau"), .init("Durée", .chiffres), .init("Module"), .init("Constat"),
        .init("Justification"),
      ],
      lignes: manques.map { situee in
        Tableau.Ligne([
          "\(situee.debut.enLettres)", "\(situee.duree)", "\(situee.module ?? "")",
          "\(situee.presence.pointage.constat)",
          Cellule(
            situee.presence.estUneAbsence
              ? pastille(situee.presence, refusees[situee.presence.seance]) : nil
          ),
        ])
      },
      vide: vide,
    )
  }

  private static func pastille(_ presence: Presence, _ refus: String?) -> Pastille {
    refus.map { Pastille("indisponibilité (\($0)) : compte comme injustifiée", .attention) }
      ?? (presence.amenagement == nil
        ? presence.justification.pastille : Pastille("dispense d’assiduité", .succes))
  }
}

extension Visite {
  /// What absences cost in the last year; `nil` while it has no règlement.
  fileprivate func coutDesAbsences(_ vu: DossierVu, _ fiche: VoirUnEtudiant.Fiche) async throws
    -> Bilan?
  {
    guard let promotion = fiche.parcours.first?.promotion.id else { return nil }
    do {
      return try await demander(VoirSonBilan(vu.etudiant, promotion: promotion))
    } catch Refus.etat(.aucunReglement) {
      return nil
    }
  }
}

extension Instant {
  /// « 3 novembre 2026 à 14 h 05 ».
  var enLettres: String { "\(jour.enLettres) à \(Typographie.heure(minute / 60, minute % 60))" }
}

extension PresenceSituee {
  /// « 1 h 30 ».
  var duree: String { Typographie.heure(minutes / 60, minutes % 60) }
}

extension Presence.Pointage {
  /// What was seen, in French.
  var constat: String {
    switch self {
    case .present: "présent"
    case .absent: "absent"
    case .retard(let minutes): "en retard de \(minutes) min"
    case .exclu(let motif, nil): "exclu : \(motif)".enPhraseSuite
    case .exclu(let motif, let minutes?): "exclu \(minutes) min : \(motif)".enPhraseSuite
    }
  }
}

extension Presence.Justification {
  /// The state in words.
  var pastille: Pastille {
    switch self {
    case .aucune: Pastille("non justifiée", .attention)
    case .abj: Pastille("justifiée", .succes)
    case .iti: Pastille("indisponibilité", .neutre)
    }
  }
}

extension Justificatif {
  /// « du 3 novembre 2026 à 8 h au … », or one day.
  var periode: String {
    du.jour == au.jour
      ? "le \(du.jour.enLettres)" : "du \(du.jour.enLettres) au \(au.jour.enLettres)"
  }

  /// The state in words.
  var pastille: Pastille {
    switch etat {
    case .depose: Pastille("à traiter", .information)
    case .aCompleter: Pastille("à compléter", .attention)
    case .accepte: Pastille("accepté", .succes)
    case .refuse: Pastille("refusé", .erreur)
    }
  }
}

extension Justificatif.Nature {
  /// The kind, in French.
  var phrase: String {
    switch self {
    case .medical: "certificat médical"
    case .deces: "décès d’un proche"
    case .permis: "permis de conduire"
    case .autorisation: "autorisation d’absence"
    case .autre: "autre"
    case .arretDeTravail: "arrêt de travail"
    }
  }
}
