internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// What the person may do next about a request, one form a step.
struct FormulairesDeRedoublement: HTML {
  /// A step that has its form.
  enum Etape: String {
    case audition, proposition, supplement, decision, notification

    /// The right that it asks.
    var droit: Droit {
      switch self {
      case .audition, .notification: .instruireUnRedoublement
      case .proposition: .proposerUnRedoublement
      case .supplement: .accorderUnSupplement
      case .decision: .deciderDUnRedoublement
      }
    }
  }

  private let fiche: VoirUnRedoublement.Fiche
  private let envoyee: (etape: Etape, saisie: SaisieLue)?
  private let auteur: String
  private let jour: Jour
  private let jeton: Jeton

  init(
    _ fiche: VoirUnRedoublement.Fiche,
    _ envoyee: (etape: Etape, saisie: SaisieLue)?,
    auteur: String,
    jour: Jour,
    jeton: Jeton,
  ) {
    self.fiche = fiche
    self.envoyee = envoyee
    self.auteur = auteur
    self.jour = jour
    self.jeton = jeton
  }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  private var procedure: ProcedureDeRedoublement { fiche.procedure }

  private func peut(_ etape: Etape) -> Bool {
    guard fiche.droits.contains(etape.droit), procedure.retiree == nil else { return false }
    return switch etape {
    case .audition, .proposition, .supplement: procedure.decision == nil
    case .decision: true
    case .notification: procedure.etat == .decidee
    }
  }

  /// What was sent for the step, else what stands.
  private func saisie(_ etape: Etape, _ valeurs: [String: String]) -> SaisieLue {
    guard let envoyee, envoyee.etape == etape else { return SaisieLue(valeurs) }
    return envoyee.saisie
  }

  @HTMLBuilder private var corps: some HTML {
    if peut(.audition) { Carte("Audition", ancre: "audition") { audition } }
    // Whoever decides has no use for a draft.
    if peut(.proposition), !peut(.decision) {
      Carte("Proposition", ancre: "proposition") { proposition }
    }
    if peut(.supplement), estAuDela { Carte("Force majeure", ancre: "supplement") { supplement } }
    if peut(.notification) { Carte("Notification", ancre: "notification") { notification } }
    if peut(.decision) { Carte("Décision", ancre: "decision") { decision } }
  }

  /// The extra has a meaning where the counters do not suffice, or where it was given.
  private var estAuDela: Bool {
    procedure.supplement != nil || fiche.compteurs?.possible == false
  }

  private func formulaire(_ etape: Etape, _ champs: [Champ], _ boutons: Bouton...) -> some HTML {
    HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(
        vers: Chemin.redoublement(procedure.id, etape.rawValue),
        jeton: jeton,
      ) {
        input(.type("hidden"), .name("version"), .value(String(procedure.version)))
        for champ in champs { champ }
        div(.class("boutons")) { for bouton in boutons { bouton } }
      },
    )
  }

  private func champ(
    _ etape: Etape,
    _ nom: String,
    _ libelle: String,
    _ saisie: Saisie,
    _ lue: SaisieLue,
    aide: String? = nil,
    estFacultatif: Bool = false,
  ) -> Champ {
    Champ(
      nom,
      libelle,
      saisie,
      aide: aide,
      erreur: lue.fautes[nom],
      estFacultatif: estFacultatif,
      cle: "\(etape.rawValue)-\(nom)",
    )
  }

  private var audition: some HTML {
    let actuelle = procedure.audition
    let lue = saisie(
      .audition,
      [
        "demandee": actuelle.demandee ? "oui" : "",
        "date": actuelle.date?.description ?? "", "devant": actuelle.devant,
        "tenue": actuelle.tenue ? "oui" : "",
      ],
    )
    var champs = [
      champ(.audition, "date", "Le", .date(lue["date"]), lue, estFacultatif: true),
      champ(
        .audition,
        "devant",
        "Devant qui",
        .texte(lue["devant"]),
        lue,
        aide: "« la direction des études »",
        estFacultatif: true,
      ),
      champ(.audition, "tenue", "L’audition a eu lieu", .coche(lue["tenue"] == "oui"), lue),
    ]
    if !actuelle.demandee {
      champs.insert(
        champ(
          .audition,
          "demandee",
          "L’étudiant a demandé à être entendu",
          .coche(lue["demandee"] == "oui"),
          lue,
        ),
        at: 0,
      )
    }
    return formulaire(.audition, champs, Bouton("Enregistrer l’audition"))
  }

  private func reponse(_ etape: Etape, _ actuelle: ProcedureDeRedoublement.Reponse?) -> [Champ] {
    let lue = saisie(
      etape,
      [
        "sens": actuelle?.sens.rawValue ?? "", "motivation": actuelle?.motivation ?? "",
        "conseils": actuelle?.conseils ?? "", "auteur": auteur,
      ],
    )
    let sens = ProcedureDeRedoublement.Sens.allCases.map {
      Choix($0.rawValue, $0.phrase.enPhraseSansPoint)
    }
    return [
      champ(etape, "sens", "Réponse", .parmi(sens, choisi: lue.facultatif("sens")), lue),
      champ(
        etape,
        "motivation",
        "Motif",
        .texteLong(lue["motivation"], lignes: 3),
        lue,
        aide: "Exigé pour un refus ; l’étudiant le lira une fois la décision notifiée.",
        estFacultatif: true,
      ),
      champ(
        etape,
        "conseils",
        "Conseils d’orientation",
        .texteLong(lue["conseils"], lignes: 3),
        lue,
        aide: "Exigés pour un refus.",
        estFacultatif: true,
      ),
      champ(
        etape,
        "auteur",
        etape == .decision ? "Décision signée par" : "Proposée par",
        .texte(lue["auteur"]),
        lue,
        aide: etape == .decision ? "« le directeur de l’IUT », « le jury du 3 juillet »" : nil,
      ),
    ]
  }

  private var proposition: some HTML {
    formulaire(
      .proposition,
      reponse(.proposition, procedure.proposition),
      Bouton("Enregistrer la proposition"),
    )
  }

  private var supplement: some HTML {
    let lue = saisie(.supplement, ["auteur": auteur])
    let champs = [
      champ(
        .supplement,
        "motif",
        procedure.supplement == nil ? "Force majeure retenue" : "Motif du retrait",
        .texte(lue["motif"]),
        lue,
        aide: procedure.fichier == nil
          ? "La pièce manque : l’étudiant ou le secrétariat la joint à la demande." : nil,
      ),
      champ(.supplement, "auteur", "Décidé par", .texte(lue["auteur"]), lue),
    ]
    return HTMLGroup(
      p {
        Typographie.phrase(
          "La direction de l’IUT peut autoriser un redoublement de plus que le règlement, en cas de "
            + "force majeure dûment justifiée."
        )
      },
      formulaire(
        .supplement,
        champs,
        procedure.supplement == nil
          ? Bouton("Accorder le supplément", nom: "effet", valeur: "accorder")
          : Bouton("Retirer le supplément", .danger, nom: "effet", valeur: "retirer"),
      ),
    )
  }

  private var decision: some HTML {
    let lue = saisie(.decision, [:])
    var champs = reponse(.decision, procedure.decision ?? procedure.proposition)
    champs.append(
      champ(
        .decision,
        "derogation",
        procedure.notifiee == nil ? "Motif de passer outre" : "Motif de revenir sur la décision",
        .texte(lue["derogation"]),
        lue,
        aide: procedure.notifiee == nil
          ? "Seulement pour un refus auquel il manque quelque chose ; le journal le garde."
          : "La décision est notifiée ; la nouvelle le sera aussi.",
        estFacultatif: procedure.notifiee == nil,
      )
    )
    return formulaire(
      .decision,
      champs,
      Bouton(procedure.decision == nil ? "Décider" : "Remplacer la décision", .premier),
    )
  }

  private var notification: some HTML {
    let lue = saisie(.notification, ["date": jour.description])
    let date = champ(
      .notification,
      "date",
      "Notifiée à l’étudiant le",
      .date(lue["date"]),
      lue,
      aide: "À partir de là, l’étudiant lit la décision dans son dossier.",
    )
    return formulaire(.notification, [date], Bouton("Noter la notification", .premier))
  }
}

extension String {
  /// With a capital at the start.
  var enPhraseSansPoint: String { prefix(1).uppercased() + dropFirst() }
}
