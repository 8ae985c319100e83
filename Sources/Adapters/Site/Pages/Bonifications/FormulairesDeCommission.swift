internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// Who sits in a session, when, where, and what the minutes say besides.
struct FormulaireDeCommission: HTML {
  private let seance: VoirUneCommission.Seance
  private let saisie: SaisieLue
  private let jeton: Jeton

  init(_ seance: VoirUneCommission.Seance, _ envoyee: SaisieLue?, _ jeton: Jeton) {
    self.seance = seance
    saisie = envoyee ?? SaisieLue(Self.valeurs(seance))
    self.jeton = jeton
  }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  private var corps: some HTML {
    let champs = [
      Champ("jour", "Le", .date(saisie["jour"]), erreur: saisie.fautes["jour"]),
      Champ("lieu", "Lieu", .texte(saisie["lieu"]), estFacultatif: true),
    ]
    let adresse = Chemin.commission(seance.commission.id)
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: adresse, jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(seance.commission.version)"))
        Rangee { HTMLList(champs.map { AnyHTML($0) }) }
        HTMLList(Self.places(seance.departements).map { AnyHTML(membre($0)) })
        Champ(
          "observations",
          "Observations au procès-verbal",
          .texteLong(saisie["observations"]),
          estFacultatif: true,
        )
        Boutons(Bouton("Enregistrer", .second))
      },
    )
  }

  /// One seat: its key, what it is called, its capacity.
  struct Place {
    let cle: String
    let phrase: String
    let qualite: CommissionDesBonifications.Qualite
    let departement: Identifiant<Departement>?
  }

  static func places(_ departements: [Departement]) -> [Place] {
    let communes = CommissionDesBonifications.Qualite.allCases.filter { $0 != .departement }.map {
      Place(cle: $0.rawValue, phrase: $0.phrase, qualite: $0, departement: nil)
    }
    return communes
      + departements.map { departement in
        Place(
          cle: "departement-\(departement.id)",
          phrase: "département \(departement.code), responsable ou représentant",
          qualite: .departement,
          departement: departement.id,
        )
      }
  }

  private func membre(_ place: Place) -> some HTML {
    Rangee {
      Champ(
        "nom-" + place.cle,
        place.phrase.enPhraseSansPoint,
        .texte(saisie["nom-" + place.cle]),
        estFacultatif: true,
      )
      Champ(
        "present-" + place.cle,
        "Présent : \(place.phrase)",
        .coche(saisie["present-" + place.cle] == "oui"),
      )
      if place.qualite == .departement {
        Champ(
          "represente-" + place.cle,
          "Représente le responsable : \(place.phrase)",
          .coche(saisie["represente-" + place.cle] == "oui"),
        )
      }
    }
  }

  private static func valeurs(_ seance: VoirUneCommission.Seance) -> [String: String] {
    let commission = seance.commission
    var valeurs = [
      "jour": commission.jour.description, "lieu": commission.lieu,
      "observations": commission.observations,
    ]
    for place in places(seance.departements) {
      let membre = commission.membres.first {
        $0.qualite == place.qualite && $0.departement == place.departement
      }
      valeurs["nom-" + place.cle] = membre?.nom ?? ""
      valeurs["present-" + place.cle] = membre?.estPresent ?? true ? "oui" : ""
      valeurs["represente-" + place.cle] = membre?.represente ?? false ? "oui" : ""
    }
    return valeurs
  }

  /// The seats that have a name.
  static func membres(_ saisie: SaisieLue, _ departements: [Departement])
    -> [CommissionDesBonifications.Membre]
  {
    places(departements).compactMap { place in
      guard let nom = saisie.facultatif("nom-" + place.cle) else { return nil }
      return .init(
        nom: nom,
        place.qualite,
        departement: place.departement,
        represente: saisie["represente-" + place.cle] == "oui",
        estPresent: saisie["present-" + place.cle] == "oui",
      )
    }
  }
}

/// What a session decides on one request.
struct FormulaireDeDecisionDEngagement: HTML {
  private let dossier: VoirUneCommission.Dossier
  private let commission: Identifiant<CommissionDesBonifications>
  private let saisie: SaisieLue
  private let jeton: Jeton

  init(
    _ dossier: VoirUneCommission.Dossier,
    _ commission: Identifiant<CommissionDesBonifications>,
    _ envoyee: SaisieLue?,
    _ jeton: Jeton,
  ) {
    self.dossier = dossier
    self.commission = commission
    saisie = envoyee ?? SaisieLue(Self.valeurs(dossier.lu.demande.decision))
    self.jeton = jeton
  }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  private var corps: some HTML {
    let champs = champs
    let demande = dossier.lu.demande
    let adresse = Chemin.commission(commission, "demandes", "\(demande.id)")
    return HTMLGroup(
      ResumeDesErreurs(de: saisie.fautes.isEmpty ? [] : champs),
      Formulaire(vers: adresse, jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(demande.version)"))
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(Bouton("Enregistrer la décision", .premier))
      },
      reprise(demande, adresse),
    )
  }

  @HTMLBuilder private func reprise(_ demande: DemandeDEngagement, _ adresse: SafeURL) -> some HTML
  {
    if demande.decision != nil {
      Formulaire(vers: adresse, jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(demande.version)"))
        input(.type("hidden"), .name("effet"), .value("reprendre"))
        Boutons(Bouton("Reprendre l’examen", .discret))
      }
    }
  }

  private var champs: [Champ] {
    let id = dossier.lu.demande.id
    let causes = MotifDIrrecevabilite.allCases.map { Choix($0.rawValue, $0.phrase) }
    let reste = dossier.reste?.enPoints ?? "0"
    return [
      Champ(
        "sens",
        "La commission",
        .parmi(
          [
            Choix("accordee", "accorde une bonification"),
            Choix("rejetee", "n’accorde pas de bonification"),
            Choix("irrecevable", "juge la demande irrecevable"),
          ],
          choisi: saisie.facultatif("sens"),
        ),
        erreur: saisie.fautes["sens"],
        cle: "sens-\(id)",
      ),
      Champ(
        "points",
        "Points",
        .nombre(saisie["points"]),
        aide: "Pour une bonification accordée : les plafonds laissent \(reste) point.",
        erreur: saisie.fautes["points"],
        estFacultatif: true,
        cle: "points-\(id)",
      ),
      Champ(
        "cause",
        "Cause",
        .choix(causes, choisi: saisie.facultatif("cause")),
        aide: "Pour une demande irrecevable.",
        erreur: saisie.fautes["cause"],
        estFacultatif: true,
        cle: "cause-\(id)",
      ),
      Champ(
        "motif",
        "Motif",
        .texteLong(saisie["motif"], lignes: 3),
        aide: "L’étudiant le lira.",
        erreur: saisie.fautes["motif"],
        cle: "motif-\(id)",
      ),
    ]
  }

  private static func valeurs(_ decision: DemandeDEngagement.Decision?) -> [String: String] {
    guard let decision else { return [:] }
    return switch decision.sens {
    case .accordee(let points):
      ["sens": "accordee", "points": "\(points)", "motif": decision.motif]
    case .rejetee: ["sens": "rejetee", "motif": decision.motif]
    case .irrecevable(let cause):
      ["sens": "irrecevable", "cause": cause.rawValue, "motif": decision.motif]
    }
  }

  /// What was chosen; faults are noted.
  static func sens(_ saisie: inout SaisieLue) -> DemandeDEngagement.Decision.Sens? {
    if saisie["motif"].isEmpty { saisie.fautes["motif"] = "Donnez le motif : l’étudiant le lira." }
    var sens: DemandeDEngagement.Decision.Sens?
    switch saisie["sens"] {
    case "accordee":
      sens = Decimale(saisie["points"]).map { .accordee($0) }
      if sens == nil { saisie.fautes["points"] = "Écrivez les points comme « 0,5 »." }
    case "rejetee": sens = .rejetee
    case "irrecevable":
      sens = MotifDIrrecevabilite(rawValue: saisie["cause"]).map { .irrecevable($0) }
      if sens == nil { saisie.fautes["cause"] = "Choisissez la cause." }
    case _: saisie.fautes["sens"] = "Choisissez la décision."
    }
    return saisie.fautes.isEmpty ? sens : nil
  }
}
