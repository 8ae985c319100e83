internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A candidate: results, livret, jury, discipline, orals, support, admission and why.
enum PageDUnCandidatBTS {
  static let routes: [Route] = [
    .lecture("/bts/candidats/{candidat}") { try await montrer($0) },
    .lecture("/bts/candidats/{candidat}/pourquoi", par: pourquoi),
    .envoi("/bts/candidats/{candidat}/resultats", par: EnvoisDeBTS.saisir),
    .envoi("/bts/candidats/{candidat}/decision", par: EnvoisDeBTS.decider),
    .envoi("/bts/candidats/{candidat}/discipline", par: EnvoisDeBTS.choisir),
    .envoi("/bts/candidats/{candidat}/oral", par: EnvoisDeBTS.fixer),
    .envoi("/bts/candidats/{candidat}/note", par: EnvoisDeBTS.noter),
    .envoi("/bts/candidats/{candidat}/accompagnement", par: EnvoisDeBTS.accompagner),
    .envoi("/bts/candidats/{candidat}/reouverture", par: EnvoisDeBTS.rouvrir),
    .envoi("/bts/candidats/{candidat}/deliberation", par: EnvoisDeBTS.deliberer),
    .envoi("/bts/candidats/{candidat}/retrait", par: EnvoisDeBTS.retirer),
  ]

  static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let fiche = try await visite.demander(VoirUnCandidatBTS(visite.candidatBTS()))
    let formulaires = FormulairesDeBTS(fiche, envoyee ?? SaisieLue([:]), visite.jeton)
    let enRattrapage =
      fiche.session.proclamation != nil && fiche.inscription.decision?.autorise == true
    return visite.page(
      fiche.etudiant.nomAffiche,
      fil: [
        Lien("BTS", vers: Chemin.bts),
        Lien(fiche.session.intitule, vers: Chemin.sessionBTS(fiche.session.id)),
      ],
      statut: statut,
    ) {
      Pastille.duBTS(fiche.inscription, fiche.session, fiche.resultat)
      if fiche.resultat != nil {
        Bouton(
          "Pourquoi ?",
          .second,
          vers: Chemin.candidatBTS(fiche.inscription.id, "pourquoi"),
        )
      }
    } contenu: {
      if let resultat = fiche.resultat { Chiffres(chiffres(resultat, fiche)) }
      if let retard = fiche.inscription.convocation?.retard {
        Encart(
          .attention,
          titre: "Convoqué hors délai.",
          "Motif : \(retard) (communiqué sur le BTS de 2021, § 3).",
        )
      }
      formulaires.fautesGenerales
      formulaires.casRouvert
      Carte("Résultats et livret") { formulaires.resultats }
      if fiche.resultat?.concerne == true { Carte("Jury") { formulaires.jury } }
      if enRattrapage {
        Carte("Discipline de l’oral général") { formulaires.discipline }
        Carte("Oraux") { formulaires.oraux }
        Carte("Accompagnement") { formulaires.accompagnement }
      }
      ListeDeDeliberations(fiche.inscription)
      formulaires.nouvelleDeliberation
      formulaires.retrait
    }
  }

  static func chiffres(_ resultat: ResultatBTS<AvecPreuve>, _ fiche: FicheBTS) -> [ChiffreCle] {
    let avant = ChiffreCle(
      "Session normale",
      resultat.avant.valeur.moyenneAffichee,
      unite: "/20",
    )
    let remplaces = CandidatBTS.Domaine.allCases.filter { resultat.remplace[$0] == true }
    let apres = ChiffreCle(
      "Après les oraux",
      resultat.apres.valeur.moyenneAffichee,
      unite: "/20",
      precision: remplaces.isEmpty
        ? "aucun remplacement" : remplaces.map(\.oral).joined(separator: " et "),
    )
    let admission = ChiffreCle(
      "Admission",
      resultat.admis.valeur ? "admis" : "non admis",
      precision: fiche.inscription.estRouverte
        ? "avant la nouvelle délibération"
        : fiche.session.close == nil && resultat.concerne ? "avant la clôture" : nil,
    )
    guard resultat.concerne else { return [avant, admission] }
    let aUnOral = fiche.inscription.oraux.values.contains { $0.issue != nil }
    return aUnOral || fiche.session.close != nil ? [avant, apres, admission] : [avant]
  }

  private static func pourquoi(_ visite: Visite) async throws -> HTTPResponse {
    let fiche = try await visite.demander(VoirUnCandidatBTS(visite.candidatBTS()))
    return visite.page(
      "Pourquoi ? BTS de \(fiche.etudiant.nomAffiche)",
      fil: [
        Lien(fiche.session.intitule, vers: Chemin.sessionBTS(fiche.session.id)),
        Lien(fiche.etudiant.nomAffiche, vers: Chemin.candidatBTS(fiche.inscription.id)),
      ],
    ) {
      if let resultat = fiche.resultat {
        Chiffres(chiffres(resultat, fiche))
        p { Typographie.phrase("Ce récit est écrit pour le candidat : « vous » le désigne.") }
        raisons(resultat, fiche)
      } else {
        EtatVide("Rien à expliquer", "Il manque un résultat à ce candidat.")
      }
    }
  }

  /// The account and the proofs.
  ///
  /// `rang`: that of the session, where the page has several; `sansAdmission`: while it is not to be
  /// known.
  @HTMLBuilder static func raisons(
    _ resultat: ResultatBTS<AvecPreuve>,
    _ fiche: FicheBTS,
    rang: String = "",
    sansAdmission: Bool = false,
  ) -> some HTML {
    let tues =
      (sansAdmission ? ["admission-bts"] : [])
      // What the rules allow is not what the jury decided.
      + (fiche.inscription.decision?.autorise == false ? ["autorisation-bts"] : [])
    let preuves = resultat.preuves.filter { !tues.contains($0.regle.nom) }
    let chapitres = Chapitre.composer(
      [(titre: fiche.session.intitule, preuves: preuves)],
      sur: nil,
    )
    for chapitre in chapitres {
      Carte(chapitre.titre) {
        for explication in chapitre.explications { RecitDePreuve(explication) }
      }
    }
    HTMLList(
      CandidatBTS.Domaine.allCases.compactMap { domaine in
        sansEffet(domaine, resultat, fiche).map { phrase in
          AnyHTML(Carte("\(domaine.oral.enPhraseSansPoint) sans effet") { p { phrase } })
        }
      }
    )
    if let decision = fiche.inscription.decision, !decision.motif.isEmpty {
      Carte("Ce que le jury a écrit") {
        p { Typographie.phrase(decision.motif.enPhrase) }
      }
    }
    Carte("Données et calculs") {
      HTMLList(
        preuves.enumerated().map { place, preuve in
          AnyHTML(EtapeDePreuve(preuve, estOuverte: true, rang: "\(rang)\(place + 1)"))
        }
      )
    }
  }

  /// Why an oral that was sat changes nothing.
  private static func sansEffet(
    _ domaine: CandidatBTS.Domaine,
    _ resultat: ResultatBTS<AvecPreuve>,
    _ fiche: FicheBTS,
  ) -> String? {
    guard fiche.inscription.decision?.autorise == true,
      let note = fiche.inscription.oraux[domaine]?.note, resultat.remplace[domaine] != true,
      let moyenne = fiche.moyennePonctuelle(domaine)
    else { return nil }
    return Typographie.phrase(
      "La note de l’\(domaine.oral), \(note), n’est pas strictement supérieure à la moyenne des "
        + "épreuves ponctuelles du domaine \(domaine.mot), \(moyenne.moyenneAffichee) : elle ne "
        + "change rien (décret n° 2021-417 modifié, article 2-1)."
    )
  }
}
