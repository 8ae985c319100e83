internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  // MARK: Of a promotion

  func documents(_ choix: PreparerLesDocuments.Choix) -> HTTPResponse {
    let promotion = choix.promotion
    return page(promotion, .documents) {
      Carte("Pour chaque étudiant") {
        Tableau(
          "Documents de chaque étudiant",
          colonnes: [.init("Document"), .init("Ce qu’il dit", estSecondaire: true)],
          lignes: choix.natures.map { nature in
            let demande = DemandeDeDocuments(nature, sur: .promotion(promotion.id))
            return Tableau.Ligne([
              Cellule(Lien(nature.phrase, vers: Chemin.documents(demande))),
              "\(nature.presentation.enPhraseSuite)",
            ])
          },
        )
      }
      Carte("Des jurys clos") {
        Tableau(
          "Documents des jurys clos",
          colonnes: [.init("Jury"), .init("Date"), .init("Documents", estSecondaire: true)],
          lignes: choix.jurys.map { jury in
            Tableau.Ligne([
              Cellule(Lien(jury.titre, vers: Chemin.jury(jury.id))),
              "\(jury.date.enLettres)", Cellule(liens(jury)),
            ])
          },
          vide: EtatVide(
            "Aucun jury n’est clos",
            "Procès-verbaux et lettres se font une fois le jury clos.",
          ),
        )
      }
      if choix.aUnCalendrier {
        Carte("Calendrier officiel") {
          p {
            "Les semestres, les interruptions, les fenêtres de demande et les jurys de l’année "
              + "\(promotion.annee), pour tout l’établissement."
          }
          div(.class("actions")) { calendrierOfficiel(promotion.annee) }
        }
      }
    }
  }

  private func liens(_ jury: SessionDeJury) -> some HTML {
    HTMLList(
      NatureDeDocument.deJury.map { nature in
        div {
          Bouton(
            nature.phrase,
            .discret,
            vers: Chemin.documents(DemandeDeDocuments(nature, sur: .jury(jury.id))),
          )
        }
      }
    )
  }

  /// The button that prints the calendar of a year.
  func calendrierOfficiel(_ annee: AnneeUniversitaire) -> some HTML {
    Formulaire(vers: Chemin.calendrierOfficiel, jeton: jeton) {
      input(.type("hidden"), .name("annee"), .value(annee.description))
      Bouton("Calendrier officiel (PDF)")
    }
  }

  // MARK: Of a jury

  /// What a closed jury hands over.
  func documents(_ session: SessionDeJury) -> some HTML {
    Carte("Documents", ancre: "documents") {
      div(.class("actions")) {
        imprimerTout(.procesVerbal, session, "Procès-verbal (PDF)")
        imprimerTout(.procesVerbalAnonyme, session, "Version anonyme (PDF)")
        Bouton(
          "Lettres aux étudiants",
          vers: Chemin.documents(DemandeDeDocuments(.lettreDeDecision, sur: .jury(session.id))),
        )
      }
      p(.class("aide")) {
        "Le procès-verbal dit ce qui est scellé, jamais les faits d’aujourd’hui.".enPhraseSuite
      }
    }
  }

  private func imprimerTout(
    _ nature: NatureDeDocument,
    _ session: SessionDeJury,
    _ intitule: String,
  ) -> some HTML {
    Formulaire(
      vers: Chemin.documents(DemandeDeDocuments(nature, sur: .jury(session.id))),
      jeton: jeton,
    ) { Bouton(intitule) }
  }

  // MARK: Of a test

  func documents(
    _ grille: OuvrirUneGrille.Grille,
    _ seances: [VoirLesSeancesDUneEvaluation.Prevue],
  ) -> HTTPResponse {
    let evaluation = grille.evaluation
    return page(
      "Documents",
      fil: fil(grille) + [Lien(evaluation.nom, vers: Chemin.evaluation(evaluation.id))],
    ) {
      Carte("Pour tous ceux qui passent l’évaluation") {
        liste(NatureDeDocument.dEpreuve, sur: .evaluation(evaluation.id))
      }
      if seances.count > 1 {
        HTMLList(
          seances.map { prevue in
            Carte(Self.titre(prevue)) {
              liste([.listeDeSalle, .feuilleDEmargement], sur: .seance(prevue.seance.id))
            }
          }
        )
      } else if seances.isEmpty {
        p(.class("aide")) {
          "Aucune séance n’est prévue pour cette évaluation : ni l’heure ni la durée ne seront "
            + "imprimées.".enPhraseSuite
        }
      }
    }
  }

  private func liste(_ natures: [NatureDeDocument], sur cible: DemandeDeDocuments.Cible)
    -> some HTML
  {
    ul {
      HTMLList(
        natures.map { nature in
          li {
            Lien(nature.phrase, vers: Chemin.documents(DemandeDeDocuments(nature, sur: cible)))
            " : \(nature.presentation.enMinuscule)".enPhraseSuite
          }
        }
      )
    }
  }

  /// « Séance du 3 novembre 2026 à 14 h 05, TD 1 ».
  private static func titre(_ prevue: VoirLesSeancesDUneEvaluation.Prevue) -> String {
    let debut = prevue.seance.debut
    let heure = Typographie.heure(debut.minute / 60, debut.minute % 60)
    let qui =
      prevue.groupes.isEmpty ? "toute la promotion" : prevue.groupes.joined(separator: ", ")
    return "Séance du \(debut.jour.enLettres) à \(heure), \(qui)"
  }
}

extension NatureDeDocument {
  /// What it tells, in one sentence.
  var presentation: String {
    switch self {
    case .releveProvisoire: "Les notes publiées à ce jour, sans décision."
    case .releveDefinitif:
      "Les moyennes, décisions et crédits que le jury de fin d’année a arrêtés."
    case .attestationDeReussite: "L’année est validée par le jury."
    case .certificatDeDUT: "Le DUT est obtenu."
    case .certificatDeBUT: "Le BUT est obtenu."
    case .supplementAuDiplome: "Le contenu des études, pour être comprises ailleurs."
    case .procesVerbal: "Tout ce que le jury a décidé, avec les noms."
    case .procesVerbalAnonyme: "Le même, par numéros et sans motifs."
    case .lettreDeDecision: "Ce que le jury a décidé, et comment le contester."
    case .refusDeRedoublement: "Le refus d’un redoublement, ses motifs et les recours."
    case .convocation: "Le jour et l’heure des épreuves à venir, et les aménagements."
    case .listeDeSalle: "Qui est attendu, à afficher à la porte."
    case .feuilleDEmargement: "Qui est attendu, avec la place de signer."
    case .calendrierOfficiel: "Les dates de l’année."
    case .procesVerbalDeFraude: "Les faits d’une fraude, les pièces saisies, les contreseings."
    case .invitationAExpliquer: "Ce qui est reproché, et comment s’en expliquer."
    case .saisineDisciplinaire: "Les faits et la procédure, pour la direction et la section."
    case .notificationDeSanction: "Ce que la section disciplinaire a décidé."
    case .decisionDeBonification: "La réponse à une demande de bonification, et son motif."
    case .accuseDeSession2: "Ce que l’étudiant a répondu, reçu à la seconde."
    case .decisionDInscriptionTardive: "La réponse à une inscription demandée après la limite."
    case .amenagementsDeSession2:
      "Ce qui est reproduit de la session 1, ce qui diffère et pourquoi."
    case .convocationAConsulter: "Le jour et le lieu où une copie se consulte."
    case .reponseAContestation: "Ce qui suit la consultation d’une copie, et les recours."
    case .procesVerbalDeCommission: "Qui siégeait, ce qui fut décidé, avec les noms."
    }
  }
}
