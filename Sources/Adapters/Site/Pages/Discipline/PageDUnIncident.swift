internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The file of an incident: the report, the procedure against each student, who read it.
enum PageDUnIncident {
  static let routes: [Route] =
    [
      .lecture("/discipline/{incident}") { try await montrer($0) },
      .envoi("/discipline/{incident}/documents/{papier}", par: imprimer),
    ] + EtapesDIncident.routes

  static func lire(_ visite: Visite) async throws -> LireUnDossierDisciplinaire.Fiche {
    try await visite.faire(LireUnDossierDisciplinaire(visite.identifiant("incident", .incident)))
  }

  /// `envoyee`: what was sent, where something was wrong, with the form of it.
  static func montrer(
    _ visite: Visite,
    _ envoyee: (cle: String, saisie: SaisieLue)? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let fiche = try await lire(visite)
    let formulaires = FormulairesDIncident(
      fiche,
      envoyee,
      jour: visite.site.bureau.horloge.maintenant().instant.jour,
      jeton: visite.jeton,
    )
    return visite.page(
      "Incident du \(fiche.incident.date.jour.enLettres)",
      fil: [Lien("Discipline", vers: Chemin.discipline)],
      statut: statut,
    ) {
      sansFormulaire(envoyee, formulaires)
      penal(fiche.incident)
      Grille {
        Carte("Le signalement") { Definitions(rapport(fiche)) }
        Carte("Documents") { papiers(fiche, visite.jeton) }
      }
      formulaires
      if fiche.droits.contains(.suivreLaDiscipline) {
        Carte("Qui a lu ce dossier") { lectures(fiche, visite) }
      } else {
        Encart(
          .information,
          "Votre signalement est transmis à la direction du département, qui suit la procédure.",
        )
      }
    }
  }

  /// What is wrong with a step whose form the page no longer has: somebody went on meanwhile.
  @HTMLBuilder private static func sansFormulaire(
    _ envoyee: (cle: String, saisie: SaisieLue)?,
    _ formulaires: FormulairesDIncident,
  ) -> some HTML {
    if let envoyee,
      !String(decoding: formulaires.rendered(), as: UTF8.self).contains("champ-\(envoyee.cle)-")
    {
      Encart(.erreur, titre: "Cela n’a pas pu être fait", annonce: .alerte) {
        HTMLList(
          envoyee.saisie.fautes.values.sorted().map { faute in p { Typographie.phrase(faute) } }
        )
      }
    }
  }

  @HTMLBuilder private static func penal(_ incident: Incident) -> some HTML {
    if incident.penal || incident.comportement.penal != nil {
      Encart(
        .attention,
        "Ces faits peuvent aussi relever du droit pénal"
          + (incident.comportement.penal.map { " : \($0)" } ?? "") + ".",
      )
    }
  }

  private static func rapport(_ fiche: LireUnDossierDisciplinaire.Fiche) -> [(String, Cellule)] {
    let incident = fiche.incident
    var termes: [(String, Cellule)] = [
      ("Comportement", "\(incident.comportement.phrase)"),
      ("Référence", "\(incident.comportement.article)"), ("Date", "\(incident.dateEnLettres)"),
      ("Promotion", "\(fiche.promotion.nomEntier)"), ("Lieu", "\(incident.lieu ?? "–")"),
      (
        "Étudiants",
        "\(fiche.etudiants.isEmpty ? "aucun nommé" : fiche.etudiants.map(\.nomAffiche).joined(separator: ", "))",
      ), ("Enseignant ou surveillant", "\(incident.surveillant)"),
      ("Signalé par", "\(fiche.auteur)"), ("Les faits", "\(incident.description)"),
    ]
    if let evaluation = fiche.evaluation {
      termes.insert(("Épreuve", "\(evaluation.module) – \(evaluation.nom)"), at: 4)
    }
    if !incident.temoins.isEmpty { termes.append(("Témoins", "\(incident.temoins)")) }
    if !incident.inconnus.isEmpty { termes.append(("Non identifiés", "\(incident.inconnus)")) }
    if let procesVerbal = incident.procesVerbal {
      termes.append(("Procès-verbal", "dressé le \(procesVerbal.jour.enLettres)"))
      termes.append(("Pièces saisies", "\(procesVerbal.pieces)"))
    }
    if let degat = incident.degat {
      let montant = degat.montant == 0 ? "" : ", \(Incident.Degat.euros(degat.montant)) demandés"
      termes.append(
        (
          "Dégradation",
          "\(degat.designation), valeur \(Incident.Degat.euros(degat.valeur))\(montant) : \(degat.etat.phrase)",
        )
      )
    }
    return termes
  }

  @HTMLBuilder private static func papiers(
    _ fiche: LireUnDossierDisciplinaire.Fiche,
    _ jeton: Jeton,
  ) -> some HTML {
    let demandes = papiers(fiche)
    if demandes.isEmpty {
      p { Typographie.phrase("Les documents s’impriment à mesure de la procédure.") }
    }
    for demande in demandes {
      Formulaire(
        vers: Chemin.incident(fiche.incident.id, "documents", demande.nature.rawValue),
        jeton: jeton,
      ) {
        if let etudiant = demande.etudiant {
          input(.type("hidden"), .name("etudiant"), .value("\(etudiant.id)"))
        }
        Bouton(
          demande.nature.phrase + (demande.etudiant.map { ", \($0.nomAffiche)" } ?? "")
        )
      }
    }
  }

  private typealias Papier = (nature: NatureDeDocument, etudiant: Etudiant?)

  private static func papiers(_ fiche: LireUnDossierDisciplinaire.Fiche) -> [Papier] {
    let incident = fiche.incident
    var demandes: [Papier] = []
    if incident.procesVerbal != nil { demandes.append((.procesVerbalDeFraude, nil)) }
    guard fiche.droits.contains(.suivreLaDiscipline) else { return demandes }
    if incident.suites.contains(where: { $0.a(.saisineDuDirecteur) }) {
      demandes.append((.saisineDisciplinaire, nil))
    }
    for etudiant in fiche.etudiants {
      guard let suite = incident.suite(etudiant.id) else { continue }
      if suite.a(.invitation) { demandes.append((.invitationAExpliquer, etudiant)) }
      if suite.a(.sanction) || suite.a(.relaxe) {
        demandes.append((.notificationDeSanction, etudiant))
      }
    }
    return demandes
  }

  private static func lectures(
    _ fiche: LireUnDossierDisciplinaire.Fiche,
    _ visite: Visite,
  ) -> some HTML {
    Tableau(
      "Lectures du dossier",
      colonnes: [.init("Le"), .init("Par"), .init("Quoi")],
      lignes: fiche.lectures.map { lecture in
        Tableau.Ligne([
          "\(visite.enLettres(lecture.entree.horodatage))",
          "\(lecture.auteur?.nom ?? "l’administration du serveur")",
          "\(lecture.entree.acte == LireUnDossierDisciplinaire.nom ? "dossier ouvert" : lecture.entree.acte == LireSesProcedures.nom ? "lu par l’étudiant" : "document imprimé")",
        ])
      },
    )
  }

  private static func imprimer(_ visite: Visite) async throws -> HTTPResponse {
    let nature = try visite.nature(visite.valeurs["papier"] ?? "") { $0.estDisciplinaire }
    let incident: Identifiant<Incident> = try visite.identifiant("incident", .incident)
    let etudiant = Int64(try visite.formulaire().ligne("etudiant")).flatMap {
      Identifiant<Etudiant>($0)
    }
    return try await visite.imprimer(
      DemandeDeDocuments(nature, sur: .incident(incident), etudiants: etudiant.map { [$0] })
    )
  }
}
