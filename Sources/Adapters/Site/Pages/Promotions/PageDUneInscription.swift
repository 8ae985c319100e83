internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// One enrolment: how it is followed, its end.
enum PageDUneInscription {
  static let routes: [Route] = [
    .lecture("/etudiants/{etudiant}/inscriptions/{inscription}") { try await montrer($0) },
    .envoi("/etudiants/{etudiant}/inscriptions/{inscription}/statut", par: changer),
    .envoi("/etudiants/{etudiant}/inscriptions/{inscription}/fin", par: terminer),
  ]

  /// What was sent, where something was wrong.
  struct Saisies {
    var statut: SaisieLue?
    var fin: SaisieLue?
  }

  private static func lire(_ visite: Visite) async throws
    -> (fiche: VoirUnEtudiant.Fiche, suivie: VoirUnEtudiant.Suivie)
  {
    let fiche = try await visite.demander(
      VoirUnEtudiant(visite.identifiant("etudiant", .etudiant))
    )
    let suivie = fiche.parcours.first {
      "\($0.inscription.id)" == visite.valeurs["inscription"]
    }
    guard let suivie else { throw Refus.inconnu(.inscription) }
    return (fiche, suivie)
  }

  static func montrer(_ visite: Visite, _ saisies: Saisies = Saisies(), _ statut: HTTPStatus = .ok)
    async throws -> HTTPResponse
  {
    let (fiche, suivie) = try await lire(visite)
    guard fiche.droits.contains(.gererLesEtudiants) else {
      throw Refus.interdit(.gererLesEtudiants)
    }
    let inscription = suivie.inscription
    let jour = visite.site.bureau.horloge.maintenant().jour
    return visite.page(
      "Inscription en \(suivie.promotion.nom), \(suivie.promotion.annee)",
      fil: [
        Lien("Étudiants", vers: Chemin.etudiants),
        Lien(fiche.etudiant.nomAffiche, vers: Chemin.etudiant(fiche.etudiant.id)),
      ],
      statut: statut,
    ) {
      Grille {
        Carte("Statut") {
          Frise(
            inscription.statuts.map { .init("Depuis le \($0.depuis.enLettres)", $0.statut.phrase) }
          )
          if inscription.fin == nil {
            formulaireDeStatut(inscription, saisies.statut, jour, visite.jeton)
          }
        }
        Carte("Fin de l’inscription") {
          fin(inscription, saisies.fin, jour, visite.jeton)
        }
      }
    }
  }

  private static func formulaireDeStatut(
    _ inscription: Inscription,
    _ envoyee: SaisieLue?,
    _ jour: Jour,
    _ jeton: Jeton,
  ) -> some HTML {
    let saisie =
      envoyee
      ?? SaisieLue([
        "statut": inscription.statut(le: jour).rawValue, "depuis": jour.description,
      ])
    let champs = [
      Champ("statut", "Nouveau statut", .choix(Statut.tous, choisi: saisie["statut"])),
      Champ("depuis", "Depuis le", .date(saisie["depuis"]), erreur: saisie.fautes["depuis"]),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.inscription(inscription, "statut"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value(String(inscription.version)))
        Rangee {
          champs[0]
          champs[1]
        }
        Boutons(Bouton("Changer de statut"))
      },
    )
  }

  @HTMLBuilder private static func fin(
    _ inscription: Inscription,
    _ envoyee: SaisieLue?,
    _ jour: Jour,
    _ jeton: Jeton,
  ) -> some HTML {
    if let fin = inscription.fin {
      Definitions([
        ("Dernier jour", "\(fin.jour.enLettres)"), ("Cause", "\(fin.cause.phrase)"),
        ("Motif", "\(fin.motif)"),
      ])
      Formulaire(vers: Chemin.inscription(inscription, "fin"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value(String(inscription.version)))
        Boutons(Bouton("Annuler cette fin", nom: "effet", valeur: "annuler"))
      }
    } else {
      formulaireDeFin(inscription, envoyee ?? SaisieLue(["jour": jour.description]), jeton)
    }
  }

  private static func formulaireDeFin(
    _ inscription: Inscription,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let causes = Inscription.Cause.allCases.map { Choix($0.rawValue, $0.phrase) }
    let champs = [
      Champ("jour", "Dernier jour", .date(saisie["jour"]), erreur: saisie.fautes["jour"]),
      Champ(
        "cause",
        "Cause",
        .choix(causes, choisi: saisie.facultatif("cause")),
        erreur: saisie.fautes["cause"],
      ),
      Champ(
        "motif",
        "Motif",
        .texte(saisie["motif"]),
        aide: "Le journal le garde ; les notes et les absences restent.",
        erreur: saisie.fautes["motif"],
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.inscription(inscription, "fin"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value(String(inscription.version)))
        Rangee {
          champs[0]
          champs[1]
        }
        champs[2]
        Boutons(Bouton("Terminer l’inscription", .danger))
      },
    )
  }

  // MARK: What is sent

  private static func changer(_ visite: Visite) async throws -> HTTPResponse {
    let (_, suivie) = try await lire(visite)
    var saisie = SaisieLue(try visite.formulaire())
    guard let statut = Statut(rawValue: saisie["statut"]), let depuis = Jour(saisie["depuis"])
    else {
      saisie.fautes["depuis"] = "Choisissez un statut et une date qui existe."
      return try await montrer(visite, Saisies(statut: saisie), .unprocessableContent)
    }
    do {
      try await visite.faire(
        ChangerDeStatut(
          suivie.inscription.id,
          statut: statut,
          depuis: depuis,
          version: Int64(saisie["version"]) ?? 0,
        )
      )
      return visite.versLaPage(
        Chemin.inscription(suivie.inscription),
        fait: .inscriptionModifiee,
      )
    } catch let refus as Refus {
      guard saisie.prendre(refus, champs: [:], defaut: "depuis") else { throw refus }
      return try await montrer(visite, Saisies(statut: saisie), .unprocessableContent)
    }
  }

  private static func terminer(_ visite: Visite) async throws -> HTTPResponse {
    let (_, suivie) = try await lire(visite)
    var saisie = SaisieLue(try visite.formulaire())
    var fin: Inscription.Fin?
    if saisie["effet"] != "annuler" {
      guard let jour = Jour(saisie["jour"]),
        let cause = Inscription.Cause(rawValue: saisie["cause"])
      else {
        if Jour(saisie["jour"]) == nil { saisie.fautes["jour"] = "Cette date n’existe pas." }
        if saisie["cause"].isEmpty { saisie.fautes["cause"] = "Choisissez la cause." }
        return try await montrer(visite, Saisies(fin: saisie), .unprocessableContent)
      }
      fin = Inscription.Fin(jour: jour, cause: cause, motif: saisie["motif"])
    }
    do {
      try await visite.faire(
        TerminerUneInscription(
          suivie.inscription.id,
          fin: fin,
          version: Int64(saisie["version"]) ?? 0,
        )
      )
      return visite.versLaPage(
        Chemin.inscription(suivie.inscription),
        fait: fin == nil ? .finAnnulee : .inscriptionTerminee,
      )
    } catch let refus as Refus {
      let defaut = refus == .etat(.motifManquant) ? "motif" : "jour"
      guard saisie.prendre(refus, champs: [:], defaut: defaut) else { throw refus }
      return try await montrer(visite, Saisies(fin: saisie), .unprocessableContent)
    }
  }
}
