internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The forms of a candidate, each open as long as its act is.
struct FormulairesDeBTS {
  private let fiche: FicheBTS
  private let saisie: SaisieLue
  private let jeton: Jeton

  init(_ fiche: FicheBTS, _ saisie: SaisieLue, _ jeton: Jeton) {
    (self.fiche, self.saisie, self.jeton) = (fiche, saisie, jeton)
  }

  private var inscription: InscriptionBTS { fiche.inscription }
  private var estClose: Bool { fiche.session.close != nil }

  private func adresse(_ suite: String) -> SafeURL { Chemin.candidatBTS(inscription.id, suite) }

  private var version: some HTML {
    input(.type("hidden"), .name("version"), .value("\(inscription.version)"))
  }

  /// What no field bears.
  @HTMLBuilder var fautesGenerales: some HTML {
    if let faute = saisie.fautes["general"] { Encart(.erreur, annonce: .alerte, faute) }
  }

  // MARK: Results

  @HTMLBuilder var resultats: some HTML {
    if fiche.session.proclamation == nil, fiche.droits.contains(.saisirLesNotes) {
      if saisie.fautes.keys.contains(where: { fiche.specialite.epreuve($0) != nil }) {
        Encart(
          .erreur,
          titre: "Des résultats sont à corriger.",
          annonce: .alerte,
          "Rien n’a été écrit.",
        )
      }
      Formulaire(vers: adresse("resultats"), jeton: jeton) {
        version
        table {
          Cellule(saisieDe($0))
        } piece: {
          Cellule(pieceDe($0))
        }
        Champ(
          "livret",
          "Livret scolaire ou de formation : appréciation",
          .texteLong(saisie.facultatif("livret") ?? inscription.livret),
          erreur: saisie.fautes["livret"],
          estFacultatif: true,
        )
        Boutons(Bouton("Enregistrer les résultats", .premier))
      }
    } else {
      table {
        "\(inscription.resultats[$0.code]?.mot ?? "–")"
      } piece: { epreuve in
        guard case .absence(let piece) = inscription.resultats[epreuve.code] else { return "" }
        return "\(piece ?? "sans justificatif")"
      }
      p {
        Typographie.phrase(
          "Livret : " + (inscription.livret.isEmpty ? "non fourni." : inscription.livret.enPhrase)
        )
      }
    }
  }

  private func table(
    _ resultat: (SpecialiteBTS.Epreuve) -> Cellule,
    piece: (SpecialiteBTS.Epreuve) -> Cellule,
  ) -> some HTML {
    Tableau(
      "Résultats de la session normale",
      colonnes: [
        .init("Épreuve"), .init("Domaine", estSecondaire: true),
        .init("Forme", estSecondaire: true),
        .init("Coefficient", .chiffres, estSecondaire: true), .init("Résultat", .chiffres),
        .init("Justificatif d’absence", estSecondaire: true),
      ],
      lignes: fiche.specialite.epreuves.map { epreuve in
        Tableau.Ligne([
          "\(epreuve.nomEntier)", "\(epreuve.domaine.mot)", "\(epreuve.forme.mot)",
          "\(epreuve.coefficient)", resultat(epreuve), piece(epreuve),
        ])
      },
    )
  }

  private func saisieDe(_ epreuve: SpecialiteBTS.Epreuve) -> some HTML {
    SaisieEnTableau(
      epreuve.code,
      "\(epreuve.nomEntier) : note sur 20, ou ABS",
      valeur: saisie.facultatif(epreuve.code)
        ?? inscription.resultats[epreuve.code].map { resultat in
          if case .note(let note) = resultat { note.description } else { "ABS" }
        } ?? "",
      erreur: saisie.fautes[epreuve.code],
    )
  }

  private func pieceDe(_ epreuve: SpecialiteBTS.Epreuve) -> some HTML {
    var piece = ""
    if case .absence(let donnee) = inscription.resultats[epreuve.code] { piece = donnee ?? "" }
    return PieceEnTableau(
      "piece-\(epreuve.code)",
      "\(epreuve.nomEntier) : pièce qui justifie l’absence",
      valeur: saisie.facultatif("piece-\(epreuve.code)") ?? piece,
      erreur: saisie.fautes["piece-\(epreuve.code)"],
    )
  }

  // MARK: Jury

  @HTMLBuilder var jury: some HTML {
    if let decision = inscription.decision {
      p {
        Typographie.phrase(
          "Le \(decision.jour.enLettres), le jury "
            + (decision.autorise ? "a autorisé" : "n’a pas autorisé")
            + " ce candidat à se présenter au rattrapage."
            + (decision.motif.isEmpty ? "" : " Motif : \(decision.motif.enPhrase)")
        )
      }
    }
    if fiche.session.proclamation == nil, fiche.droits.contains(.deciderEnJury) {
      decisionDuJury
    } else if inscription.decision == nil {
      p { "Le jury n’a pas encore décidé." }
    }
  }

  @HTMLBuilder private var decisionDuJury: some HTML {
    let champs = [
      Champ(
        "decision",
        "Décision, sur les résultats et le livret",
        .parmi(
          [Choix("oui", "Autorisé à se présenter"), Choix("non", "Non autorisé")],
          choisi: saisie.facultatif("decision")
            ?? inscription.decision.map { $0.autorise ? "oui" : "non" },
        ),
        aide: "Une absence sans justificatif ferme le rattrapage ; le décret l’ouvre aux autres "
          + "candidats sous 10, et un refus s’en écarte (décret n° 2021-417 modifié, article 2-2).",
        erreur: saisie.fautes["decision"],
      ),
      Champ(
        "motif",
        "Motif",
        .texte(saisie.facultatif("motif") ?? inscription.decision?.motif ?? ""),
        aide: "Obligatoire pour un refus.",
        erreur: saisie.fautes["motif"],
        estFacultatif: true,
      ),
    ]
    ResumeDesErreurs(de: champs)
    Formulaire(vers: adresse("decision"), jeton: jeton) {
      version
      HTMLList(champs.map { AnyHTML($0) })
      Boutons(Bouton("Enregistrer la décision", .premier))
    }
  }

  // MARK: Discipline

  @HTMLBuilder var discipline: some HTML {
    if let choix = inscription.choix {
      p {
        Typographie.phrase(
          "\(choix.discipline), choisie le \(choix.jour.enLettres) "
            + (choix.parLeCandidat ? "par le candidat." : "par le secrétariat pour le candidat.")
        )
      }
    }
    if !estClose, inscription.oraux[.general] == nil, fiche.droits.contains(.deposerUneDemande) {
      ChoixDeDiscipline(fiche, saisie, vers: adresse("discipline"), jeton)
    }
  }

  // MARK: Orals

  var oraux: some HTML {
    HTMLList(CandidatBTS.Domaine.allCases.map { AnyHTML(oral($0)) })
  }

  @HTMLBuilder private func oral(_ domaine: CandidatBTS.Domaine) -> some HTML {
    let oral = inscription.oraux[domaine]
    h3 { Typographie.phrase(domaine.oral.enPhraseSansPoint) }
    if let oral {
      p {
        Typographie.phrase(
          oral.quandEtOu.enPhraseSansPoint
            + (oral.issue == nil ? "" : " : \(oral.enMots)") + "."
        )
      }
      remplacement(domaine, oral)
    }
    if !estClose, oral?.issue == nil, fiche.droits.contains(.gererLesCampagnes) {
      fixation(domaine, oral)
    }
    if !estClose, let oral, fiche.droits.contains(.saisirLesNotes) { notation(domaine, oral) }
  }

  @HTMLBuilder private func remplacement(
    _ domaine: CandidatBTS.Domaine,
    _ oral: InscriptionBTS.Oral,
  ) -> some HTML {
    if oral.note != nil, let resultat = fiche.resultat {
      p {
        Typographie.phrase(
          resultat.remplace[domaine] == true
            ? "Cette note remplace la moyenne des épreuves ponctuelles du domaine \(domaine.mot)."
            : "Cette note n’est pas supérieure à la moyenne des épreuves ponctuelles du domaine "
              + "\(domaine.mot) : elle ne change rien."
        )
      }
    }
  }

  private func fixation(_ domaine: CandidatBTS.Domaine, _ oral: InscriptionBTS.Oral?) -> some HTML {
    let cle = domaine.rawValue
    func valeur(_ nom: String, _ actuelle: String?) -> String {
      saisie["domaine"] == cle ? saisie.facultatif(nom) ?? actuelle ?? "" : actuelle ?? ""
    }
    func faute(_ nom: String) -> String? {
      saisie["domaine"] == cle ? saisie.fautes[nom] : nil
    }
    let heure = oral.map { Typographie.heure($0.debut.minute / 60, $0.debut.minute % 60) }
    let champs = [
      Champ(
        "jour",
        "Jour",
        .date(valeur("jour", oral?.debut.jour.description)),
        erreur: faute("jour"),
        cle: "jour-\(cle)",
      ),
      Champ(
        "heure",
        "Heure",
        .texte(valeur("heure", heure)),
        erreur: faute("heure"),
        cle: "heure-\(cle)",
      ),
      Champ(
        "salle",
        "Salle",
        .texte(valeur("salle", oral?.salle)),
        erreur: faute("salle"),
        cle: "salle-\(cle)",
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: adresse("oral"), jeton: jeton) {
        version
        input(.type("hidden"), .name("domaine"), .value(cle))
        Rangee { HTMLList(champs.map { AnyHTML($0) }) }
        Boutons(Bouton(oral == nil ? "Fixer l’\(domaine.oral)" : "Déplacer l’\(domaine.oral)"))
      },
      oral == nil
        ? nil
        : Formulaire(vers: adresse("oral"), jeton: jeton) {
          version
          input(.type("hidden"), .name("domaine"), .value(cle))
          input(.type("hidden"), .name("effet"), .value("retirer"))
          Boutons(Bouton("Retirer la date de l’\(domaine.oral)", .discret))
        },
    )
  }

  private func notation(_ domaine: CandidatBTS.Domaine, _ oral: InscriptionBTS.Oral) -> some HTML {
    let cle = domaine.rawValue
    let sienne = saisie["domaine"] == cle
    let champ = Champ(
      "note",
      "Note de l’\(domaine.oral), sur 20",
      .texte((sienne ? saisie.facultatif("note") : nil) ?? note(oral)),
      aide: "Une note comme « 12,5 », ou « ABS » ; vide efface.",
      erreur: sienne ? saisie.fautes["note"] : nil,
      estFacultatif: true,
      cle: "note-\(cle)",
    )
    return HTMLGroup(
      ResumeDesErreurs(de: [champ]),
      Formulaire(vers: adresse("note"), jeton: jeton) {
        version
        input(.type("hidden"), .name("domaine"), .value(cle))
        champ
        Boutons(Bouton("Noter l’\(domaine.oral)", .second))
      },
    )
  }

  private func note(_ oral: InscriptionBTS.Oral) -> String {
    switch oral.issue {
    case nil: ""
    case .note(let note): note.description
    case .absence: "ABS"
    }
  }

  // MARK: Support

  @HTMLBuilder var accompagnement: some HTML {
    if inscription.accompagnements.isEmpty {
      p { "Rien n’a encore été proposé." }
    } else {
      ListeDAccompagnements(inscription)
    }
    if !estClose, fiche.droits.contains(.gererLesCampagnes) { offre }
  }

  private var offre: some HTML {
    let natures = InscriptionBTS.Accompagnement.Nature.allCases.map {
      Choix($0.rawValue, $0.titre)
    }
    let suites = InscriptionBTS.Accompagnement.Suite.allCases.map { Choix($0.rawValue, $0.mot) }
    let rangs =
      [Choix("nouveau", "un nouveau")]
      + inscription.accompagnements.enumerated().map { Choix("\($0.offset)", $0.element.titre) }
    let champs = [
      Champ(
        "rang",
        "Accompagnement",
        .choix(rangs, choisi: saisie.facultatif("rang") ?? "nouveau"),
      ),
      Champ(
        "nature",
        "Nature",
        .choix(natures, choisi: saisie.facultatif("nature")),
        erreur: saisie.fautes["nature"],
      ),
      Champ(
        "offert",
        "Le",
        .date(saisie["offert"]),
        erreur: saisie.fautes["offert"],
      ),
      Champ(
        "suite",
        "Suite",
        .choix(suites, choisi: saisie.facultatif("suite") ?? "propose"),
      ),
    ]
    let texte = Champ(
      "texte",
      "Points de programme, avec qui",
      .texte(saisie["texte"]),
      erreur: saisie.fautes["texte"],
    )
    return HTMLGroup(
      ResumeDesErreurs(de: champs + [texte]),
      Formulaire(vers: adresse("accompagnement"), jeton: jeton) {
        version
        Rangee { HTMLList(champs.map { AnyHTML($0) }) }
        texte
        Boutons(Bouton("Enregistrer l’accompagnement", .second))
      },
    )
  }
}

/// What was offered to prepare, and what came of it.
struct ListeDAccompagnements: Composant {
  private let inscription: InscriptionBTS

  init(_ inscription: InscriptionBTS) { self.inscription = inscription }

  var corps: some HTML {
    ul {
      for offert in inscription.accompagnements {
        li { Typographie.phrase("\(offert.titre), \(offert.suite.mot) : \(offert.texte)") }
      }
    }
  }
}

/// The general disciplines of the speciality, one to be chosen.
struct ChoixDeDiscipline: Composant {
  private let fiche: FicheBTS
  private let saisie: SaisieLue
  private let adresse: SafeURL
  private let jeton: Jeton

  init(_ fiche: FicheBTS, _ saisie: SaisieLue, vers adresse: SafeURL, _ jeton: Jeton) {
    (self.fiche, self.saisie, self.adresse, self.jeton) = (fiche, saisie, adresse, jeton)
  }

  @HTMLBuilder var corps: some HTML {
    let specialite = fiche.specialite
    let champ = Champ(
      "discipline",
      "Discipline",
      .parmi(
        specialite.disciplinesAuChoix.map { Choix($0, $0) },
        choisi: saisie.facultatif("discipline") ?? fiche.inscription.choix?.discipline,
      ),
      aide: specialite.disciplines.isEmpty
        ? "La liste de la spécialité n’est pas connue : celles de plus fort coefficient sont "
          + "proposées."
        : "Parmi les disciplines de la spécialité (communiqué sur le BTS de 2021, § 4).",
      erreur: saisie.fautes["discipline"],
    )
    ResumeDesErreurs(de: [champ])
    Formulaire(vers: adresse, jeton: jeton) {
      input(.type("hidden"), .name("version"), .value("\(fiche.inscription.version)"))
      input(.type("hidden"), .name("candidat"), .value("\(fiche.inscription.id)"))
      champ
      Boutons(Bouton("Choisir cette discipline", .premier))
    }
  }
}

/// A box for words in a cell, named by its row for those who do not see it.
private struct PieceEnTableau: Composant {
  private let nom: String
  private let libelle: String
  private let valeur: String
  private let erreur: String?

  init(_ nom: String, _ libelle: String, valeur: String, erreur: String?) {
    (self.nom, self.libelle, self.valeur, self.erreur) = (nom, libelle, valeur, erreur)
  }

  @HTMLBuilder var corps: some HTML {
    input(
      .class("saisie mots"),
      .type("text"),
      .id("saisie-" + nom),
      .name(nom),
      .value(valeur),
      .autocomplete("off"),
      .aria("label", libelle),
      .aria("invalid", "true").when(erreur != nil),
      .aria("describedby", "saisie-\(nom)-erreur").when(erreur != nil),
    )
    if let erreur {
      span(.class("faute"), .id("saisie-\(nom)-erreur")) { Typographie.phrase(erreur) }
    }
  }
}
