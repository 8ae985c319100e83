internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A candidate’s own session of the BTS: nothing before the jury has proclaimed or while it is to
/// deliberate again, the orals once it has closed.
enum PageDeSonBTS {
  static let routes: [Route] = [
    .lecture("/moi/bts") { try await montrer($0) },
    .envoi("/moi/bts", par: choisir),
    .envoi("/moi/bts/convocation", par: imprimer),
  ]

  private static func siennes(_ visite: Visite) async throws -> [FicheBTS] {
    try await visite.demander(VoirSesSessionsBTS(visite.dossierVu().etudiant))
  }

  private static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let siennes = try await siennes(visite)
    return visite.page(
      "BTS, session exceptionnelle de 2021",
      fil: [Lien("Mon dossier", vers: Chemin.moi)],
      statut: statut,
    ) {
      if siennes.isEmpty {
        EtatVide("Aucune session", "Vous n’êtes candidat à aucune session du BTS.")
      }
      HTMLList(
        siennes.reversed().enumerated().map { place, fiche in
          let rang = siennes.count > 1 ? "\(place + 1)." : ""
          return AnyHTML(session(fiche, rang, envoyee ?? SaisieLue([:]), visite.jeton))
        }
      )
    }
  }

  @HTMLBuilder private static func session(
    _ fiche: FicheBTS,
    _ rang: String,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    h2 { Typographie.phrase(fiche.session.intitule) }
    if let resultat = fiche.resultat {
      proclamee(fiche, rang, resultat, saisie, jeton)
    } else if fiche.inscription.estRouverte {
      Encart(
        .attention,
        titre: "Le jury délibère de nouveau sur votre cas.",
        "Une erreur matérielle est prouvée. Vous lirez ici vos résultats et la décision du jury quand "
          + "il aura délibéré ; ce que vous aviez lu ne vaut plus.",
      )
      if fiche.inscription.decision?.autorise == true { rattrapage(fiche, saisie, jeton) }
    } else {
      Encart(
        .information,
        "Les résultats ne sont pas proclamés. Vous les lirez ici le jour où le jury les proclame, et "
          + "vous saurez alors si vous pouvez vous présenter au rattrapage.",
      )
    }
  }

  @HTMLBuilder private static func proclamee(
    _ fiche: FicheBTS,
    _ rang: String,
    _ resultat: ResultatBTS<AvecPreuve>,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    Chiffres(chiffres(resultat, fiche))
    issue(fiche, resultat)
    ListeDeDeliberations(fiche.inscription)
    if fiche.inscription.decision?.autorise == true { rattrapage(fiche, saisie, jeton) }
    PageDUnCandidatBTS.raisons(
      resultat,
      fiche,
      rang: rang,
      sansAdmission: resultat.concerne && fiche.session.close == nil,
    )
  }

  /// Nothing of the admission before the jury closes, for those who sit the orals.
  private static func chiffres(_ resultat: ResultatBTS<AvecPreuve>, _ fiche: FicheBTS)
    -> [ChiffreCle]
  {
    let estEnCours = resultat.concerne && fiche.session.close == nil
    return estEnCours
      ? [
        ChiffreCle("Session normale", resultat.avant.valeur.moyenneAffichee, unite: "/20")
      ] : PageDUnCandidatBTS.chiffres(resultat, fiche)
  }

  @HTMLBuilder private static func issue(
    _ fiche: FicheBTS,
    _ resultat: ResultatBTS<AvecPreuve>,
  ) -> some HTML {
    if fiche.session.close != nil || !resultat.concerne {
      Encart(
        resultat.admis.valeur ? .succes : .information,
        resultat.admis.valeur
          ? "Vous obtenez le BTS." : "Vous n’obtenez pas le BTS à cette session.",
      )
    } else if fiche.inscription.decision?.autorise == true {
      Encart(
        .information,
        "Le jury vous autorise à vous présenter au rattrapage. Vous lirez vos notes d’oral et votre "
          + "admission quand il aura clos la session.",
      )
    } else {
      let motif = fiche.inscription.decision.map { " " + $0.motif.enPhrase } ?? ""
      Encart(
        .attention,
        "Le jury ne vous a pas autorisé à vous présenter au rattrapage." + motif,
      )
    }
  }

  @HTMLBuilder private static func rattrapage(
    _ fiche: FicheBTS,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let inscription = fiche.inscription
    Carte("Votre oral général") {
      if let choix = inscription.choix {
        p { Typographie.phrase("Vous passerez : \(choix.discipline).") }
      }
      if !fiche.estClose, inscription.oraux[.general] == nil {
        ChoixDeDiscipline(fiche, saisie, vers: Chemin.monBTS, jeton)
      }
    }
    Carte("Vos oraux") {
      for domaine in CandidatBTS.Domaine.allCases {
        p {
          Typographie.phrase(
            "\(domaine.oral.enPhraseSansPoint) : "
              + (inscription.oraux[domaine].map { oral in
                oral.quandEtOu + (oral.issue == nil ? "" : ", \(oral.enMots)")
              } ?? "date à venir") + "."
          )
        }
      }
      if let convocation = inscription.convocation {
        p { Typographie.phrase("Vous avez été convoqué le \(convocation.jour.enLettres).") }
        Formulaire(vers: "/moi/bts/convocation", jeton: jeton) {
          input(.type("hidden"), .name("session"), .value("\(fiche.session.id)"))
          Boutons(Bouton("Imprimer ma convocation", .second))
        }
      }
    }
    if !inscription.accompagnements.isEmpty {
      Carte("Pour vous préparer") { ListeDAccompagnements(inscription) }
    }
  }

  private static func choisir(_ visite: Visite) async throws -> HTTPResponse {
    let siennes = try await siennes(visite)
    var saisie = SaisieLue(try visite.formulaire())
    guard let fiche = siennes.first(where: { "\($0.inscription.id)" == saisie["candidat"] })
    else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        ChoisirUneDisciplineBTS(
          fiche.inscription.id,
          saisie["discipline"],
          version: saisie.version,
        )
      )
      return visite.versLaPage(Chemin.monBTS, fait: .disciplineBTSChoisie)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "discipline") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func imprimer(_ visite: Visite) async throws -> HTTPResponse {
    let siennes = try await siennes(visite)
    let voulue = try visite.formulaire()["session"]
    guard let fiche = siennes.first(where: { "\($0.session.id)" == voulue }) else {
      return visite.erreur(.unprocessableContent, "Cette session du BTS n’est pas la vôtre.")
    }
    return try await visite.imprimer(
      DemandeDeDocuments(
        .convocation,
        sur: .sessionBTS(fiche.session.id),
        etudiants: [fiche.etudiant.id],
      )
    )
  }
}
