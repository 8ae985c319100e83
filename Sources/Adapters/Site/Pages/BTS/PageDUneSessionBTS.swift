internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A session of the BTS: where it stands, its candidates, what is next.
enum PageDUneSessionBTS {
  static let routes: [Route] = [
    .lecture("/bts/{bts}") { try await montrer($0) },
    .envoi("/bts/{bts}/candidats", par: inscrire),
    .envoi("/bts/{bts}/proclamation", par: proclamer),
    .envoi("/bts/{bts}/convoquer", par: convoquer),
    .envoi("/bts/{bts}/convocations", par: imprimer),
    .envoi("/bts/{bts}/cloture", par: clore),
  ]

  static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let vue = try await visite.demander(VoirUneSessionBTS(visite.sessionBTS()))
    let saisie = envoyee ?? SaisieLue([:])
    let session = vue.session
    return visite.page(
      session.intitule,
      fil: [Lien("Jurys", vers: Chemin.jurys), Lien("BTS", vers: Chemin.bts)],
      statut: statut,
    ) {
      if session.proclamation == nil, vue.droits.contains(.gererLesCampagnes),
        vue.droits.contains(.saisirLesNotes)
      {
        Bouton("Reprendre une liste", vers: Chemin.sessionBTS(session.id, "liste"))
      }
    } contenu: {
      if vue.specialite.aConfirmer {
        Encart(
          .attention,
          titre: "Coefficients à confirmer.",
          "Source : \(vue.specialite.source). Vérifiez-les avant tout usage réel.",
        )
      }
      Chiffres(chiffres(vue))
      Carte("Étapes") { Frise(etapes(vue, visite)) }
      suite(vue, saisie, visite.jeton)
      if !vue.sousLaMoyenne.isEmpty {
        Carte("Candidats sous 10") { sousLaMoyenne(vue) }
      }
      Carte("Tous les candidats") { candidats(vue) }
      if session.proclamation == nil, vue.droits.contains(.gererLesCampagnes) {
        Carte("Ajouter un candidat") { ajout(session, saisie, visite.jeton) }
      }
      Carte("Épreuves de la spécialité") { specialite(vue.specialite) }
    }
  }

  private static func chiffres(_ vue: VoirUneSessionBTS.Vue) -> [ChiffreCle] {
    let autorises = vue.candidats.count { $0.inscription.decision?.autorise == true }
    let admis = vue.candidats.count { $0.resultat?.admis.valeur == true }
    return [
      ChiffreCle("Candidats", "\(vue.candidats.count)"),
      ChiffreCle("Sous 10", "\(vue.sousLaMoyenne.count)"),
      ChiffreCle("Autorisés", "\(autorises)"),
      ChiffreCle(
        "Admis",
        "\(admis)",
        precision: vue.session.close == nil ? "d’après ce qui est saisi" : nil,
      ),
    ]
  }

  private static func etapes(_ vue: VoirUneSessionBTS.Vue, _ visite: Visite) -> [Frise.Moment] {
    let session = vue.session
    let autorises = vue.candidats.map(\.inscription).filter { $0.decision?.autorise == true }
    let convoques = autorises.count { $0.convocation != nil }
    let tenus = autorises.reduce(0) { $0 + $1.oraux.values.count { $0.issue != nil } }
    var moments = [
      Frise.Moment(
        session.proclamation?.enLettres ?? "à venir",
        "Proclamation des résultats de la session normale",
        ton: session.proclamation == nil ? .attention : .succes,
      )
    ]
    if let limite = session.dernierJourDeConvocation {
      let aujourdHui = visite.site.bureau.horloge.maintenant().jour
      let estEnRetard = convoques < autorises.count && aujourdHui > limite
      moments.append(
        Frise.Moment(
          "\(limite.enLettres) au plus tard",
          "Convocation des candidats autorisés : \(convoques) sur \(autorises.count)",
          ton: estEnRetard ? .erreur : convoques == autorises.count ? .succes : .attention,
          detail: estEnRetard
            ? "Les huit jours sont passés : une convocation demande le motif du retard." : nil,
        )
      )
      moments.append(
        Frise.Moment(
          "après la convocation",
          "Oraux tenus : \(tenus) sur \(2 * autorises.count)",
          ton: tenus == 2 * autorises.count ? .succes : .attention,
        )
      )
    }
    moments.append(
      Frise.Moment(
        session.close?.enLettres ?? "à venir",
        "Clôture : les candidats lisent leurs oraux et leur admission",
        ton: session.close == nil ? .neutre : .succes,
      )
    )
    return moments
  }

  // MARK: What is next

  @HTMLBuilder private static func suite(
    _ vue: VoirUneSessionBTS.Vue,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let session = vue.session
    if session.proclamation == nil, vue.droits.contains(.cloreUnJury), !vue.candidats.isEmpty {
      Carte("Proclamer les résultats") { proclamation(session, saisie, jeton) }
    }
    if session.proclamation != nil, session.close == nil,
      vue.droits.contains(.gererLesCampagnes)
    {
      Carte("Convoquer les candidats autorisés") { convocation(vue, saisie, jeton) }
    }
    if session.proclamation != nil, vue.droits.contains(.editerLesDocuments),
      vue.candidats.contains(where: { $0.inscription.convocation != nil })
    {
      Carte("Convocations à remettre") {
        p { "La lettre de chaque candidat convoqué, avec ses oraux, dans un seul fichier." }
        Formulaire(vers: Chemin.sessionBTS(session.id, "convocations"), jeton: jeton) {
          Boutons(Bouton("Imprimer les convocations", .second))
        }
      }
    }
    if session.proclamation != nil, session.close == nil, vue.droits.contains(.cloreUnJury) {
      Carte("Clore la session") { cloture(session, saisie, jeton) }
    }
  }

  private static func proclamation(_ session: SessionBTS, _ saisie: SaisieLue, _ jeton: Jeton)
    -> some HTML
  {
    let champ = Champ(
      "proclamation",
      "Jour de la proclamation",
      .date(saisie["proclamation"]),
      aide: "Les résultats ne changent plus ensuite ; les huit jours de la convocation courent de "
        + "ce jour, qui ne compte pas.",
      erreur: saisie.fautes["proclamation"],
    )
    return HTMLGroup(
      ResumeDesErreurs(de: [champ]),
      Formulaire(vers: Chemin.sessionBTS(session.id, "proclamation"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(session.version)"))
        champ
        Boutons(Bouton("Proclamer les résultats", .premier))
      },
    )
  }

  @HTMLBuilder private static func convocation(
    _ vue: VoirUneSessionBTS.Vue,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let attendus = vue.candidats.filter {
      $0.inscription.decision?.autorise == true && $0.inscription.convocation == nil
    }
    if attendus.isEmpty {
      p { "Tous les candidats autorisés sont convoqués." }
    } else {
      let champs = [
        Champ(
          "convocation",
          "Convoqués le",
          .date(saisie["convocation"]),
          aide: vue.session.dernierJourDeConvocation.map { "Le \($0.enLettres) au plus tard." },
          erreur: saisie.fautes["convocation"],
        ),
        Champ(
          "retard",
          "Motif du retard",
          .texte(saisie["retard"]),
          aide: "Seulement après les huit jours ; le journal le garde.",
          erreur: saisie.fautes["retard"],
          estFacultatif: true,
        ),
      ]
      ResumeDesErreurs(de: champs)
      p {
        Typographie.phrase(
          "À convoquer : " + attendus.map(\.etudiant.nomAffiche).joined(separator: ", ") + "."
        )
      }
      Formulaire(vers: Chemin.sessionBTS(vue.session.id, "convoquer"), jeton: jeton) {
        Rangee { HTMLList(champs.map { AnyHTML($0) }) }
        Boutons(Bouton("Convoquer \(compte(attendus.count, "candidat"))", .premier))
      }
    }
  }

  private static func cloture(_ session: SessionBTS, _ saisie: SaisieLue, _ jeton: Jeton)
    -> some HTML
  {
    HTMLGroup(
      saisie.fautes["cloture"].map { Encart(.erreur, annonce: .alerte, $0) },
      p {
        "Le jury clôt quand les deux oraux de chaque candidat autorisé sont notés. Les candidats "
        "lisent alors leurs notes et leur admission, et rien ne change plus."
      },
      Formulaire(vers: Chemin.sessionBTS(session.id, "cloture"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(session.version)"))
        Boutons(Bouton("Clore la session", .premier))
      },
    )
  }

  // MARK: Candidates

  private static func sousLaMoyenne(_ vue: VoirUneSessionBTS.Vue) -> some HTML {
    Tableau(
      "Candidats dont la moyenne n’atteint pas 10",
      colonnes: [
        .init("Candidat"), .init("Moyenne", .chiffres),
        .init("Absences", estSecondaire: true), .init("Livret", estSecondaire: true),
        .init("Jury"),
      ],
      lignes: vue.sousLaMoyenne.map { candidat in
        let inscription = candidat.inscription
        let absences = vue.specialite.epreuves.compactMap { epreuve -> String? in
          guard case .absence(let piece) = inscription.resultats[epreuve.code] else { return nil }
          return "\(epreuve.code) : \(piece ?? "sans justificatif")"
        }
        return Tableau.Ligne([
          Cellule(Lien(candidat.etudiant.nomAffiche, vers: Chemin.candidatBTS(inscription.id))),
          "\(candidat.resultat?.avant.valeur.moyenneAffichee ?? "–")",
          "\(absences.isEmpty ? "aucune" : absences.joined(separator: " ; "))",
          "\(inscription.livret.isEmpty ? "non fourni" : inscription.livret)",
          Cellule(candidat.pastille(vue.session)),
        ])
      },
    )
  }

  private static func candidats(_ vue: VoirUneSessionBTS.Vue) -> some HTML {
    Tableau(
      "Candidats de la session",
      colonnes: [
        .init("Candidat"), .init("Session normale", .chiffres, estSecondaire: true),
        .init("Discipline", estSecondaire: true), .init("Oral général", estSecondaire: true),
        .init("Oral professionnel", estSecondaire: true),
        .init("Après", .chiffres), .init("État"),
      ],
      lignes: vue.candidats.map { candidat in
        let inscription = candidat.inscription
        func oral(_ domaine: CandidatBTS.Domaine) -> String {
          guard let oral = inscription.oraux[domaine] else { return "–" }
          let remplace = candidat.resultat?.remplace[domaine] == true
          return oral.enMots + (remplace ? ", retenu" : "")
        }
        return Tableau.Ligne([
          Cellule(Lien(candidat.etudiant.nomAffiche, vers: Chemin.candidatBTS(inscription.id))),
          "\(candidat.resultat?.avant.valeur.moyenneAffichee ?? "–")",
          "\(inscription.choix?.discipline ?? "–")", "\(oral(.general))",
          "\(oral(.professionnel))",
          "\(candidat.resultat?.apres.valeur.moyenneAffichee ?? "–")",
          Cellule(candidat.pastille(vue.session)),
        ])
      },
      vide: EtatVide(
        "Aucun candidat",
        "Ajoutez-les un par un, ou reprenez une liste XLSX, ODS ou CSV avec leurs résultats.",
      ),
    )
  }

  private static func ajout(_ session: SessionBTS, _ saisie: SaisieLue, _ jeton: Jeton)
    -> some HTML
  {
    let champs = [
      Champ(
        "numero",
        "Numéro d’étudiant",
        .texte(saisie["numero"]),
        aide: "Celui d’un étudiant déjà connu le retrouve, si le nom est le sien.",
        erreur: saisie.fautes["numero"],
      ),
      Champ("nom", "Nom", .texte(saisie["nom"]), erreur: saisie.fautes["nom"]),
      Champ("prenom", "Prénom", .texte(saisie["prenom"]), erreur: saisie.fautes["prenom"]),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.sessionBTS(session.id, "candidats"), jeton: jeton) {
        Rangee { HTMLList(champs.map { AnyHTML($0) }) }
        Boutons(Bouton("Ajouter le candidat", .second))
      },
    )
  }

  private static func specialite(_ specialite: SpecialiteBTS) -> some HTML {
    HTMLGroup(
      Tableau(
        "Épreuves, \(specialite.intitule)",
        colonnes: [
          .init("Épreuve"), .init("Domaine", estSecondaire: true),
          .init("Forme", estSecondaire: true), .init("Coefficient", .chiffres),
        ],
        lignes: specialite.epreuves.map { epreuve in
          Tableau.Ligne([
            "\(epreuve.nomEntier)", "\(epreuve.domaine.mot)", "\(epreuve.forme.mot)",
            "\(epreuve.coefficient)",
          ])
        },
      ),
      p {
        Typographie.phrase(
          "Disciplines au choix pour l’oral général : "
            + specialite.disciplinesAuChoix.joined(separator: ", ")
            + (specialite.disciplines.isEmpty
              ? ". La liste de la spécialité n’est pas connue : celles de plus fort coefficient sont "
                + "proposées."
              : ".")
        )
      },
    )
  }

  // MARK: What is sent

  /// What the person may do, asked before the form is read.
  private static func exiger(_ droit: Droit, _ visite: Visite) async throws
    -> VoirUneSessionBTS.Vue
  {
    let vue = try await visite.demander(VoirUneSessionBTS(visite.sessionBTS()))
    try vue.droits.exiger(droit)
    return vue
  }

  private static func inscrire(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await exiger(.gererLesCampagnes, visite)
    var saisie = SaisieLue(try visite.formulaire())
    do {
      let inscription = try await visite.faire(
        InscrireUnCandidatBTS(
          session: vue.session.id,
          nip: saisie["numero"],
          nom: saisie["nom"],
          prenom: saisie["prenom"],
        )
      )
      return visite.versLaPage(Chemin.candidatBTS(inscription.id), fait: .candidatBTSInscrit)
    } catch let refus as Refus {
      let champs = ["nip": "numero", "numéro": "numero"]
      guard saisie.prendreToutRefus(refus, champs: champs, defaut: "numero") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func proclamer(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await exiger(.cloreUnJury, visite)
    var saisie = SaisieLue(try visite.formulaire())
    guard let jour = saisie.jour("proclamation") else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        ProclamerUneSessionBTS(vue.session.id, le: jour, version: saisie.version)
      )
      return visite.versLaPage(Chemin.sessionBTS(vue.session.id), fait: .btsProclame)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "proclamation") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func convoquer(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await exiger(.gererLesCampagnes, visite)
    var saisie = SaisieLue(try visite.formulaire())
    guard let jour = saisie.jour("convocation") else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    let attendus = vue.candidats.map(\.inscription).filter {
      $0.decision?.autorise == true && $0.convocation == nil
    }
    do {
      try await visite.faire(
        ConvoquerDesCandidatsBTS(
          vue.session.id,
          attendus.map(\.id),
          le: jour,
          retard: saisie.facultatif("retard"),
        )
      )
      return visite.versLaPage(Chemin.sessionBTS(vue.session.id), fait: .candidatsBTSConvoques)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "convocation") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func imprimer(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await exiger(.editerLesDocuments, visite)
    return try await visite.imprimer(
      DemandeDeDocuments(.convocation, sur: .sessionBTS(vue.session.id))
    )
  }

  private static func clore(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await exiger(.cloreUnJury, visite)
    var saisie = SaisieLue(try visite.formulaire())
    do {
      try await visite.faire(CloreUneSessionBTS(vue.session.id, version: saisie.version))
      return visite.versLaPage(Chemin.sessionBTS(vue.session.id), fait: .btsClos)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "cloture") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }
}
