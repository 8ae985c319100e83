internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The day of the exams: rooms and seats, who signs in, until when, who was absent.
enum PagesDuJourDEpreuve {
  static let routes: [Route] = [
    .lecture("/session-2/{campagne}/jour") { try await lister($0) },
    .envoi("/session-2/{campagne}/jour/places", par: tirer),
    .envoi("/session-2/{campagne}/jour/cloture", par: clore),
    .envoi("/session-2/{campagne}/jour/documents", par: imprimer),
    .lecture("/session-2/{campagne}/jour/{cle}") { try await montrer($0) },
    .envoi("/session-2/{campagne}/jour/{cle}/etudiants/{etudiant}", par: pointer),
    .envoi("/session-2/{campagne}/jour/{cle}/absences/{etudiant}", par: constater),
  ]

  private static func lister(
    _ visite: Visite,
    _ statut: HTTPStatus = .ok,
    faute: String? = nil,
  ) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let vue = try await visite.demander(VoirLesSeancesDeSession2(id))
    return visite.page(
      "Jour des épreuves",
      fil: vue.conduit
        ? [
          Lien(vue.session.intitule, vers: Chemin.session2(id)),
          Lien("Calendrier", vers: Chemin.calendrierDeSession2(id)),
        ] : [],
      avis: faute.map { [Avis(.erreur, $0)] } ?? [],
      statut: statut,
    ) {
      if vue.conduit {
        Carte("Places") { places(vue, visite.jeton) }
      }
      HTMLList(
        parJour(vue.seances).map { jour, seances in
          Carte(jour.enLettres) { liste(jour, seances, vue) }
        }
      )
      if vue.seances.isEmpty {
        EtatVide("Aucune épreuve", "Aucune épreuve de cette session n’est de votre ressort.")
      }
      if vue.conduit { cloture(id, visite.jeton) }
    }
  }

  private static func parJour(_ seances: [SeanceDeSession2]) -> [(Jour, [SeanceDeSession2])] {
    Dictionary(grouping: seances, by: \.debut.jour).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  private static func places(_ vue: VoirLesSeancesDeSession2.Vue, _ jeton: Jeton) -> some HTML {
    Formulaire(vers: Chemin.jourDeSession2(vue.session.campagne, "places"), jeton: jeton) {
      p {
        Typographie.phrase(
          vue.graine.map { "Les places sont tirées au sort, avec la graine \($0)." }
            ?? "Les places ne sont pas encore tirées au sort."
        )
      }
      Boutons(Bouton(vue.graine == nil ? "Tirer les places" : "Tirer de nouveau"))
    }
  }

  private static func liste(
    _ jour: Jour,
    _ seances: [SeanceDeSession2],
    _ vue: VoirLesSeancesDeSession2.Vue,
  ) -> some HTML {
    Tableau(
      "Épreuves du \(jour.enLettres)",
      colonnes: [
        .init("Épreuve"), .init("Heures"), .init("Salle"), .init("Convoqués", .chiffres),
        .init("Ont émargé", .chiffres, estSecondaire: true),
      ],
      lignes: seances.map { seance in
        let adresse = Chemin.jourDeSession2(vue.session.campagne, "\(seance.epreuve)")
        let nom = seance.epreuve.phrase + (seance.estIndividuelle ? ", individuel" : "")
        return Tableau.Ligne([
          Cellule(Lien(nom, vers: adresse)), "\(seance.horaireEnClair)", "\(seance.lieuEnClair)",
          "\(seance.convoques.count)", "\(vue.presents[seance.epreuve] ?? 0)",
        ])
      },
    )
  }

  private static func cloture(_ id: Identifiant<Campagne>, _ jeton: Jeton) -> some HTML {
    Carte("Quand tout est fini") {
      Formulaire(vers: Chemin.jourDeSession2(id, "cloture"), jeton: jeton) {
        p {
          Typographie.phrase(
            "Chaque convoqué a émargé, ou son absence est dite justifiée ou non : les épreuves sont "
              + "faites."
          )
        }
        Boutons(Bouton("Clore les épreuves"))
      }
    }
  }

  private static func clore(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    do {
      try await visite.faire(CloreLesEpreuves(id))
    } catch Refus.etat(let etat) {
      return try await lister(visite, .conflict, faute: etat.phrase.enPhrase)
    }
    return visite.versLaPage(Chemin.jourDeSession2(id), fait: .epreuvesCloses)
  }

  private static func tirer(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    try await visite.faire(TirerLesPlaces(id, graine: UInt64.random(in: 0...UInt64.max)))
    return visite.versLaPage(Chemin.jourDeSession2(id), fait: .placesTirees)
  }

  private static func imprimer(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let envoi = try visite.formulaire()
    let permises: Set<NatureDeDocument> = [
      .calendrierOfficiel, .convocation, .listeDeSalle, .feuilleDEmargement,
    ]
    guard let nature = NatureDeDocument(rawValue: envoi.ligne("nature")), permises.contains(nature)
    else { throw try await visite.epreuveAbsente(id) }
    return try await visite.imprimer(
      DemandeDeDocuments(nature, sur: .session2(id, CleDEpreuve(envoi.ligne("epreuve"))))
    )
  }

  // MARK: One exam

  private static func montrer(
    _ visite: Visite,
    _ statut: HTTPStatus = .ok,
    faute: String? = nil,
  ) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let vue = try await visite.demander(VoirLeJourDEpreuve(id, visite.epreuveDeSession2()))
    let salles = vue.salles
    return visite.page(
      vue.epreuve.phrase,
      fil: [Lien("Jour des épreuves", vers: Chemin.jourDeSession2(id))],
      avis: faute.map { [Avis(.erreur, $0)] } ?? [],
      statut: statut,
    ) {
      Bouton(
        "Signaler une fraude",
        vers: Chemin.promotion(vue.promotion.id, "incidents", "nouveau"),
      )
    } contenu: {
      Encart(.information, titre: "En salle", ConstatDeSalle.regles)
      Carte("L’épreuve") { description(vue, visite) }
      HTMLList(
        salles.map { salle in
          Carte(salle.seance.lieuEnClair.enPhraseSansPoint) {
            p {
              Typographie.phrase(
                "\(salle.seance.debut.jour.enLettres), \(salle.seance.horaireEnClair)."
              )
            }
            HTMLList(salle.lignes.map { LigneDEmargement($0, vue, visite).corps })
          }
        }
      )
    }
  }

  @HTMLBuilder private static func description(
    _ vue: VoirLeJourDEpreuve.Vue,
    _ visite: Visite,
  ) -> some HTML {
    let materiel = vue.details?.materiel ?? ""
    let presents = vue.salles.flatMap(\.lignes).filter(\.emargement.estPresent).count
    let convoques = vue.salles.flatMap(\.lignes).count
    Definitions([
      ("Matériel autorisé", "\(materiel.isEmpty ? "aucun" : materiel)"),
      ("Ont émargé", "\(presents) sur \(convoques)"),
      (
        "Fin pour tous",
        "\(vue.salles.map(\.seance).max { $0.fin < $1.fin }.map { Typographie.heure(min($0.fin, 1439) / 60, min($0.fin, 1439) % 60) } ?? "–"), temps majorés compris",
      ),
    ])
    if visite.peutEditer(vue.promotion) {
      Formulaire(
        vers: Chemin.jourDeSession2(vue.session.campagne, "documents"),
        jeton: visite.jeton,
      ) {
        input(.type("hidden"), .name("epreuve"), .value("\(vue.epreuve)"))
        Boutons(
          Bouton(
            "Liste de salle",
            nom: "nature",
            valeur: NatureDeDocument.listeDeSalle.rawValue,
          ),
          Bouton(
            "Feuille d’émargement",
            nom: "nature",
            valeur: NatureDeDocument.feuilleDEmargement.rawValue,
          ),
        )
      }
    }
  }

  private static func pointer(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let epreuve = try visite.epreuveDeSession2()
    let etudiant: Identifiant<Etudiant> = try visite.identifiant("etudiant", .etudiant)
    let vue = try await visite.demander(VoirLeJourDEpreuve(id, epreuve))
    guard let ligne = vue.salles.flatMap(\.lignes).first(where: { $0.etudiant == etudiant })
    else { throw Refus.etat(.calendrierDeSession2(.horsDeLaSeance)) }
    let saisie = SaisieLue(try visite.formulaire())
    do {
      try await visite.faire(PointerAUneEpreuve(try lu(saisie, ligne, vue)))
    } catch let refus as Refus {
      switch refus {
      case .etat, .regle, .donnees:
        return try await montrer(
          visite,
          .conflict,
          faute: "\(ligne.nom) : \(refus.phrase)".enPhrase,
        )
      case .interdit, .inconnu, .conflit: throw refus
      }
    }
    return visite.versLaPage(
      SafeURL(Chemin.jourDeSession2(id, "\(epreuve)").text + "#etudiant-\(etudiant)")
        ?? Chemin.jourDeSession2(id, "\(epreuve)"),
      fait: .emargementNote,
    )
  }

  /// What the form of one student says.
  private static func lu(
    _ saisie: SaisieLue,
    _ ligne: VoirLeJourDEpreuve.Ligne,
    _ vue: VoirLeJourDEpreuve.Vue,
  ) throws(Refus) -> EmargementDeSession2 {
    var emargement = ligne.emargement
    emargement.version = Int64(saisie["version"]) ?? 0
    emargement.pieceVue = saisie["piece"] == "oui"
    emargement.carteVue = saisie["carte"] == "oui"
    emargement.observation = saisie["observation"]
    emargement.copie = EmargementDeSession2.Copie(rawValue: saisie["copie"])
    emargement.arrivee = try heure(saisie["arrivee"], ligne.debut.jour, "arrivée")
    emargement.sortie = try heure(saisie["sortie"], ligne.debut.jour, "sortie")
    return emargement
  }

  private static func heure(_ texte: String, _ jour: Jour, _ lieu: String) throws(Refus) -> Instant?
  {
    if texte.isEmpty { return nil }
    func deux(_ nombre: Int) -> String { (nombre < 10 ? "0" : "") + String(nombre) }
    guard let minutes = minutesLues(texte),
      let instant = Instant("\(jour)T\(deux(minutes / 60)):\(deux(minutes % 60))")
    else { throw .donnees([.init(lieu, .illisible(vu: texte))]) }
    return instant
  }

  private static func constater(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let epreuve = try visite.epreuveDeSession2()
    let fait: Fait
    do {
      fait = try await changer(id, epreuve, SaisieLue(try visite.formulaire()), visite)
    } catch Refus.etat(let etat) {
      let statut: HTTPStatus = etat == .motifManquant ? .unprocessableContent : .conflict
      return try await montrer(visite, statut, faute: etat.phrase.enPhrase)
    }
    return visite.versLaPage(Chemin.jourDeSession2(id, "\(epreuve)"), fait: fait)
  }

  /// Says of a student that they were absent, with or without a good reason, or that they were not.
  private static func changer(
    _ id: Identifiant<Campagne>,
    _ epreuve: CleDEpreuve,
    _ saisie: SaisieLue,
    _ visite: Visite,
  ) async throws -> Fait {
    let etudiant: Identifiant<Etudiant> = try visite.identifiant("etudiant", .etudiant)
    if saisie["absence"] == "retiree" {
      try await visite.faire(
        RetirerUneAbsenceDeSession2(
          campagne: id,
          epreuve: epreuve,
          etudiant: etudiant,
          motif: saisie["motif"],
        )
      )
      return .absenceRetiree
    }
    try await visite.faire(
      ConstaterUneAbsenceDeSession2(
        campagne: id,
        epreuve: epreuve,
        etudiant: etudiant,
        estJustifiee: saisie["absence"] == "justifiee",
        motif: saisie.facultatif("motif"),
      )
    )
    return .absenceConstatee
  }
}
