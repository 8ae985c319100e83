internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The absences of a promotion: who is near a threshold, who worries, what waits; statements to
/// take away.
enum PageDeSuiviDAbsences {
  static let routes: [Route] = [
    .lecture("/promotions/{promotion}/absences", par: montrer),
    .lecture("/promotions/{promotion}/absences.xlsx") { try await donner($0, .xlsx) },
    .lecture("/promotions/{promotion}/absences.csv") { try await donner($0, .csv) },
  ]

  private static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    let suivi = try await visite.demander(
      SuivreLesAbsences(visite.identifiant("promotion", .promotion))
    )
    return visite.page(
      "Absences, \(suivi.promotion.nom)",
      fil: [Lien("Absences", vers: Chemin.absences)],
    ) {
      Chiffres([
        ChiffreCle(
          "Absences préoccupantes",
          "\(suivi.lignes.count(where: \.estPreoccupante))",
          precision: "\(compte(suivi.preoccupants.jours, "jour")) sans motif "
            + "en \(compte(suivi.preoccupants.fenetre, "jour"))",
        ),
        ChiffreCle(
          "Seuil de 30 % atteint",
          "\(suivi.lignes.count { $0.couts.contains { $0.limite?.estAtteinte ?? false } })",
        ),
        ChiffreCle("Autorisations à traiter", "\(suivi.autorisations.count)"),
      ])
      if !suivi.autorisations.isEmpty {
        Carte("Demandes d’autorisation") { autorisations(suivi, visite) }
      }
      Carte("Étudiants") { etudiants(suivi) }
      Carte("Relevés d’assiduité") { releves(suivi) }
    }
  }

  private static func autorisations(_ suivi: SuivreLesAbsences.Suivi, _ visite: Visite)
    -> some HTML
  {
    let maintenant = visite.site.bureau.horloge.maintenant().instant
    return Tableau(
      "Demandes d’autorisation en attente",
      colonnes: [.init("Étudiant"), .init("Pour"), .init("État")],
      lignes: suivi.autorisations.map { attente in
        Tableau.Ligne([
          "\(attente.etudiant.nomAffiche)",
          Cellule(
            Lien(
              attente.autorisation.periode,
              vers: Chemin.autorisation(attente.autorisation.id),
            )
          ),
          Cellule(attente.autorisation.pastille(a: maintenant)),
        ])
      },
    )
  }

  private static func etudiants(_ suivi: SuivreLesAbsences.Suivi) -> some HTML {
    Tableau(
      "Absences par étudiant",
      colonnes: [
        .init("Étudiant"), .init("Semestre", .chiffres), .init("Injustifiées", .chiffres),
        .init("Justifiées", .chiffres), .init("Malus", .chiffres), .init("Prochain palier"),
        .init("Seuil de 30 %"), .init("À faire"),
      ],
      lignes: suivi.lignes.flatMap { ligne in
        ligne.couts.map { cout in
          Tableau.Ligne([
            Cellule(
              Lien(
                ligne.etudiant.nomAffiche,
                vers: Chemin.etudiant(ligne.etudiant.id, "demarches"),
              )
            ),
            "\(cout.semestre.valeur)", "\(cout.heuresInjustifiees.description)\u{A0}h",
            "\(cout.heuresJustifiees.description)\u{A0}h",
            "\(cout.estSoumis ? cout.malus.abregee : "CFA")", "\(palier(cout))",
            "\(limite(cout))",
            Cellule(
              ligne.estPreoccupante
                ? AnyHTML(Pastille("contacter la personne de confiance", .attention))
                : AnyHTML(ligne.contact.map { "contact le \($0.jour.enLettres)" } ?? "–")
            ),
          ])
        }
      },
      vide: EtatVide("Personne n’est inscrit"),
    )
  }

  /// What is left before more points are taken.
  private static func palier(_ cout: CoutDesAbsences) -> String {
    guard let suivant = cout.suivant else { return "–" }
    let reste = suivant.heures - Fraction(cout.heuresInjustifiees)
    guard reste > 0 else { return "dès la prochaine absence (−\(suivant.malus.abregee))" }
    return "dans \(reste.abregee)\u{A0}h (−\(suivant.malus.abregee))"
  }

  private static func limite(_ cout: CoutDesAbsences) -> String {
    guard let limite = cout.limite else { return "–" }
    return limite.estAtteinte ? "atteint" : "dans \(limite.reste.abregee)\u{A0}h"
  }

  private static func releves(_ suivi: SuivreLesAbsences.Suivi) -> some HTML {
    let adresse = Chemin.promotion(suivi.promotion.id, "absences.xlsx")
    return HTMLGroup(
      p {
        Typographie.phrase(
          "Pour le CROUS ou le CFA : les heures de chacun et les créneaux manqués d’une période."
        )
      },
      Recherche(vers: adresse) {
        Champ("du", "Du", .date(suivi.jour.plus(jours: -30).description))
        Champ("au", "Au", .date(suivi.jour.description))
        Champ("alternants", "Les alternants seulement, pour leur CFA", .coche())
        Bouton("Télécharger")
      },
    )
  }

  private static func donner(_ visite: Visite, _ format: Feuillet.Format) async throws
    -> HTTPResponse
  {
    let aujourdhui = visite.site.bureau.horloge.maintenant().jour
    let au = Jour(visite.question("au")) ?? aujourdhui
    let du = Jour(visite.question("du")) ?? au.plus(jours: -30)
    let etat = try await visite.demander(
      EtablirUnEtatDAssiduite(
        visite.identifiant("promotion", .promotion),
        du: du,
        au: au,
        alternantsSeuls: visite.question("alternants") == "oui",
      )
    )
    return try visite.fichier(Feuillet(etat, du: du, au: au), format)
  }
}

extension Feuillet {
  /// The attendance of a period: a line a student, then a line for each slot missed.
  fileprivate init(_ etat: EtablirUnEtatDAssiduite.Etat, du: Jour, au: Jour) {
    titre = "Assiduité \(etat.promotion.nom) \(du) \(au)"
    colonnes = [
      "NIP", "Étudiant", "Statut", "Créneau", "Module", "Constat", "Justification", "Heures",
    ]
    lignes = etat.etudiants.flatMap(Self.lignes)
  }

  private static func lignes(_ sien: EtablirUnEtatDAssiduite.DEtudiant) -> [[String]] {
    let qui: [String] = [
      sien.etudiant.identite?.nip ?? "", sien.etudiant.nomAffiche, sien.statut.rawValue,
    ]
    var lignes: [[String]] = [
      qui + ["total", "", "présent", "", sien.presentes.description],
      qui + ["total", "", "absent, justifié", "", sien.manquees(justifiees: true).description],
      qui + [
        "total", "", "absent, non justifié", "", sien.manquees(justifiees: false).description,
      ],
    ]
    for situee in sien.creneaux where situee.presence.pointage != .present {
      let estJustifiee = situee.presence.justification != .aucune
      let justification = situee.presence.estUneAbsence ? (estJustifiee ? "oui" : "non") : ""
      let propre: [String] = [
        situee.debut.enLettres, situee.module ?? "", situee.presence.pointage.constat,
        justification, situee.duree,
      ]
      lignes.append(qui + propre)
    }
    return lignes
  }
}
