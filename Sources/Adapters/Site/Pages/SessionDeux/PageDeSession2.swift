internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// One session 2: what is late and who must act, its timeline, what waits, its days.
enum PageDeSession2 {
  static let routes: [Route] = [
    .lecture("/session-2/{campagne}") { try await montrer($0) },
    .envoi("/session-2/{campagne}", par: modifier),
    .envoi("/session-2/{campagne}/tardives/{tardive}", par: TardivesDeSession2.decider),
  ]

  static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let fiche = try await visite.demander(VoirUneSessionDeux(id))
    return visite.page(
      "\(fiche.session.intitule), \(fiche.promotion.nomEntier)",
      fil: [Lien("Session 2", vers: Chemin.sessions2)],
      statut: statut,
    ) {
      retards(fiche)
      fiche.chomes.avis
      Chiffres(chiffres(fiche))
      if !fiche.tardives.isEmpty {
        Carte("Inscriptions tardives", ancre: "tardives") {
          TardivesDeSession2.liste(fiche, envoyee, visite.jeton)
        }
      }
      Carte("Échéances", ancre: "echeances") { frise(fiche) }
      p { Lien("Séances de soutien", vers: Chemin.soutien(id)) }
      if fiche.droits.contains(.gererLesCampagnes) {
        Carte("Dates de la session", ancre: "dates") { dates(fiche, envoyee, visite.jeton) }
      }
    }
  }

  @HTMLBuilder private static func retards(_ fiche: VoirUneSessionDeux.Fiche) -> some HTML {
    let retards = fiche.echeances.filter { $0.etat(a: fiche.present) == .enRetard }
    if fiche.session.adoptee == nil {
      Encart(
        .attention,
        titre: "La date d’adoption de la procédure manque.",
        "La session 2 n’est due que par un règlement adopté : sans cette date, la liste des "
          + "admissibles ne peut pas être publiée (procédure de session 2, § 1).",
      )
    }
    if retards.isEmpty {
      if let prochaine = fiche.echeances.prochaine(a: fiche.present) {
        Encart(
          .information,
          titre: "Rien n’est en retard.",
          "Prochaine échéance : \(prochaine.piste.intitule.lowercased()), \(prochaine.quand).",
        )
      }
    } else {
      Encart(
        .erreur,
        titre: retards.count == 1
          ? "Une étape est en retard." : "\(retards.count) étapes sont en retard.",
      ) {
        ul {
          for retard in retards {
            li {
              Typographie.phrase(
                "\(retard.piste.intitule), \(retard.quand). \(retard.detail) "
                  + "(\(retard.piste.article))"
              )
            }
          }
        }
      }
    }
  }

  private static func chiffres(_ fiche: VoirUneSessionDeux.Fiche) -> [ChiffreCle] {
    let publiee = fiche.session.publicationSession1 != nil
    let choisies = fiche.epreuves.count(where: \.estChoisie)
    return [
      ChiffreCle("Épreuves choisies", "\(choisies)", precision: "sur \(fiche.epreuves.count)"),
      ChiffreCle("Admissibles", publiee ? "\(fiche.admissibles)" : nil),
      ChiffreCle("Inscrits", publiee ? "\(fiche.inscrits)" : nil),
      ChiffreCle(
        "Renoncements",
        publiee ? "\(fiche.renoncements)" : nil,
        precision: fiche.sansReponse > 0 ? "\(fiche.sansReponse) sans réponse" : nil,
      ),
    ]
  }

  private static func frise(_ fiche: VoirUneSessionDeux.Fiche) -> some HTML {
    Frise(
      fiche.echeances.map { echeance in
        let etat = echeance.etat(a: fiche.present)
        return .init(
          echeance.quand,
          echeance.piste.intitule,
          ton: etat.ton,
          detail: Cellule(
            HTMLGroup(
              p {
                etat.pastille
                " "
                Typographie.phrase("\(echeance.detail) (\(echeance.piste.article))")
              },
              HTMLList(
                [echeance.piste.adresse(fiche.session.campagne)].compactMap(\.self).map { adresse in
                  p { Lien("Ouvrir : \(echeance.piste.intitule.lowercased())", vers: adresse) }
                }
              ),
            )
          ),
        )
      }
    )
  }

  // MARK: Days

  private static func dates(
    _ fiche: VoirUneSessionDeux.Fiche,
    _ envoyee: SaisieLue?,
    _ jeton: Jeton,
  ) -> some HTML {
    let siennes = envoyee.flatMap { $0.facultatif("premier") == nil ? nil : $0 }
    let formulaire = FormulaireDeSession2(
      siennes ?? FormulaireDeSession2.saisie(fiche.session),
      promotions: [],
    )
    return HTMLGroup(
      HTMLList(siennes == nil ? [] : [ResumeDesErreurs(de: formulaire.champs)]),
      Formulaire(vers: Chemin.session2(fiche.session.campagne), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(fiche.session.version)"))
        HTMLList(formulaire.champs.map { AnyHTML($0) })
        Boutons(Bouton("Enregistrer", .second))
      },
    )
  }

  private static func modifier(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let fiche = try await visite.demander(VoirUneSessionDeux(id))
    guard fiche.droits.contains(.gererLesCampagnes) else {
      throw Refus.interdit(.gererLesCampagnes)
    }
    var saisie = SaisieLue(try visite.formulaire())
    guard let choix = FormulaireDeSession2.lire(&saisie) else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        ModifierUneSessionDeux(
          id,
          choix,
          motif: saisie.facultatif("motif"),
          version: saisie.version,
        )
      )
      return visite.versLaPage(Chemin.session2(id), fait: .session2Modifiee)
    } catch let refus as Refus {
      let lieux = FormulaireDeSession2.lieux
      guard saisie.prendreToutRefus(refus, champs: lieux, defaut: refus.champDeSession2) else {
        throw refus
      }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }
}
