internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Who may sit what, with the reason of each line, and what each answered.
enum PageDAdmissibilite {
  static let routes: [Route] = [
    .lecture("/session-2/{campagne}/admissibilite") { try await montrer($0) },
    .envoi("/session-2/{campagne}/admissibilite", par: publier),
    .envoi("/session-2/{campagne}/admissibilite/{etudiant}", par: RevisionsDites.revoir),
    .envoi("/session-2/{campagne}/renoncements", par: constater),
  ]

  private static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let liste = try await visite.demander(VoirLAdmissibilite(id))
    let session = liste.session
    return visite.page(
      "Admissibilité et inscriptions",
      fil: session.fil(liste.promotion),
      statut: statut,
    ) {
      etat(liste)
      if liste.conduit, session.publicationSession1 == nil {
        Carte("Publier la liste", ancre: "publier") { publication(liste, envoyee, visite.jeton) }
      }
      if liste.conduit, !liste.revisions.isEmpty {
        Carte("Revoir après une nouvelle délibération", ancre: "revoir") {
          RevisionsDites(liste, visite.jeton).corps
        }
      }
      if liste.conduit, session.publicationSession1 != nil,
        liste.present > session.limiteInscription
      {
        Carte("Clore les inscriptions") { cloture(liste, visite.jeton) }
      }
      Carte("Étudiants") { tableau(liste) }
    }
  }

  @HTMLBuilder private static func etat(_ liste: VoirLAdmissibilite.Liste) -> some HTML {
    if let jour = liste.session.publicationSession1 {
      Encart(
        .information,
        titre: "Liste publiée le \(jour.enLettres).",
        "Elle ne change plus, sauf pour qui un jury délibère de nouveau. Les inscriptions vont "
          + "jusqu’au "
          + "\(liste.session.limiteInscription.enLettres), minute comprise ; qui ne répond pas "
          + "renonce (procédure de session 2, § 3).",
      )
    } else {
      Encart(
        .attention,
        titre: "Liste provisoire.",
        "Elle est calculée par le règlement après compensation et capitalisation ; elle se fige "
          + "quand elle est publiée.",
      )
    }
  }

  private static func publication(
    _ liste: VoirLAdmissibilite.Liste,
    _ envoyee: SaisieLue?,
    _ jeton: Jeton,
  ) -> some HTML {
    let limite = liste.session.limiteInscription
    let saisie =
      envoyee
      ?? SaisieLue(["limite": limite.jour.description, "limite-heure": limite.heureDite])
    let champs = [
      Champ(
        "limite",
        "Inscriptions jusqu’au",
        .date(saisie["limite"]),
        aide: "Une à deux semaines après aujourd’hui.",
        erreur: saisie.fautes["limite"],
      ),
      Champ(
        "limite-heure",
        "à",
        .texte(saisie["limite-heure"]),
        erreur: saisie.fautes["limite-heure"],
      ),
      FormulaireDeSession2.motif(saisie),
    ]
    return HTMLGroup(
      p {
        Typographie.phrase(
          "La publication ouvre les inscriptions et prévient chaque étudiant admissible. Elle ne se "
            + "défait pas."
        )
      },
      ResumeDesErreurs(de: champs),
      Formulaire(
        vers: Chemin.session2(liste.session.campagne, "admissibilite"),
        jeton: jeton,
      ) {
        input(.type("hidden"), .name("version"), .value("\(liste.session.version)"))
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(Bouton("Publier la liste", .premier))
      },
    )
  }

  private static func cloture(_ liste: VoirLAdmissibilite.Liste, _ jeton: Jeton) -> some HTML {
    let muets = liste.lignes.count { ligne in
      ligne.reponse == nil && ligne.ues.contains(where: \.estOuverte)
    }
    return HTMLGroup(
      p {
        Typographie.phrase(
          muets == 0
            ? "Tous les admissibles ont répondu, ou leur silence est constaté."
            : "\(compte(muets, "étudiant")) sans réponse : le silence vaut renoncement. Il est "
              + "constaté de lui-même dans les minutes qui suivent la limite."
        )
      },
      HTMLList(
        muets == 0
          ? []
          : [
            Formulaire(
              vers: Chemin.session2(liste.session.campagne, "renoncements"),
              jeton: jeton,
            ) {
              Boutons(Bouton("Constater les renoncements", .second))
            }
          ]
      ),
    )
  }

  private static func tableau(_ liste: VoirLAdmissibilite.Liste) -> some HTML {
    let publiee = liste.session.publicationSession1 != nil
    return Tableau(
      "Admissibilité, UE par UE",
      colonnes: [
        .init("Étudiant"), .init("UE ouvertes"), .init("Raisons", estSecondaire: true),
        .init("Réponse"),
      ],
      lignes: liste.lignes.map { ligne in
        let ouvertes = ligne.ues.filter(\.estOuverte)
        let reponse: Cellule =
          ouvertes.isEmpty || !publiee ? "–" : Cellule(dite(ligne, liste))
        return Tableau.Ligne([
          Cellule(
            Lien(
              ligne.etudiant.nomAffiche,
              vers: Chemin.de(["etudiants", "\(ligne.etudiant.id)", "session-2"]),
            )
          ),
          "\(ouvertes.isEmpty ? "aucune" : ouvertes.map(\.ue.texte).joined(separator: ", "))",
          Cellule(raisons(ligne.ues)), reponse,
        ])
      },
      vide: EtatVide("Aucun étudiant", "La promotion n’a pas encore d’inscrit."),
    )
  }

  /// What a student answered, with their own limit where they have one.
  private static func dite(
    _ ligne: VoirLAdmissibilite.Ligne,
    _ liste: VoirLAdmissibilite.Liste,
  ) -> some HTML {
    let commune = liste.session.limiteInscription
    let sienne = ligne.limite.flatMap { $0 > commune ? $0 : nil }
    return HTMLGroup(
      ligne.reponse.pastille(estFerme: liste.present > sienne ?? commune),
      HTMLList(
        [sienne].compactMap(\.self).map { limite in
          small(.class("dessous")) { Typographie.phrase("sa limite : \(limite.enLettres)") }
        }
      ),
    )
  }

  private static func raisons(_ ues: [AdmissibiliteDeSession2]) -> some HTML {
    details {
      summary { compte(ues.count, "UE", "UE") }
      ul {
        for ligne in ues {
          li {
            Typographie.phrase(
              "\(ligne.ue.texte)\(ligne.moyenne.map { " (\($0))" } ?? "") : \(ligne.raison.phrase)"
            )
          }
        }
      }
    }
  }

  // MARK: What is sent

  private static func publier(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    var saisie = SaisieLue(try visite.formulaire())
    guard let limite = saisie.instant("limite", "limite-heure") else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        PublierLAdmissibilite(
          id,
          limite: limite,
          motif: saisie.facultatif("motif"),
          version: saisie.version,
        )
      )
      return visite.versLaPage(
        Chemin.session2(id, "admissibilite"),
        fait: .admissibilitePubliee,
      )
    } catch let refus as Refus {
      // Once it is published the form is no longer there to say so.
      if case .etat(.admissibilitePubliee) = refus { throw refus }
      guard saisie.prendreToutRefus(refus, defaut: "limite") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func constater(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    try await visite.faire(ConstaterLesRenoncements(id))
    return visite.versLaPage(Chemin.session2(id, "admissibilite"), fait: .renoncementsConstates)
  }
}
