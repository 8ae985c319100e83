internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// One request to see a copy, and what may be done with it.
struct CarteDeContestation: Composant {
  private let ligne: VoirLesConsultations.Ligne
  private let tableau: VoirLesConsultations.Tableau
  /// What was sent and could not be taken.
  private let envoi: (demarche: Demarche, saisie: SaisieLue)?
  private let jeton: Jeton

  /// What is done with a request, each by its form.
  enum Demarche: String {
    case fixer, constater, maintenir, reconnaitre, reporter, reprendre
  }

  init(
    _ ligne: VoirLesConsultations.Ligne,
    _ tableau: VoirLesConsultations.Tableau,
    _ envoi: (Demarche, SaisieLue)?,
    _ jeton: Jeton,
  ) {
    self.ligne = ligne
    self.tableau = tableau
    self.envoi = envoi
    self.jeton = jeton
  }

  /// What was typed in a form.
  private func saisie(_ demarche: Demarche) -> SaisieLue {
    envoi.flatMap { $0.demarche == demarche ? $0.saisie : nil } ?? SaisieLue([:])
  }

  private func estRevenue(_ demarche: Demarche) -> Bool { envoi?.demarche == demarche }

  private var consultation: ConsultationDeCopie { ligne.consultation }

  private var dossier: DossierVu {
    DossierVu(etudiant: consultation.etudiant, estLeSien: false)
  }

  private func cle(_ nom: String) -> String { "\(nom)-\(consultation.id)" }

  private func champ(
    _ demarche: Demarche,
    _ nom: String,
    _ libelle: String,
    aide: String? = nil,
    estFacultatif: Bool = false,
    _ boite: (SaisieLue) -> Saisie,
  ) -> Champ {
    let saisie = saisie(demarche)
    return Champ(
      nom,
      libelle,
      boite(saisie),
      aide: aide,
      erreur: saisie.fautes[nom],
      estFacultatif: estFacultatif,
      cle: cle("\(demarche.rawValue)-\(nom)"),
    )
  }

  var corps: some HTML {
    Carte("\(ligne.etudiant.nomAffiche), \(ligne.epreuve.ue.texte)") {
      consultation.pastille
    } contenu: {
      Definitions(faits)
      LettresDeContestation(consultation, dossier, jeton).corps
      if tableau.gere, consultation.issue == nil { demarches }
      suite
    }
  }

  private var faits: [(String, Cellule)] {
    var faits: [(String, Cellule)] = [
      ("Demandée le", "\(consultation.depose.enLettres)"),
      ("Note publiée", "\(ligne.note?.texte(sur: 20) ?? "–")"),
    ]
    if !consultation.texte.isEmpty { faits.append(("Ce qu’il en dit", "\(consultation.texte)")) }
    return faits + consultation.faitsDits
  }

  // MARK: Day and consultation

  @HTMLBuilder private var demarches: some HTML {
    if consultation.tenue == nil {
      details(.open(estRevenue(.fixer) || consultation.rendezVous == nil)) {
        summary { consultation.rendezVous == nil ? "Fixer une date" : "Changer la date" }
        formulaire(.fixer, "Donner cette date à l’étudiant") {
          Rangee {
            champ(.fixer, "date", "Le") { .date($0["date"]) }
            champ(.fixer, "heure", "À") { .texte($0["heure"]) }
            champ(.fixer, "lieu", "Lieu") { .texte($0["lieu"]) }
          }
        }
      }
    }
    if consultation.rendezVous != nil {
      details(.open(estRevenue(.constater))) {
        summary { "Constater la consultation" }
        formulaire(.constater, "Enregistrer la consultation") {
          Rangee {
            champ(.constater, "date", "Consultée le") { .date($0["date"]) }
            champ(.constater, "heure", "À") { .texte($0["heure"]) }
          }
          champ(.constater, "observations", "Observations", estFacultatif: true) {
            .texteLong($0["observations"])
          }
        }
      }
    }
    if consultation.tenue != nil { issues }
  }

  @HTMLBuilder private var issues: some HTML {
    details(.open(estRevenue(.maintenir))) {
      summary { "Maintenir la note" }
      formulaire(.maintenir, "Maintenir la note et répondre") {
        champ(.maintenir, "motif", "Motif") { .texteLong($0["motif"]) }
      }
    }
    if tableau.reconnait {
      details(.open(estRevenue(.reconnaitre))) {
        summary { "Reconnaître une erreur matérielle" }
        formulaire(.reconnaitre, "Ouvrir une nouvelle délibération") { erreur }
      }
    }
  }

  @HTMLBuilder private var erreur: some HTML {
    champ(
      .reconnaitre,
      "nature",
      "Erreur",
      aide: "Seule une erreur matérielle avérée permet de modifier la note.",
    ) { saisie in
      .parmi(
        ErreurMaterielle.Nature.allCases.map { Choix($0.rawValue, $0.phrase.enPhraseSansPoint) },
        choisi: saisie.facultatif("nature"),
      )
    }
    champ(.reconnaitre, "preuve", "Ce qui la prouve") { .texteLong($0["preuve"]) }
    champ(.reconnaitre, "motif-erreur", "Motif") { .texte($0["motif-erreur"]) }
    Rangee {
      champ(.reconnaitre, "note", "Note exacte") { .nombre($0["note"]) }
      champ(.reconnaitre, "jury", "Le jury délibère de nouveau le") { .date($0["jury"]) }
    }
  }

  @HTMLBuilder private var suite: some HTML {
    if case .erreur(let erreur) = consultation.issue {
      if erreur.reportee == nil, tableau.saisit {
        formulaire(.reporter, "Reporter la note exacte") {
          p {
            Typographie.phrase(
              "La note exacte (\(erreur.entree.texte(sur: 20))) remplace celle qui est fausse ; "
                + "l’étudiant la verra à la clôture de la nouvelle délibération."
            )
          }
        }
      }
      if erreur.reportee != nil, ligne.estEnDeliberation, tableau.saisit { reprise }
      p { Lien("La nouvelle délibération", vers: Chemin.jury(erreur.jury)) }
    }
  }

  private var reprise: some HTML {
    details(.open(estRevenue(.reprendre))) {
      summary { "Remettre la note publiée" }
      formulaire(.reprendre, "Remettre cette note") {
        p {
          Typographie.phrase(
            "À faire si l’erreur a été reconnue à tort : la note publiée reprend sa place, puis la "
              + "direction retire la nouvelle délibération."
          )
        }
        champ(.reprendre, "motif-de-reprise", "Motif") { .texte($0["motif-de-reprise"]) }
      }
    }
  }

  private func formulaire<Contenu: HTML>(
    _ demarche: Demarche,
    _ bouton: String,
    @HTMLBuilder _ contenu: () -> Contenu,
  ) -> some HTML {
    let dedans = contenu()
    let adresse = Chemin.contestations(
      tableau.campagne.id,
      "\(consultation.id)",
      demarche.rawValue,
    )
    return Formulaire(vers: adresse, jeton: jeton) {
      input(.type("hidden"), .name("version"), .value("\(consultation.version)"))
      dedans
      Boutons(Bouton(bouton, .second))
    }
  }
}

/// The letters of a request to see a copy, once there is something to say.
struct LettresDeContestation {
  private let consultation: ConsultationDeCopie
  private let vu: DossierVu
  private let jeton: Jeton

  init(_ consultation: ConsultationDeCopie, _ vu: DossierVu, _ jeton: Jeton) {
    self.consultation = consultation
    self.vu = vu
    self.jeton = jeton
  }

  @HTMLBuilder var corps: some HTML {
    if consultation.rendezVous != nil, consultation.issue == nil {
      lettre(.convocationAConsulter, "Télécharger la convocation")
    }
    if consultation.issue != nil {
      lettre(.reponseAContestation, "Télécharger la réponse")
    }
  }

  private func lettre(_ nature: NatureDeDocument, _ texte: String) -> some HTML {
    DocumentATelecharger(nature, sur: .consultationDeCopie(consultation.id), vu, jeton)
      .bouton(texte)
  }
}

extension ConsultationDeCopie {
  /// What was answered and done, in words.
  var faitsDits: [(String, Cellule)] {
    var faits: [(String, Cellule)] = []
    if let rendezVous {
      faits.append(("Rendez-vous", "\(rendezVous.quand.enLettres), \(rendezVous.lieu)"))
    }
    if let tenue {
      faits.append(("Consultée le", "\(tenue.quand.enLettres)"))
      if !tenue.observations.isEmpty { faits.append(("Observations", "\(tenue.observations)")) }
    }
    switch issue {
    case .maintenue(let jour, let motif):
      faits.append(("Note maintenue le", "\(jour.enLettres) : \(motif)"))
    case .erreur(let erreur):
      faits.append(("Erreur matérielle", "\(erreur.nature.phrase)"))
      faits.append(("Preuve", "\(erreur.preuve)"))
      faits.append(("Motif", "\(erreur.motif)"))
      if let reportee = erreur.reportee {
        faits.append(("Note reportée le", "\(reportee.enLettres)"))
      }
    case nil: break
    }
    return faits
  }

  var pastille: Pastille {
    switch (issue, tenue, rendezVous) {
    case (.maintenue?, _, _): Pastille("note maintenue", .neutre)
    case (.erreur(let erreur)?, _, _):
      erreur.reportee == nil
        ? Pastille("erreur reconnue", .information) : Pastille("note reportée", .succes)
    case (nil, .some, _): Pastille("consultée", .information)
    case (nil, nil, .some): Pastille("date fixée", .information)
    case (nil, nil, nil): Pastille("demandée", .attention)
    }
  }
}
