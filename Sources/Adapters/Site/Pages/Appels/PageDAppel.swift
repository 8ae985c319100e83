internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The roll of a slot: who is there, late, sent out or absent.
enum PageDAppel {
  static let routes: [Route] = [
    .lecture("/appels/{seance}") { try await montrer($0) },
    .envoi("/appels/{seance}", par: enregistrer),
    .envoi("/appels/{seance}/ouvrir", par: ouvrir),
    .envoi("/appels/{seance}/fermer", par: fermer),
  ]

  static func montrer(
    _ visite: Visite,
    _ fautes: [Identifiant<Etudiant>: String] = [:],
    tape: SaisieLue? = nil,
    avis: [Avis] = [],
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let feuille = try await visite.demander(VoirLEmargement(visite.creneau()))
    let seance = feuille.seance
    return visite.page(
      "Appel, \(seance.intitule)",
      fil: [
        Lien(
          "Appels",
          vers: Chemin.avec(Chemin.appels, [("jour", seance.debut.jour.description)]),
        )
      ],
      avis: avis,
      statut: statut,
    ) {
      Chiffres([
        ChiffreCle("Présents", "\(feuille.presents)", precision: "sur \(feuille.lignes.count)"),
        ChiffreCle("Signatures", "\(feuille.lignes.count { $0.signature != nil })"),
        ChiffreCle(
          "À vérifier",
          "\(feuille.lignes.count { $0.appareilPartage || $0.adressePartagee })",
          precision: "un appareil ou une adresse pour plusieurs",
        ),
      ])
      Carte("Émargement") { emargement(feuille, visite.jeton) }
      Carte("Appel") { appel(feuille, fautes, tape, visite.jeton) }
    }
  }

  // MARK: The sign-in

  @HTMLBuilder private static func emargement(
    _ feuille: VoirLEmargement.Feuille,
    _ jeton: Jeton,
  ) -> some HTML {
    let seance = feuille.seance.id
    if feuille.emargement?.estOuvert == true {
      p {
        Typographie.phrase(
          "Projetez le code : il change sans cesse, et les étudiants le lisent ou le recopient."
        )
      }
      Boutons(Bouton("Projeter le code", .premier, vers: Chemin.appel(seance, "code")))
      Formulaire(vers: Chemin.appel(seance, "fermer"), jeton: jeton) {
        Champ(
          "absents",
          "Noter absents ceux qui ne sont ni signés ni pointés",
          .coche(true),
        )
        Boutons(Bouton("Fermer l’émargement"))
      }
    } else {
      p {
        Typographie.phrase(
          "Ouvert d’une demi-heure avant le créneau jusqu’à sa fin. Sans écran, faites l’appel "
            + "ci-dessous, ou recopiez la feuille signée."
        )
      }
      Formulaire(vers: Chemin.appel(seance, "ouvrir"), jeton: jeton) {
        Champ(
          "pas",
          "Le code change toutes les",
          .entier("\(Emargement.pasHabituel)"),
          aide: "En secondes, de \(Emargement.pasPossibles.lowerBound) à "
            + "\(Emargement.pasPossibles.upperBound).",
        )
        Boutons(Bouton("Ouvrir l’émargement", .premier))
      }
    }
  }

  private static func ouvrir(_ visite: Visite) async throws -> HTTPResponse {
    let seance = try visite.creneau()
    let secrets = visite.site.portier.secrets
    let pas = Int((try visite.formulaire()["pas"] ?? "").sansBords) ?? 0
    do {
      try await visite.faire(
        OuvrirLEmargement(
          seance,
          cle: secrets.texte(cle: secrets.cleDuSecondFacteur()),
          pas: pas,
        )
      )
      return visite.versLaPage(Chemin.appel(seance, "code"))
    } catch let refus as Refus {
      switch refus {
      case .etat, .donnees:
        return try await montrer(
          visite,
          avis: [Avis(.erreur, refus.phrase.enPhrase)],
          .unprocessableContent,
        )
      case .interdit, .inconnu, .conflit, .regle: throw refus
      }
    }
  }

  private static func fermer(_ visite: Visite) async throws -> HTTPResponse {
    let seance = try visite.creneau()
    let absents = try visite.formulaire()["absents"] == "oui"
    try await visite.faire(FermerLEmargement(seance, noterLesAbsents: absents))
    return visite.versLaPage(Chemin.appel(seance), fait: .emargementFerme)
  }

  // MARK: The roll

  private static func appel(
    _ feuille: VoirLEmargement.Feuille,
    _ fautes: [Identifiant<Etudiant>: String],
    _ tape: SaisieLue?,
    _ jeton: Jeton,
  ) -> some HTML {
    Formulaire(vers: Chemin.appel(feuille.seance.id), jeton: jeton) {
      Tableau(
        "Appel",
        colonnes: [
          .init("Étudiant"), .init("Constat"), .init("Minutes, motif"), .init("Signature"),
          .init("À savoir"),
        ],
        lignes: feuille.lignes.map { ligne($0, fautes[$0.etudiant.id], tape) },
        vide: EtatVide("Personne n’est attendu à ce créneau"),
      )
      p {
        Typographie.phrase(
          "Un retard n’exclut jamais de lui-même : c’est vous qui décidez. Qui est exclu est compté "
            + "absent sans justification (règlement des études, article 3) : de tout le créneau, ou "
            + "des minutes que vous donnez, comme « 30 bavardage »."
        )
      }
      Champ(
        "reste",
        "Ceux dont rien n’est dit",
        .parmi(
          [
            Choix("", "Ne rien écrire"), Choix("present", "Les noter présents"),
            Choix("absent", "Les noter absents"),
          ],
          choisi: tape?["reste"] ?? "",
        ),
      )
      Boutons(Bouton("Enregistrer l’appel", .premier))
    }
  }

  private static func ligne(_ ligne: VoirLEmargement.Ligne, _ faute: String?, _ tape: SaisieLue?)
    -> Tableau.Ligne
  {
    let (id, nom) = (ligne.etudiant.id, ligne.etudiant.nomAffiche)
    return Tableau.Ligne([
      "\(nom)",
      Cellule(
        HTMLGroup(
          input(.type("hidden"), .name("v-\(id)"), .value("\(ligne.presence?.version ?? 0)")),
          choix(ligne, tape),
        )
      ),
      Cellule(
        detail(ligne, faute, tape)
      ),
      Cellule(signature(ligne)), Cellule(HTMLList(remarques(ligne))),
    ])
  }

  /// Minutes or a reason: a box for words, unlike that of marks.
  @HTMLBuilder private static func detail(
    _ ligne: VoirLEmargement.Ligne,
    _ faute: String?,
    _ tape: SaisieLue?,
  )
    -> some HTML
  {
    let id = "detail-\(ligne.etudiant.id)"
    VoidElement(
      "input",
      [
        .class("saisie mots"), .type("text"), .id(id), .name("d-\(ligne.etudiant.id)"),
        .value(tape?["d-\(ligne.etudiant.id)"] ?? ligne.presence?.pointage.detail ?? ""),
        .autocomplete("off"),
        .aria(
          "label",
          Typographie.phrase(
            "Minutes de retard, ou durée et motif de l’exclusion, \(ligne.etudiant.nomAffiche)"
          ),
        ), .aria("invalid", "true").when(faute != nil),
        .aria("describedby", id + "-erreur").when(faute != nil),
      ],
    )
    if let faute { span(.class("faute"), .id(id + "-erreur")) { faute } }
  }

  private static func choix(_ ligne: VoirLEmargement.Ligne, _ tape: SaisieLue?) -> some HTML {
    let actuel = tape?["p-\(ligne.etudiant.id)"] ?? ligne.presence?.pointage.mot ?? ""
    return Element(
      "select",
      [
        .class("saisie"), .name("p-\(ligne.etudiant.id)"),
        .aria("label", Typographie.phrase("Constat, \(ligne.etudiant.nomAffiche)")),
      ],
      HTMLList(
        [
          ("", "–"), ("present", "présent"), ("absent", "absent"), ("retard", "en retard"),
          ("exclu", "exclu"),
        ].map { mot, libelle in
          option(.value(mot), .selected(mot == actuel)) { libelle }
        }
      ),
    )
  }

  @HTMLBuilder private static func signature(_ ligne: VoirLEmargement.Ligne) -> some HTML {
    if let signature = ligne.signature {
      Typographie.heure(signature.moment.minute / 60, signature.moment.minute % 60)
      if ligne.appareilPartage { Pastille("appareil partagé", .attention) }
      if ligne.adressePartagee { Pastille("adresse partagée", .attention) }
    } else {
      "–"
    }
  }

  private static func remarques(_ ligne: VoirLEmargement.Ligne) -> [Pastille] {
    ligne.signalements.filter { $0.nature != .contact }
      .map { Pastille($0.nature.phrase, .information) }
      + (ligne.estDispense ? [Pastille("dispense d’assiduité", .information)] : [])
      + (ligne.indisponible ? [Pastille("indisponibilité déclarée", .information)] : [])
  }

  private static func enregistrer(_ visite: Visite) async throws -> HTTPResponse {
    let seance = try visite.creneau()
    let saisie = SaisieLue(try visite.formulaire())
    let feuille = try await visite.demander(VoirLEmargement(seance))
    var fautes: [Identifiant<Etudiant>: String] = [:]
    var pointages: [FaireLAppel.Pointage] = []
    for ligne in feuille.lignes {
      let id = ligne.etudiant.id
      let mot =
        saisie["p-\(id)"].isEmpty && ligne.presence == nil ? saisie["reste"] : saisie["p-\(id)"]
      guard !mot.isEmpty else { continue }
      guard let pointage = Presence.Pointage(mot, saisie["d-\(id)"]) else {
        fautes[id] =
          mot == "exclu" ? "Dites pourquoi." : "Donnez le retard en minutes."
        continue
      }
      guard pointage != ligne.presence?.pointage else { continue }
      let version = Int64(saisie["v-\(id)"]) ?? 0
      pointages.append(.init(id, pointage, version: version))
    }
    guard fautes.isEmpty else {
      return try await montrer(visite, fautes, tape: saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(FaireLAppel(seance: seance, pointages))
      return visite.versLaPage(Chemin.appel(seance), fait: .appelFait)
    } catch let refus as Refus {
      switch refus {
      case .donnees, .etat:
        let avis = [Avis(.erreur, refus.phrase.enPhrase)]
        return try await montrer(visite, tape: saisie, avis: avis, .unprocessableContent)
      case .conflit:
        return try await montrer(visite, entreTemps(feuille, saisie), tape: saisie, .conflict)
      case .interdit, .inconnu, .regle: throw refus
      }
    }
  }

  /// What somebody else wrote since the sheet was read, beside what was typed.
  private static func entreTemps(_ feuille: VoirLEmargement.Feuille, _ saisie: SaisieLue)
    -> [Identifiant<Etudiant>: String]
  {
    var fautes: [Identifiant<Etudiant>: String] = [:]
    for ligne in feuille.lignes {
      let (id, version) = (ligne.etudiant.id, ligne.presence?.version ?? 0)
      guard saisie["v-\(id)"] != "\(version)", let presence = ligne.presence else { continue }
      fautes[id] =
        "Écrit entre-temps : \(presence.pointage.constat). Rien n’a été enregistré ; enregistrez à "
        + "nouveau pour y mettre ce que vous tapez."
    }
    return fautes
  }
}

extension Visite {
  /// The slot that the address names.
  func creneau() throws(Refus) -> Identifiant<Seance> { try identifiant("seance", .seance) }
}
