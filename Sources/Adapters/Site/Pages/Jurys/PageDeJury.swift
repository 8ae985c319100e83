internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  /// The path to a jury.
  func fil(_ session: SessionDeJury, _ promotion: Promotion, jusquAuJury: Bool = false) -> [Lien] {
    let liste = [Lien("Jurys", vers: Chemin.jurys)]
    guard jusquAuJury else { return liste }
    return liste + [
      Lien("\(session.titre), \(promotion.nom)", vers: Chemin.jury(session.id))
    ]
  }

  // MARK: A jury

  func jury(
    _ seance: SeanceDeJury,
    _ formulaire: FormulaireDeJury? = nil,
    retrait: SaisieLue = SaisieLue([:]),
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    let session = seance.session
    let titre = "\(session.titre), \(seance.promotion.nomEntier)"
    return page(titre, fil: fil(session, seance.promotion), statut: statut) {
      Bouton(session.close ? "Résultats" : "Délibérer", .premier, vers: deliberation(session))
      if session.close {
        Bouton("Synthèse", vers: Chemin.jury(session.id, "synthese"))
        if session.nature == .annee,
          let diplome = DiplomeAttribue(fin: seance.promotion.anneeBUT)
        {
          Bouton(diplome.rawValue, vers: Chemin.promotion(seance.promotion.id, "diplomes"))
        }
        Bouton("Scellés", vers: Chemin.jury(session.id, "scelles"))
      } else if seance.peutClore {
        Bouton("Clore", vers: Chemin.jury(session.id, "cloture"))
      }
    } contenu: {
      rectification(seance)
      faitsPresents(session)
      Chiffres(chiffres(seance))
      if !session.close { aPrevoir(seance) }
      if session.close, peutEditer(seance.promotion) { documents(session) }
      statistiques(seance)
      if session.close {
        Carte("Membres") { membres(session) }
      } else {
        Carte("Séance") { corpsDeSeance(seance, formulaire) }
      }
      if !session.close, seance.peutPreparer, seance.peutSeRetirer {
        Carte("Retirer le jury") { corpsDuRetrait(seance, retrait) }
      }
    }
  }

  /// Taken away, a jury opened for errors on copies takes back that they were recognised.
  @HTMLBuilder private func corpsDuRetrait(_ seance: SeanceDeJury, _ saisie: SaisieLue)
    -> some HTML
  {
    if seance.erreurs.isEmpty {
      p { "Rien n’y est décidé : le retirer ne perd rien, et le journal en garde trace." }
      formulaireDeRetrait(seance) {}
    } else if let reportee = seance.erreurs.first(where: \.estReportee) {
      p {
        "La note exacte est déjà reportée : ce jury se retire quand le secrétariat a remis la note publiée, "
        Lien("depuis la contestation", vers: Chemin.contestations(reportee.consultation.campagne))
        "."
      }
    } else if seance.peutClore {
      p {
        Typographie.phrase(
          "Le retirer revient sur l’erreur reconnue (\(seance.erreurs.noms)) : la demande de "
            + "consultation retrouve son état d’avant, l’étudiant en est prévenu, et le journal garde "
            + "le motif."
        )
      }
      formulaireDeRetrait(seance) {
        Champ(
          "motif",
          "Pourquoi revenir sur l’erreur reconnue",
          .texte(saisie["motif"]),
          erreur: saisie.fautes["motif"],
          cle: "motif-du-retrait",
        )
      }
    } else {
      p { "Il est ouvert pour une erreur reconnue par la direction, qui seule peut y revenir." }
    }
  }

  private func formulaireDeRetrait<Contenu: HTML>(
    _ seance: SeanceDeJury,
    @HTMLBuilder _ contenu: () -> Contenu,
  ) -> some HTML {
    let dedans = contenu()
    return Formulaire(vers: Chemin.jury(seance.session.id, "annuler"), jeton: jeton) {
      dedans
      Boutons(Bouton("Retirer ce jury", .danger))
    }
  }

  private func deliberation(_ session: SessionDeJury) -> SafeURL {
    Chemin.jury(session.id, "deliberation")
  }

  @HTMLBuilder private func rectification(_ seance: SeanceDeJury) -> some HTML {
    if let rectification = seance.session.rectification {
      Encart(.information, titre: "Nouvelle délibération pour erreur matérielle.") {
        p {
          "Elle remplace, pour \(compte(seance.lignes.count, "étudiant")), ce que "
          Lien("le premier jury", vers: Chemin.jury(rectification.jury))
          " avait décidé. Preuve : \(rectification.preuve)".enPhraseSuite
        }
      }
    }
  }

  func chiffres(_ seance: SeanceDeJury) -> [ChiffreCle] {
    let examines = seance.lignes.count { $0.projet != nil }
    let ecarts = seance.lignes.count { !($0.projet?.decisions.isEmpty ?? true) }
    return [
      ChiffreCle("Étudiants", "\(seance.lignes.count)"),
      ChiffreCle("Examinés", "\(examines)", precision: "sur \(seance.lignes.count)"),
      ChiffreCle("Écarts décidés", "\(ecarts)", precision: "chacun a son motif"),
      ChiffreCle(
        "Décisions à prendre",
        "\(seance.enAttente.count)",
        precision: "le règlement n’en propose pas",
      ),
    ]
  }

  /// What stands between the jury and its closing.
  @HTMLBuilder func aPrevoir(_ seance: SeanceDeJury) -> some HTML {
    if let attendue = seance.aReporter.first {
      Encart(.attention, titre: "Une note exacte n’est pas reportée.") {
        p {
          Typographie.phrase(
            "Une erreur matérielle est reconnue sur une copie de session 2 (\(seance.aReporter.noms)) : "
              + "le secrétariat reporte la note exacte avant que le jury puisse clore."
          )
        }
        if seance.peutPreparer {
          p {
            Lien(
              "Voir la contestation",
              vers: Chemin.contestations(attendue.consultation.campagne),
            )
          }
        }
      }
    }
    if seance.session.president?.present != true {
      Encart(
        .attention,
        titre: "Personne ne préside.",
        "Le jury ne peut être clos sans une présidence présente : indiquez-la parmi les membres.",
      )
    }
    if let manque = seance.adoptionManquante {
      Encart(.attention, titre: "Une date d’adoption manque au règlement.") {
        p {
          "\(manque.phrase) Renseignez-la dans "
          Lien("les règlements", vers: "/administration/reglements")
          ", ou donnez un motif à la clôture : les scellés le montreront.".enPhraseSuite
        }
      }
    }
  }

  private func membres(_ session: SessionDeJury) -> some HTML {
    HTMLGroup(
      Definitions(
        [
          ("Date", "\(session.date.enLettres)"),
          ("Nomination", "\(session.nomination ?? "non renseignée")"),
        ] + (session.motif.map { [("Pourquoi un nouveau jury", "\($0)")] } ?? [])
      ),
      Tableau(
        "Membres du jury",
        colonnes: [.init("Nom"), .init("Qualité"), .init("Présence")],
        lignes: session.membres.map { membre in
          .init([
            "\(membre.nom)", "\(membre.qualite.phrase)",
            Cellule(
              membre.present ? Pastille("présent", .succes) : Pastille("absent", .attention)
            ),
          ])
        },
        vide: EtatVide("Aucun membre n’est nommé"),
      ),
    )
  }

  private func corpsDeSeance(_ seance: SeanceDeJury, _ formulaire: FormulaireDeJury?) -> AnyHTML {
    guard seance.peutPreparer else { return AnyHTML(membres(seance.session)) }
    let sien = formulaire ?? FormulaireDeJury(seance.session, seance.promotion)
    return AnyHTML(
      sien.corps(
        vers: Chemin.jury(seance.session.id, "seance"),
        jeton: jeton,
        bouton: "Enregistrer la séance",
      )
    )
  }

  /// What the pages of a closed jury show is worked out on the facts as they stand.
  @HTMLBuilder func faitsPresents(_ session: SessionDeJury) -> some HTML {
    if session.close {
      Encart(.information, titre: "Ces résultats suivent les faits d’aujourd’hui.") {
        p {
          "Ce que le jury a décidé est dans "
          Lien("la synthèse", vers: Chemin.jury(session.id, "synthese"))
          " ; ce qui a changé depuis se lit dans ".enPhraseSuite
          Lien("les scellés", vers: Chemin.jury(session.id, "scelles"))
          "."
        }
      }
    }
  }

  // MARK: Statistics

  private func statistiques(_ seance: SeanceDeJury) -> some HTML {
    let codes = Dictionary(grouping: seance.lignes.map { $0.decidee.codeAnnee ?? "sans code" }) {
      $0
    }.mapValues(\.count)
    return Carte("Où en est la promotion") {
      if seance.session.nature == .annee {
        Tableau(
          "Codes de l’année, décisions du jury comprises",
          colonnes: [.init("Code"), .init("Sens"), .init("Étudiants", .chiffres)],
          lignes: codes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { code, nombre in
            .init(["\(code)", "\(code.sensDAnnee)", "\(nombre)"])
          },
        )
      }
      Tableau(
        "UE acquises, décisions du jury comprises",
        colonnes: [
          .init("UE"), .init("Acquises", .chiffres), .init("Par compensation", .chiffres),
          .init("Non acquises", .chiffres), .init("Incomplètes", .chiffres, estSecondaire: true),
          .init("Médiane", .chiffres, estSecondaire: true),
        ],
        lignes: seance.ues.map { ligneDUE($0, seance) },
      )
    }
  }

  private func ligneDUE(_ ue: UEDeProgramme, _ seance: SeanceDeJury) -> Tableau.Ligne {
    let siennes = seance.lignes.compactMap { ligne in
      ligne.decidee.ues.first { $0.code == ue.code }
    }
    let acquises = siennes.filter(\.acquise)
    let mediane = Statistiques(siennes.compactMap(\.moyenne)).mediane
    return .init([
      "\(ue.code.texte)", "\(acquises.count) sur \(siennes.count)",
      "\(acquises.count { $0.mode == .compensation })",
      "\(siennes.count { !$0.acquise && !$0.incomplete })", "\(siennes.count(where: \.incomplete))",
      "\(mediane?.surDeuxDecimales ?? "–")",
    ])
  }
}

extension [ErreurEnJury] {
  /// Whose copies they are on.
  fileprivate var noms: String { map(\.etudiant).joined(separator: ", ") }
}

extension AdoptionManquante {
  var phrase: String {
    switch self {
    case .conseil: "La date du conseil de l’IUT qui l’a adopté n’est pas connue."
    case .cfvu:
      "Le malus et la règle des 30 % demandent une décision de la CFVU, dont la date n’est pas connue."
    }
  }
}

extension String {
  /// What the code of a year stands for.
  var sensDAnnee: String {
    self == "sans code" ? PhrasesDeJury.sansCode : PhrasesDeJury.sens(self) ?? ""
  }
}
