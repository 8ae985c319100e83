internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// One request for an authorisation: what is asked, and the answer of the head of the department.
enum PageDUneAutorisation {
  static let routes: [Route] = [
    .lecture("/autorisations/{autorisation}") { try await montrer($0) },
    .envoi("/autorisations/{autorisation}", par: decider),
  ]

  private static func montrer(
    _ visite: Visite,
    _ saisie: SaisieLue = SaisieLue([:]),
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let fiche = try await visite.demander(VoirUneAutorisation(visite.autorisation()))
    let autorisation = fiche.autorisation
    let vu = DossierVu(
      etudiant: fiche.etudiant.id,
      estLeSien: visite.visiteur?.utilisateur.etudiant == fiche.etudiant.id,
    )
    let maintenant = visite.site.bureau.horloge.maintenant().instant
    return visite.page(
      "Autorisation d’absence, \(autorisation.periode)",
      fil: [
        Lien(
          vu.estLeSien ? "Mes démarches" : fiche.etudiant.nomAffiche,
          vers: vu.adresse("demarches"),
        )
      ],
      statut: statut,
    ) {
      Carte("La demande") {
        Definitions(
          [
            ("Étudiant", "\(fiche.etudiant.nomAffiche)"),
            ("Du", "\(autorisation.du.enLettres)"), ("Au", "\(autorisation.au.enLettres)"),
            ("Motif", "\(autorisation.motif)"),
            ("Demandée par", "\(autorisation.responsable ?? "l’étudiant")"),
            ("Déposée", "\(autorisation.depose.enLettres)"),
            ("Pièce", Cellule(OngletDesAbsences.piece(autorisation.fichier))),
            ("État", Cellule(autorisation.pastille(a: maintenant))),
          ] + reponse(autorisation)
        )
      }
      if fiche.peutDecider, autorisation.attend {
        Carte(autorisation.etat == .demandee ? "Réponse" : "La condition") {
          formulaire(fiche, saisie, visite.jeton)
        }
      }
    }
  }

  private static func reponse(_ autorisation: AutorisationDAbsence) -> [(String, Cellule)] {
    switch autorisation.etat {
    case .demandee, .accordee(nil): []
    case .accordee(let condition?):
      [
        ("Condition", "\(condition.texte)"),
        ("À remplir avant le", "\(condition.echeance.enLettres)"),
      ] + constat(condition)
    case .refusee(let motif): [("Motif du refus", "\(motif)")]
    }
  }

  private static func constat(_ condition: AutorisationDAbsence.Condition) -> [(String, Cellule)] {
    guard let constat = condition.constat else { return [] }
    let effet = constat.remplie ? "l’absence est justifiée" : "l’absence n’est plus justifiée"
    return [("Constat", "le \(constat.le.enLettres) : \(effet)")]
  }

  private static func formulaire(
    _ fiche: VoirUneAutorisation.Fiche,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let autorisation = fiche.autorisation
    let champs = autorisation.etat == .demandee ? champs(saisie, fiche.delais) : []
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.autorisation(autorisation.id), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(autorisation.version)"))
        HTMLList(champs.map { AnyHTML($0) })
        if autorisation.etat == .demandee {
          Boutons(
            Bouton("Accorder", .premier, nom: "reponse", valeur: "accorder"),
            Bouton("Accorder sous condition", nom: "reponse", valeur: "condition"),
            Bouton("Refuser", nom: "reponse", valeur: "refuser"),
          )
        } else {
          Boutons(
            Bouton("La condition est remplie", .premier, nom: "reponse", valeur: "remplie"),
            Bouton("Elle ne l’est pas", nom: "reponse", valeur: "non-remplie"),
          )
        }
      },
    )
  }

  private static func champs(_ saisie: SaisieLue, _ delais: DelaisDAbsence) -> [Champ] {
    [
      Champ(
        "texte",
        "Condition, ou motif du refus",
        .texteLong(saisie["texte"]),
        erreur: saisie.fautes["texte"],
        estFacultatif: true,
      ),
      Champ(
        "jour",
        "Condition à remplir avant le",
        .date(saisie["jour"]),
        aide:
          "Sans indication : \(DelaisDAbsence.enMots(minutes: delais.conditions)) après la réponse.",
        erreur: saisie.fautes["jour"],
        estFacultatif: true,
      ),
      Champ(
        "heure",
        "À",
        .texte(saisie["heure"]),
        erreur: saisie.fautes["heure"],
        estFacultatif: true,
      ),
    ]
  }

  private static func decider(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.autorisation()
    var saisie = SaisieLue(try visite.formulaire())
    let version = Int64(saisie["version"]) ?? 0
    do {
      switch saisie["reponse"] {
      case "remplie", "non-remplie":
        try await visite.faire(
          ConstaterUneCondition(id, remplie: saisie["reponse"] == "remplie", version: version)
        )
      case let mot:
        let avant = saisie["jour"].isEmpty ? nil : saisie.instant("jour", "heure")
        guard saisie.fautes.isEmpty else {
          return try await montrer(visite, saisie, .unprocessableContent)
        }
        let reponse: DeciderDUneAutorisation.Reponse =
          switch mot {
          case "accorder": .accorder
          case "condition": .accorderSous(condition: saisie["texte"], avant: avant)
          case _: .refuser(motif: saisie["texte"])
          }
        try await visite.faire(DeciderDUneAutorisation(id, reponse, version: version))
      }
      return visite.versLaPage(Chemin.autorisation(id), fait: .autorisationDecidee)
    } catch let refus as Refus {
      let champs = ["condition": "texte", "avant": "jour"]
      guard saisie.prendre(refus, champs: champs, defaut: "texte") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }
}

extension Visite {
  /// The request that the address names.
  fileprivate func autorisation() throws(Refus) -> Identifiant<AutorisationDAbsence> {
    try identifiant("autorisation", .autorisation)
  }
}
