internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Support before session 2: which UE come first, sessions offered, who came.
enum PagesDuSoutien {
  static let routes: [Route] = [
    .lecture("/session-2/{campagne}/soutien") { try await montrer($0) },
    .envoi("/session-2/{campagne}/soutien", par: offrir),
    .envoi("/session-2/{campagne}/soutien/fondamentales", par: fixer),
    .envoi("/session-2/{campagne}/soutien/{soutien}/annuler", par: annuler),
    .envoi("/session-2/{campagne}/soutien/{soutien}/appel", par: pointer),
  ]

  private static func montrer(
    _ visite: Visite,
    _ saisie: SaisieLue = SaisieLue([:]),
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let tableau = try await visite.demander(VoirLeSoutien(visite.campagneDeSession2()))
    return visite.page("Soutien, \(tableau.promotion.nomEntier)", statut: statut) {
      if tableau.gere { LiensDeSession2(tableau.campagne.id, .soutien) }
      Carte("UE de la session 2") { ues(tableau, visite.jeton) }
      if tableau.gere { Carte("Offrir une séance") { offre(tableau, saisie, visite.jeton) } }
      if tableau.seances.isEmpty { EtatVide("Aucune séance n’est offerte") }
      HTMLList(tableau.seances.map { AnyHTML(seance($0, tableau, visite.jeton)) })
    }
  }

  private static func ues(_ tableau: VoirLeSoutien.Tableau, _ jeton: Jeton) -> some HTML {
    HTMLGroup(
      Tableau(
        "UE et soutien offert",
        colonnes: [
          .init("UE"), .init("Compétence", estSecondaire: true), .init("Fondamentale"),
          .init("Inscrits", .chiffres), .init("Séances", .chiffres),
        ],
        lignes: tableau.ues.map { ue in
          Tableau.Ligne([
            "\(ue.code.texte)", "\(ue.competence)", "\(ue.estFondamentale ? "oui" : "non")",
            "\(ue.inscrits)", "\(ue.seances)",
          ])
        },
      ),
      fondamentales(tableau, jeton),
    )
  }

  @HTMLBuilder private static func fondamentales(
    _ tableau: VoirLeSoutien.Tableau,
    _ jeton: Jeton,
  ) -> some HTML {
    if tableau.gere {
      details {
        summary { "Dire quelles UE sont fondamentales" }
        Formulaire(vers: Chemin.soutien(tableau.campagne.id, "fondamentales"), jeton: jeton) {
          Coches(
            "ue",
            "UE fondamentales",
            tableau.ues.map { ($0.code.texte, "\($0.code.texte) – \($0.competence)") },
            cochees: Set(tableau.ues.filter(\.estFondamentale).map(\.code.texte)),
            aide: "Celles de programmation, de bases de données et de réseaux : leur soutien passe "
              + "d’abord.",
          )
          Boutons(Bouton("Enregistrer", .second))
        }
      }
    }
  }

  private static func offre(
    _ tableau: VoirLeSoutien.Tableau,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let ues = tableau.ues.filter { $0.inscrits > 0 }.map {
      Choix($0.code.texte, "\($0.code.texte) – \($0.competence)")
    }
    func champ(_ nom: String, _ libelle: String, _ boite: Saisie, facultatif: Bool = false)
      -> Champ
    {
      Champ(nom, libelle, boite, erreur: saisie.fautes[nom], estFacultatif: facultatif)
    }
    let quand = [
      champ("date", "Le", .date(saisie["date"])),
      champ("debut", "De", .texte(saisie.facultatif("debut") ?? "")),
      champ("fin", "À", .texte(saisie.facultatif("fin") ?? "")),
    ]
    let ou = [
      champ("salle", "Salle", .texte(saisie["salle"])),
      champ("enseignant", "Enseignant", .texte(saisie["enseignant"])),
      champ("places", "Places", .entier(saisie["places"]), facultatif: true),
    ]
    let ue = champ("ue", "UE", .choix(ues, choisi: saisie.facultatif("ue")))
    let motif = Champ(
      "motif",
      "Motif",
      .texte(saisie["motif"]),
      aide:
        "Pour une UE qui n’est pas fondamentale, tant qu’une UE fondamentale n’a pas de séance.",
      erreur: saisie.fautes["motif"],
      estFacultatif: true,
    )
    return HTMLGroup(
      ResumeDesErreurs(de: [ue] + quand + ou + [motif]),
      Formulaire(vers: Chemin.soutien(tableau.campagne.id), jeton: jeton) {
        ue
        Rangee { HTMLList(quand.map { AnyHTML($0) }) }
        Rangee { HTMLList(ou.map { AnyHTML($0) }) }
        motif
        Boutons(Bouton("Offrir la séance", .premier))
      },
    )
  }

  private static func seance(
    _ suivie: VoirLeSoutien.Seance,
    _ tableau: VoirLeSoutien.Tableau,
    _ jeton: Jeton,
  ) -> some HTML {
    let seance = suivie.seance
    return Carte("\(seance.ue.texte), \(seance.debut.enLettres)") {
      seance.pastille
    } contenu: {
      Definitions([
        ("Jusqu’à", "\(Typographie.heure(seance.fin.minute / 60, seance.fin.minute % 60))"),
        ("Salle", "\(seance.salle)"), ("Enseignant", "\(seance.enseignant)"),
        ("Inscrits", "\(suivie.inscrits.count)\(seance.places.map { " sur \($0)" } ?? "")"),
        ("Motif de l’annulation", "\(seance.annulee ?? "–")"),
      ])
      if suivie.inscrits.isEmpty {
        p { "Personne ne s’est encore inscrit." }
      } else {
        inscrits(suivie, tableau, jeton)
      }
      if tableau.gere, seance.annulee == nil, !suivie.estCommencee { annulation(seance, jeton) }
    }
  }

  @HTMLBuilder private static func inscrits(
    _ suivie: VoirLeSoutien.Seance,
    _ tableau: VoirLeSoutien.Tableau,
    _ jeton: Jeton,
  ) -> some HTML {
    let seance = suivie.seance
    if suivie.pointe, suivie.estCommencee, seance.annulee == nil {
      Formulaire(
        vers: Chemin.soutien(tableau.campagne.id, "\(seance.id)", "appel"),
        jeton: jeton,
      ) {
        Coches(
          "present-\(seance.id)",
          "Présents",
          suivie.inscrits.map { ("\($0.etudiant.id)", $0.etudiant.nomAffiche) },
          cochees: Set(suivie.inscrits.filter { $0.present == true }.map { "\($0.etudiant.id)" }),
        )
        Boutons(Bouton("Enregistrer les présences", .second))
      }
    } else {
      ul { for inscrit in suivie.inscrits { li { inscrit.etudiant.nomAffiche } } }
    }
  }

  private static func annulation(_ seance: SeanceDeSoutien, _ jeton: Jeton) -> some HTML {
    details {
      summary { "Annuler la séance" }
      Formulaire(
        vers: Chemin.soutien(seance.campagne, "\(seance.id)", "annuler"),
        jeton: jeton,
      ) {
        input(.type("hidden"), .name("version"), .value("\(seance.version)"))
        Champ("motif", "Motif", .texte(), cle: "motif-\(seance.id)")
        Boutons(Bouton("Annuler et prévenir les inscrits", .danger))
      }
    }
  }

  // MARK: What is sent

  private static func offrir(_ visite: Visite) async throws -> HTTPResponse {
    let campagne = try visite.campagneDeSession2()
    let tableau = try await visite.demander(VoirLeSoutien(campagne))
    guard tableau.gere else { throw Refus.interdit(.gererLesCampagnes) }
    var saisie = SaisieLue(try visite.formulaire())
    let ue = CodeUE(saisie["ue"])
    if ue == nil { saisie.fautes["ue"] = "Choisissez l’UE." }
    let (debut, fin) = (saisie.instant("date", "debut"), saisie.instant("date", "fin"))
    let places = saisie.facultatif("places").flatMap { Int($0) }
    if places == nil, saisie.facultatif("places") != nil {
      saisie.fautes["places"] = "Écrivez le nombre en chiffres."
    }
    guard let ue, let debut, let fin, saisie.fautes.isEmpty else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        OffrirUneSeanceDeSoutien(
          campagne,
          ue,
          debut: debut,
          fin: fin,
          salle: saisie["salle"],
          enseignant: saisie["enseignant"],
          places: places,
          motif: saisie.facultatif("motif"),
        )
      )
      return visite.versLaPage(Chemin.soutien(campagne), fait: .soutienOffert)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "date") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func fixer(_ visite: Visite) async throws -> HTTPResponse {
    let campagne = try visite.campagneDeSession2()
    let ues = try visite.formulaire().fields.items.filter { $0.name == "ue" }
      .compactMap { CodeUE($0.value) }
    try await visite.faire(FixerLesUEFondamentales(campagne, ues))
    return visite.versLaPage(Chemin.soutien(campagne), fait: .fondamentalesFixees)
  }

  private static func seance(_ visite: Visite) throws(Refus) -> Identifiant<SeanceDeSoutien> {
    try visite.identifiant("soutien", .soutien)
  }

  private static func annuler(_ visite: Visite) async throws -> HTTPResponse {
    let saisie = SaisieLue(try visite.formulaire())
    try await visite.faire(
      AnnulerUneSeanceDeSoutien(
        seance(visite),
        motif: saisie["motif"],
        version: saisie.version,
      )
    )
    return visite.versLaPage(Chemin.soutien(try visite.campagneDeSession2()), fait: .soutienAnnule)
  }

  private static func pointer(_ visite: Visite) async throws -> HTTPResponse {
    let id = try seance(visite)
    let presents = try visite.formulaire().fields.items.filter { $0.name == "present-\(id)" }
      .compactMap { Int64($0.value).flatMap { Identifiant<Etudiant>($0) } }
    try await visite.faire(PointerLeSoutien(id, presents: Set(presents)))
    return visite.versLaPage(Chemin.soutien(try visite.campagneDeSession2()), fait: .soutienPointe)
  }
}

extension SeanceDeSoutien {
  var pastille: Pastille {
    annulee == nil ? Pastille("offerte", .succes) : Pastille("annulée", .attention)
  }
}
