internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// What the person may do next about an incident, one form a step.
struct FormulairesDIncident: HTML {
  private typealias Etape = EtapesDIncident.Etape

  private let fiche: LireUnDossierDisciplinaire.Fiche
  private let envoyee: (cle: String, saisie: SaisieLue)?
  private let jour: Jour
  private let jeton: Jeton

  init(
    _ fiche: LireUnDossierDisciplinaire.Fiche,
    _ envoyee: (cle: String, saisie: SaisieLue)?,
    jour: Jour,
    jeton: Jeton,
  ) {
    self.fiche = fiche
    self.envoyee = envoyee
    self.jour = jour
    self.jeton = jeton
  }

  private var incident: Incident { fiche.incident }
  private var suit: Bool { fiche.droits.contains(.suivreLaDiscipline) }
  private var gere: Bool { fiche.droits.contains(.gererLaDiscipline) }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  @HTMLBuilder private var corps: some HTML {
    if incident.comportement == .fraude, fiche.peutDresser, !incident.suites.isEmpty {
      Carte("Procès-verbal", ancre: "proces-verbal") { procesVerbal }
    }
    if suit {
      HTMLList(procedures)
      if incident.comportement == .degradation {
        Carte("Dégradation", ancre: "degat") { degat }
      }
      Carte("Nommer un étudiant", ancre: "identification") { identification }
    }
  }

  private var procedures: [AnyHTML] {
    fiche.etudiants.compactMap { etudiant in
      incident.suite(etudiant.id).map { AnyHTML(procedure(etudiant, $0)) }
    }
  }

  // MARK: One form

  private func lue(_ cle: String, _ valeurs: [String: String]) -> SaisieLue {
    guard let envoyee, envoyee.cle == cle else { return SaisieLue(valeurs) }
    return envoyee.saisie
  }

  private func champ(
    _ cle: String,
    _ lue: SaisieLue,
    _ nom: String,
    _ libelle: String,
    _ saisie: Saisie,
    _ aide: String? = nil,
    estFacultatif: Bool = false,
  ) -> Champ {
    Champ(
      nom,
      libelle,
      saisie,
      aide: aide,
      erreur: lue.fautes[nom],
      estFacultatif: estFacultatif,
      cle: "\(cle)-\(nom)",
    )
  }

  private func formulaire(
    _ etape: EtapesDIncident.Etape,
    _ etudiant: Identifiant<Etudiant>?,
    _ champs: [Champ],
    _ bouton: Bouton,
    caches: [(String, String)] = [],
  ) -> some HTML {
    HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.incident(incident.id, etape.rawValue), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value(String(incident.version)))
        if let etudiant {
          input(.type("hidden"), .name("etudiant"), .value("\(etudiant)"))
        }
        for cache in caches { input(.type("hidden"), .name(cache.0), .value(cache.1)) }
        for champ in champs { champ }
        div(.class("boutons")) { bouton }
      },
    )
  }

  /// A step with a day and a text, folded until it is wanted.
  private func etape(
    _ etape: EtapesDIncident.Etape,
    _ etudiant: Etudiant,
    _ titre: String,
    texte: (libelle: String, aide: String?, estFacultatif: Bool)? = nil,
    autres: (String, SaisieLue) -> [Champ] = { _, _ in [] },
    bouton: Bouton,
    avecDate: Bool = true,
  ) -> AnyHTML {
    let cle = etape.cle(etudiant.id)
    let lue = lue(cle, ["date": jour.description])
    var champs = avecDate ? [champ(cle, lue, "date", "Le", .date(lue["date"]))] : []
    champs += autres(cle, lue)
    if let texte {
      champs.append(
        champ(
          cle,
          lue,
          "texte",
          texte.libelle,
          .texteLong(lue["texte"], lignes: 3),
          texte.aide,
          estFacultatif: texte.estFacultatif,
        )
      )
    }
    return AnyHTML(
      details(.open(envoyee?.cle == cle)) {
        summary { Typographie.phrase(titre) }
        formulaire(etape, etudiant.id, champs, bouton)
      }
    )
  }

  // MARK: The procedure of one student

  private func procedure(_ etudiant: Etudiant, _ suite: Incident.Suite) -> some HTML {
    Carte("Procédure : \(etudiant.nomAffiche)") {
      suite.pastille
    } contenu: {
      if suite.etapes.isEmpty {
        p {
          Typographie.phrase(
            "Rien n’a encore été fait. L’étudiant est d’abord invité à s’expliquer."
          )
        }
      } else {
        Frise(suite.moments)
      }
      HTMLList(etapes(etudiant, suite))
    }
  }

  private func etapes(_ etudiant: Etudiant, _ suite: Incident.Suite) -> [AnyHTML] {
    let annulation = annulation(etudiant, suite)
    switch suite.etat {
    case .signale:
      guard suite.a(.saisineDuDirecteur) else {
        return avantLaDirection(etudiant, suite) + [classement(etudiant)] + annulation
      }
      return (gere ? [apresLaDirection(etudiant, suite), classement(etudiant)] : []) + annulation
    case .sectionSaisie: return (gere ? [decision(etudiant)] : []) + annulation
    case .classe: return annulation
    case .relaxe, .sanctionne:
      guard gere else { return annulation }
      guard suite.a(.notification) else {
        return [
          etape(
            .notification,
            etudiant,
            "Noter la notification à l’étudiant",
            bouton: Bouton("Noter la notification", .premier),
          )
        ] + annulation
      }
      return [
        etape(
          .recours,
          etudiant,
          "Enregistrer un recours",
          texte: ("Devant qui, et ce qui est demandé", nil, false),
          bouton: Bouton("Enregistrer le recours"),
        )
      ] + annulation
    }
  }

  private func avantLaDirection(_ etudiant: Etudiant, _ suite: Incident.Suite) -> [AnyHTML] {
    var siennes = [
      etape(
        .invitation,
        etudiant,
        suite.a(.invitation) ? "Inviter de nouveau à s’expliquer" : "Inviter à s’expliquer",
        texte: (
          "Ce qui lui est proposé",
          "Comment l’invitation part (courrier, remise en main propre), où et quand l’étudiant est "
            + "attendu, ou jusqu’à quand il peut écrire. La lettre le dira.", false,
        ),
        bouton: Bouton("Enregistrer l’invitation", .premier),
      )
    ]
    guard suite.a(.invitation) else { return siennes }
    siennes.append(
      etape(
        .explications,
        etudiant,
        "Consigner ses explications",
        texte: ("Ce qu’il a répondu", "Ou qu’il n’a pas répondu.", false),
        bouton: Bouton("Enregistrer les explications"),
      )
    )
    let chefs = ChefDeSaisine.allCases.map {
      Choix($0.rawValue, $0.phrase.enPhraseSansPoint, aide: $0.reference)
    }
    siennes.append(
      etape(
        .direction,
        etudiant,
        "Saisir la direction de l’IUT",
        texte: ("Ce que vous en dites", nil, true),
        autres: { cle, lue in
          [
            champ(
              cle,
              lue,
              "chef",
              "Fondement",
              .parmi(chefs, choisi: lue.facultatif("chef") ?? incident.chef.rawValue),
            )
          ]
        },
        bouton: Bouton("Saisir la direction"),
      )
    )
    return siennes
  }

  private func apresLaDirection(_ etudiant: Etudiant, _ suite: Incident.Suite) -> AnyHTML {
    guard suite.a(.rapport) else {
      return etape(
        .rapport,
        etudiant,
        "Rapporter à la présidence de l’université",
        texte: ("Le rapport", "Il demande de saisir la section disciplinaire.", false),
        bouton: Bouton("Enregistrer le rapport", .premier),
      )
    }
    return etape(
      .section,
      etudiant,
      "Noter la saisine de la section disciplinaire",
      bouton: Bouton("Noter la saisine", .premier),
    )
  }

  private func classement(_ etudiant: Etudiant) -> AnyHTML {
    etape(
      .classement,
      etudiant,
      "Classer sans suite",
      texte: ("Motif", nil, false),
      bouton: Bouton("Classer sans suite"),
    )
  }

  private func decision(_ etudiant: Etudiant) -> AnyHTML {
    let issues =
      [Choix("relaxe", "Relaxe")]
      + Incident.Sanction.Nature.allCases.map {
        Choix($0.rawValue, $0.phrase.enPhraseSansPoint, aide: $0.reference)
      }
    return etape(
      .decision,
      etudiant,
      "Enregistrer la décision de la section",
      texte: ("Motif, pour une relaxe", nil, true),
      autres: { cle, lue in
        [
          champ(
            cle,
            lue,
            "sanction",
            "Décision",
            .parmi(issues, choisi: lue.facultatif("sanction")),
          ),
          champ(
            cle,
            lue,
            "mois",
            "Durée en mois",
            .entier(lue["mois"]),
            "Pour une exclusion temporaire.",
            estFacultatif: true,
          ), champ(cle, lue, "sursis", "Avec sursis", .coche(lue["sursis"] == "oui")),
          champ(
            cle,
            lue,
            "nulle",
            "L’épreuve est nulle",
            .coche(lue["nulle"] == "oui"),
            "L’étudiant est réputé présent sans l’avoir subie : sa note devient NUL et compte 0.",
          ),
        ]
      },
      bouton: Bouton("Enregistrer la décision", .premier),
    )
  }

  /// Only the last step, by whoever might have entered it.
  private func annulation(_ etudiant: Etudiant, _ suite: Incident.Suite) -> [AnyHTML] {
    guard let derniere = suite.etapes.last, derniere.nature != .notification,
      gere || !suite.a(.saisineDuDirecteur)
    else { return [] }
    return [
      etape(
        .annulation,
        etudiant,
        "Annuler la dernière étape (\(derniere.nature.phrase))",
        texte: ("Pourquoi", "Une étape entrée par erreur ; le journal garde le motif.", false),
        bouton: Bouton("Annuler cette étape", .danger),
        avecDate: false,
      )
    ]
  }

  // MARK: The incident

  private var identification: some HTML {
    let cle = Etape.identification.cle(nil)
    let lue = lue(cle, ["inconnus": incident.inconnus])
    let choix = fiche.autres.map { Choix("\($0.id)", $0.nomAffiche) }
    let champs = [
      champ(
        cle,
        lue,
        "etudiant",
        "Étudiant",
        .choix(choix, choisi: lue.facultatif("etudiant")),
      ),
      champ(
        cle,
        lue,
        "inconnus",
        "Personnes encore à identifier",
        .texte(lue["inconnus"]),
        estFacultatif: true,
      ),
    ]
    return formulaire(.identification, nil, champs, Bouton("Ajouter au dossier"))
  }

  private var degat: some HTML {
    let cle = Etape.degat.cle(nil)
    let actuel = incident.degat
    func euros(_ centimes: Int64?) -> String {
      centimes.map { $0 == 0 ? "" : String(Incident.Degat.euros($0).dropLast(2)) } ?? ""
    }
    let lue = lue(
      cle,
      [
        "designation": actuel?.designation ?? "", "valeur": euros(actuel?.valeur),
        "montant": euros(actuel?.montant), "suite": actuel?.etat.rawValue ?? "",
        "facture": actuel?.facture ?? "",
      ],
    )
    let suites = Incident.Degat.Etat.allCases.map {
      Choix($0.rawValue, $0.phrase.enPhraseSansPoint)
    }
    let champs = [
      champ(cle, lue, "designation", "Matériel", .texte(lue["designation"])),
      champ(cle, lue, "valeur", "Sa valeur, en euros", .nombre(lue["valeur"])),
      champ(
        cle,
        lue,
        "montant",
        "Demandé à l’étudiant, en euros",
        .nombre(lue["montant"]),
        "À hauteur de la valeur du matériel dégradé, au plus.",
        estFacultatif: true,
      ), champ(cle, lue, "suite", "Suite", .choix(suites, choisi: lue.facultatif("suite"))),
      champ(
        cle,
        lue,
        "facture",
        "Numéro de la facture",
        .texte(lue["facture"]),
        estFacultatif: true,
      ),
    ]
    return formulaire(.degat, nil, champs, Bouton("Enregistrer"))
  }

  private var procesVerbal: some HTML {
    let cle = Etape.procesVerbal.cle(nil)
    let lue = lue(cle, procesVerbalActuel)
    var champs = [
      champ(cle, lue, "date", "Dressé le", .date(lue["date"])),
      champ(
        cle,
        lue,
        "mesures",
        "Mesures prises pour faire cesser la fraude",
        .texteLong(lue["mesures"], lignes: 3),
      ),
      champ(
        cle,
        lue,
        "pieces",
        "Pièces et matériels saisis",
        .texteLong(lue["pieces"], lignes: 3),
        "Ou pourquoi rien ne pouvait l’être.",
      ),
      champ(
        cle,
        lue,
        "participation",
        "Le candidat",
        .parmi(
          [
            Choix("continuee", "A terminé l’épreuve : sa copie est notée comme toute autre"),
            Choix(
              "expulsion",
              "A été expulsé de la salle",
              aide: "Seulement pour substitution de personne ou trouble affectant l’épreuve.",
            ),
          ],
          choisi: lue["participation"].isEmpty ? "continuee" : lue["participation"],
        ),
      ),
      champ(
        cle,
        lue,
        "expulsion",
        "Motif de l’expulsion",
        .texte(lue["expulsion"]),
        estFacultatif: true,
      ),
      champ(
        cle,
        lue,
        "surveillants",
        "Surveillants qui contresignent",
        .texteLong(lue["surveillants"], lignes: 2),
        "Un nom par ligne.",
      ),
      champ(
        cle,
        lue,
        "refusants",
        "Surveillants qui refusent de contresigner",
        .texteLong(lue["refusants"], lignes: 2),
        "Un nom par ligne ; leur refus est mentionné.",
        estFacultatif: true,
      ),
    ]
    for etudiant in fiche.etudiants {
      let nom = "auteur-\(etudiant.id)"
      champs.append(
        champ(
          cle,
          lue,
          nom,
          etudiant.nomAffiche,
          .parmi(
            [
              Choix("signe", "A contresigné"),
              Choix("refuse", "A refusé : mention en est portée au procès-verbal"),
            ],
            choisi: lue.facultatif(nom),
          ),
        )
      )
    }
    return formulaire(
      .procesVerbal,
      nil,
      champs,
      Bouton(incident.procesVerbal == nil ? "Dresser le procès-verbal" : "Corriger"),
      caches: [("auteurs", fiche.etudiants.map { "\($0.id)" }.joined(separator: ","))],
    )
  }

  private var procesVerbalActuel: [String: String] {
    guard let actuel = incident.procesVerbal else {
      return ["date": incident.date.jour.description, "surveillants": incident.surveillant]
    }
    let surveillants = actuel.signatures.filter { $0.etudiant == nil }
    var valeurs = [
      "date": actuel.jour.description, "mesures": actuel.mesures, "pieces": actuel.pieces,
      "surveillants": surveillants.filter(\.aSigne).map(\.nom).joined(separator: "\n"),
      "refusants": surveillants.filter { !$0.aSigne }.map(\.nom).joined(separator: "\n"),
    ]
    if case .expulsion(let motif) = actuel.participation {
      valeurs["participation"] = "expulsion"
      valeurs["expulsion"] = motif
    }
    for signataire in actuel.signatures {
      guard let etudiant = signataire.etudiant else { continue }
      valeurs["auteur-\(etudiant)"] = signataire.aSigne ? "signe" : "refuse"
    }
    return valeurs
  }
}
