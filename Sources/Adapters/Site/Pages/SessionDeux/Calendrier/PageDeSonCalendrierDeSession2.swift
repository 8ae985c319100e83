internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// One’s own exams of session 2: when, where, what changed, what keeps one away, what clashes.
enum PageDeSonCalendrierDeSession2 {
  static let routes: [Route] = [
    .lecture("/moi/session-2/calendrier") { try await montrer($0) },
    .envoi("/moi/session-2/{campagne}/contraintes", par: declarer),
    .envoi("/moi/session-2/{campagne}/contraintes/{contrainte}", par: retirer),
    .envoi("/moi/session-2/{campagne}/signalements", par: signaler),
    .envoi("/moi/session-2/{campagne}/convocation", par: imprimer),
  ]

  private static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
    faute: String? = nil,
  ) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let siennes = try await visite.demander(VoirSonCalendrierDeSession2(vu.etudiant))
    return visite.page(
      "Mes épreuves de session 2",
      fil: [Lien("Mon dossier", vers: Chemin.moi)],
      avis: faute.map { [Avis(.erreur, $0)] } ?? [],
      statut: statut,
    ) {
      if siennes.isEmpty {
        EtatVide("Aucune session 2", "Aucune session 2 n’est ouverte pour vous.")
      }
      HTMLList(siennes.map { CarteDeSession2($0, vu.etudiant, envoyee, visite).corps })
    }
  }

  /// The session that the address names, if it is one of theirs.
  private static func campagne(_ visite: Visite, _ vu: DossierVu) async throws
    -> Identifiant<Campagne>
  {
    let campagne = try visite.campagneDeSession2()
    let siennes = try await visite.demander(VoirSonCalendrierDeSession2(vu.etudiant))
    guard siennes.contains(where: { $0.session.campagne == campagne }) else {
      throw Refus.inconnu(.campagne)
    }
    return campagne
  }

  private static func declarer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let campagne = try await campagne(visite, vu)
    var saisie = SaisieLue(try visite.formulaire())
    let nature = ContrainteDeSession2.Nature(rawValue: saisie["nature"])
    if nature == nil { saisie.fautes["nature"] = "Choisissez ce qui vous retient." }
    guard let du = saisie.instant("du", "heure-du"), let au = saisie.instant("au", "heure-au"),
      let nature
    else { return try await montrer(visite, saisie, .unprocessableContent) }
    do {
      try await visite.faire(
        DeclarerUneContrainte(
          campagne: campagne,
          etudiant: vu.etudiant,
          nature: nature,
          du: du,
          au: au,
          precision: saisie["precision"],
        )
      )
    } catch let refus as Refus {
      let champs = ["fin": "au", "précision": "precision"]
      guard saisie.prendre(refus, champs: champs, defaut: "du") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    return visite.versLaPage(Chemin.monCalendrierDeSession2, fait: .contrainteDeclaree)
  }

  private static func retirer(_ visite: Visite) async throws -> HTTPResponse {
    _ = try visite.dossierVu()
    try await visite.faire(
      RetirerUneContrainte(visite.identifiant("contrainte", .contrainte))
    )
    return visite.versLaPage(Chemin.monCalendrierDeSession2, fait: .contrainteRetiree)
  }

  private static func signaler(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let campagne = try await campagne(visite, vu)
    let envoi = try visite.formulaire()
    let epreuves = envoi.ligne("epreuves").split(separator: " ").compactMap { CleDEpreuve($0) }
    do {
      try await visite.faire(
        SignalerUnChevauchement(
          campagne: campagne,
          etudiant: vu.etudiant,
          epreuves: epreuves,
          texte: envoi.ligne("texte").sansBords,
        )
      )
    } catch Refus.etat(let etat) {
      return try await montrer(visite, nil, .conflict, faute: etat.phrase.enPhrase)
    }
    return visite.versLaPage(Chemin.monCalendrierDeSession2, fait: .chevauchementSignale)
  }

  private static func imprimer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let campagne = try await campagne(visite, vu)
    return try await visite.imprimer(
      DemandeDeDocuments(
        .convocation,
        sur: .session2(campagne, nil),
        etudiants: [vu.etudiant],
      )
    )
  }
}

/// One session on the page of a student.
private struct CarteDeSession2 {
  private let sienne: VoirSonCalendrierDeSession2.Sienne
  private let etudiant: Identifiant<Etudiant>
  private let saisie: SaisieLue
  private let visite: Visite

  init(
    _ sienne: VoirSonCalendrierDeSession2.Sienne,
    _ etudiant: Identifiant<Etudiant>,
    _ saisie: SaisieLue?,
    _ visite: Visite,
  ) {
    self.sienne = sienne
    self.etudiant = etudiant
    self.visite = visite
    self.saisie =
      saisie
      ?? SaisieLue([
        "du": sienne.session.premierJour.description, "heure-du": "8 h",
        "au": sienne.session.dernierJour.description, "heure-au": "18 h",
      ])
  }

  private var id: Identifiant<Campagne> { sienne.session.campagne }

  @HTMLBuilder var corps: some HTML {
    Carte(sienne.session.intitule) {
      if let publication = sienne.publication {
        p(.class("aide")) {
          Typographie.phrase(
            "Calendrier signé par la direction des études"
              + (sienne.signature.map { " (\($0.nom))" } ?? "")
              + ", publié le \(publication.moment.enLettres)"
              + (sienne.estConfirme
                ? ", confirmé."
                : ". Il porte sur toutes les UE qui vous sont ouvertes, et sera confirmé après les inscriptions.")
          )
        }
        epreuves
        chevauchements
        if !sienne.seances.isEmpty { papier }
      } else {
        EtatVide(
          "Le calendrier n’est pas encore publié",
          "Il l’est au plus tard le \(sienne.session.limiteCalendrier.enLettres).",
        )
      }
    }
    if !sienne.changements.isEmpty { Carte("Ce qui a changé") { changements } }
    Carte("Quand je ne peux pas venir") { contraintes }
  }

  private var epreuves: some HTML {
    Tableau(
      "Mes épreuves",
      colonnes: [
        .init("Épreuve"), .init("Jour et heure"), .init("Salle"),
        .init("Consignes", estSecondaire: true),
      ],
      lignes: sienne.seances.map { seance in
        Tableau.Ligne([
          "\(seance.epreuve.phrase)", "\(quand(seance))",
          "\(seance.epreuve.forme == .projet ? "à rendre" : seance.lieuEnClair)",
          "\(consignes(seance))",
        ])
      },
      vide: EtatVide("Aucune épreuve", "Ce calendrier ne vous convoque à aucune épreuve."),
    )
  }

  private func quand(_ seance: SeanceDeSession2) -> String {
    guard let horaire = seance.horaire(de: etudiant) else { return "" }
    let (debut, fin) = (min(horaire.debut, 1439), min(horaire.fin, 1439))
    let heures =
      seance.epreuve.forme == .projet
      ? "avant \(Typographie.heure(fin / 60, fin % 60))"
      : "de \(Typographie.heure(debut / 60, debut % 60)) à \(Typographie.heure(fin / 60, fin % 60))"
    return "\(seance.debut.jour.enLettres), \(heures)"
  }

  private func consignes(_ seance: SeanceDeSession2) -> String {
    let epreuve = sienne.epreuves.first { $0.ue == seance.epreuve.ue }
    let materiel = epreuve?.materiel ?? ""
    return [
      seance.estIndividuelle ? "passage individuel sous surveillance continue" : "",
      (seance.convoques.first { $0.etudiant == etudiant }?.majoration ?? 0) > 0
        ? "temps majoré compris" : "",
      materiel.isEmpty ? "aucun matériel autorisé" : "matériel autorisé : \(materiel)",
      "pièce d’identité et carte d’étudiant",
    ].filter { !$0.isEmpty }.joined(separator: " ; ").enPhraseSansPoint
  }

  @HTMLBuilder private var chevauchements: some HTML {
    HTMLList(sienne.chevauchements.map { chevauchement($0) })
    HTMLList(
      sienne.signalements.filter(repondu).map { signalement in
        Encart(
          .succes,
          titre: "Réponse du secrétariat",
          signalement.epreuves.map(\.phrase).joined(separator: " et ")
            + " : \(signalement.reponse ?? "")",
        )
      }
    )
  }

  private func chevauchement(_ couple: [CleDEpreuve]) -> some HTML {
    let signalement = sienne.signalements.last { Set($0.epreuves) == Set(couple) }
    let noms = couple.map(\.phrase).joined(separator: " et ")
    let constat =
      couple.count > 1
      ? "\(noms) ont lieu en même temps."
      : "\(noms) a lieu pendant une contrainte que vous avez déclarée."
    return Encart(.attention, titre: "Chevauchement") {
      p { constat.enPhraseSuite }
      suite(couple, signalement)
    }
  }

  /// Answered, and no longer among the clashes, where its answer is told too.
  private func repondu(_ signalement: SignalementDeSession2) -> Bool {
    signalement.reponse != nil
      && !sienne.chevauchements.contains { Set($0) == Set(signalement.epreuves) }
  }

  @HTMLBuilder private func suite(
    _ couple: [CleDEpreuve],
    _ signalement: SignalementDeSession2?,
  ) -> some HTML {
    if let reponse = signalement?.reponse {
      p { Typographie.phrase("Réponse du secrétariat : \(reponse)") }
    } else if let signalement {
      p { Typographie.phrase("Signalé au secrétariat le \(signalement.depose.enLettres).") }
    } else {
      Formulaire(vers: Chemin.mienCalendrier(id, "signalements"), jeton: visite.jeton) {
        input(
          .type("hidden"),
          .name("epreuves"),
          .value(couple.map(\.description).joined(separator: " ")),
        )
        Bouton("Signaler au secrétariat", .premier)
      }
    }
  }

  private var papier: some HTML {
    Formulaire(vers: Chemin.mienCalendrier(id, "convocation"), jeton: visite.jeton) {
      Boutons(Bouton("Télécharger ma convocation"))
    }
  }

  private var changements: some HTML {
    HTMLList(
      sienne.changements.map { changement in
        div {
          p { strong { "Le \(visite.enLettres(changement.moment))".enPhraseSuite } }
          Definitions([
            ("Avant", Cellule(lignes(changement.avant))),
            ("Maintenant", Cellule(lignes(changement.apres))),
          ])
        }
      }
    )
  }

  @HTMLBuilder private func lignes(_ texte: String) -> some HTML {
    if texte.isEmpty {
      "aucune épreuve"
    } else {
      ul { for ligne in texte.split(separator: "\n") { li { String(ligne).enPhraseSuite } } }
    }
  }

  @HTMLBuilder private var contraintes: some HTML {
    p(.class("aide")) {
      Typographie.phrase(
        "Déclarez un stage, une alternance ou un contrat de travail pendant la session : le "
          + "calendrier en tient compte autant que possible."
      )
    }
    HTMLList(
      sienne.contraintes.map { contrainte in
        Formulaire(
          vers: Chemin.mienCalendrier(id, "contraintes", "\(contrainte.id)"),
          jeton: visite.jeton,
        ) {
          p {
            "\(contrainte.nature.phrase.enPhraseSansPoint), du \(contrainte.du.enLettres) au \(contrainte.au.enLettres)"
              .enPhraseSuite
            if !contrainte.precision.isEmpty { " (\(contrainte.precision))".enPhraseSuite }
          }
          Bouton("Retirer", .discret)
        }
      }
    )
    ResumeDesErreurs(de: champs)
    Formulaire(vers: Chemin.mienCalendrier(id, "contraintes"), jeton: visite.jeton) {
      HTMLList(champs.map { AnyHTML($0) })
      Boutons(Bouton("Déclarer"))
    }
  }

  private var champs: [Champ] {
    let natures = ContrainteDeSession2.Nature.allCases.map {
      Choix($0.rawValue, $0.phrase.enPhraseSansPoint)
    }
    return [
      Champ(
        "nature",
        "Ce qui me retient",
        .parmi(natures, choisi: saisie.facultatif("nature")),
        erreur: saisie.fautes["nature"],
        cle: "nature-\(id)",
      ),
      jour("du", "Du"), heure("heure-du", "À"), jour("au", "Au"), heure("heure-au", "Jusqu’à"),
      Champ(
        "precision",
        "Précision",
        .texte(saisie["precision"]),
        erreur: saisie.fautes["precision"],
        estFacultatif: true,
        cle: "precision-\(id)",
      ),
    ]
  }

  private func jour(_ nom: String, _ libelle: String) -> Champ {
    Champ(nom, libelle, .date(saisie[nom]), erreur: saisie.fautes[nom], cle: "\(nom)-\(id)")
  }

  private func heure(_ nom: String, _ libelle: String) -> Champ {
    Champ(nom, libelle, .texte(saisie[nom]), erreur: saisie.fautes[nom], cle: "\(nom)-\(id)")
  }
}
