internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The calendar in hand on a grid, periods and rooms: what a move costs is seen before it is made.
enum PageDeGrille {
  static let routes: [Route] = [
    .lecture("/session-2/{campagne}/calendrier/grille") { try await montrer($0) },
    .lecture("/session-2/{campagne}/calendrier/prix", par: prix),
    .envoi("/session-2/{campagne}/calendrier/grille", par: deplacer),
  ]

  /// A move that the address names.
  private struct Deplacement {
    let epreuve: CleDEpreuve
    let debut: Instant
    let salle: String?

    init?(_ visite: Visite) {
      guard let epreuve = CleDEpreuve(visite.question("epreuve")),
        let debut = Instant(visite.question("vers"))
      else { return nil }
      self.epreuve = epreuve
      self.debut = debut
      let nom = visite.question("salle")
      salle = nom.isEmpty ? nil : nom
    }
  }

  private static func estimer(_ visite: Visite, _ deplacement: Deplacement) async throws
    -> EstimerUnDeplacement.Estimation
  {
    try await visite.demander(
      EstimerUnDeplacement(
        campagne: visite.campagneDeSession2(),
        epreuve: deplacement.epreuve,
        vers: deplacement.debut,
        salle: deplacement.salle,
      )
    )
  }

  /// A line for the script, while an exam is dragged.
  private static func prix(_ visite: Visite) async throws -> HTTPResponse {
    guard let deplacement = Deplacement(visite) else {
      throw try await visite.epreuveAbsente(visite.campagneDeSession2())
    }
    let estimation = try await estimer(visite, deplacement)
    let lieu = deplacement.salle.map { ", \($0)" } ?? ""
    return .text(
      Typographie.phrase(
        "\(deplacement.epreuve.phrase), \(deplacement.debut.enLettres)\(lieu) : \(estimation.resume)."
      )
    )
  }

  private static func montrer(_ visite: Visite, _ statut: HTTPStatus = .ok, faute: String? = nil)
    async throws -> HTTPResponse
  {
    let id = try visite.campagneDeSession2()
    let vue = try await visite.demander(VoirLeCalendrierDeSession2(id))
    guard let calendrier = vue.calendrier, let lieux = vue.lieux else {
      return visite.page("Grille", fil: visite.filDeSession2(vue), statut: statut) {
        EtatVide(
          "Aucun calendrier à l’étude",
          "Lancez d’abord une recherche, et gardez celle qui vous convient.",
          action: Bouton("Recherches", vers: Chemin.calendrierDeSession2(id, "recherches")),
        )
      }
    }
    let deplacement = Deplacement(visite)
    var estimation: EstimerUnDeplacement.Estimation?
    if let deplacement { estimation = try await estimer(visite, deplacement) }
    return visite.page(
      "Grille du calendrier",
      fil: visite.filDeSession2(vue),
      avis: faute.map { [Avis(.erreur, $0)] } ?? [],
      scripts: [Fichiers.script("calendrier-session2.js")],
      statut: statut,
    ) {
      Carte("Ce que coûte ce calendrier") { cout(vue) }
      if let deplacement, let estimation {
        Carte("Déplacer \(deplacement.epreuve.phrase)", ancre: "deplacement") {
          confirmation(deplacement, estimation, vue, visite.jeton)
        }
      }
      Carte("Grille") {
        p(
          .class("aide"),
          .id("prix"),
          .role("status"),
          .data("adresse", Chemin.calendrierDeSession2(id, "prix").text),
        ) {
          "Choisissez une épreuve, un créneau et une salle pour voir ce que le déplacement coûte."
        }
        grille(calendrier, lieux)
        choix(visite, calendrier, lieux)
      }
    }
  }

  @HTMLBuilder private static func cout(_ vue: VoirLeCalendrierDeSession2.Vue) -> some HTML {
    if let jugement = vue.jugement {
      Chiffres([
        ChiffreCle("Coût", "\(jugement.cout)"),
        ChiffreCle("Chevauchements", "\(jugement.chevauchements.count)"),
      ])
      p(.class("aide")) { Typographie.phrase("\(jugement.composantes.enClair).".enPhraseSansPoint) }
      if !jugement.violations.isEmpty {
        Encart(.attention, titre: "Ce qui ne tient pas") {
          ul { for une in jugement.violations.prefix(12) { li { une.enPhraseSuite } } }
        }
      }
    } else if let empechement = vue.empechement {
      Encart(.attention, empechement.enPhrase)
    }
  }

  // MARK: Periods and rooms

  @HTMLBuilder private static func grille(
    _ calendrier: CalendrierDeSession2,
    _ lieux: LieuxDeSession2,
  ) -> some HTML {
    let salles = lieux.salles.map(\.nom) + [""]
    let places = Dictionary(grouping: calendrier.seances) { "\($0.debut)/\($0.salle)" }
    div(.class("defile"), .role("region"), .aria("label", "Créneaux et salles"), .tabIndex(0)) {
      table(.class("grille-session2"), .id("grille-session2")) {
        caption { "Épreuves par créneau et par salle" }
        thead {
          tr {
            th(.scope("col")) { "Créneau" }
            for salle in salles { th(.scope("col")) { salle.isEmpty ? "Sans salle" : salle } }
          }
        }
        tbody {
          HTMLList(lieux.creneaux.map { creneau in rangee(creneau, salles, places) })
        }
      }
    }
  }

  private static func rangee(
    _ creneau: LieuxDeSession2.Creneau,
    _ salles: [String],
    _ places: [String: [SeanceDeSession2]],
  ) -> some HTML {
    tr {
      th(.scope("row")) { creneau.enClair }
      HTMLList(
        salles.map { salle in
          td(.data("creneau", creneau.debut.description), .data("salle", salle)) {
            HTMLList((places["\(creneau.debut)/\(salle)"] ?? []).map { boite($0) })
          }
        }
      )
    }
  }

  private static func boite(_ seance: SeanceDeSession2) -> some HTML {
    div(.class("epreuve-placee"), .data("epreuve", seance.epreuve.description)) {
      strong { seance.epreuve.ue.texte }
      " \(seance.estIndividuelle ? "individuel, " : "")\(seance.epreuve.forme.phrase)"
        .enPhraseSuite
      small(.class("dessous")) {
        "\(compte(seance.convoques.count, "convoqué")), \(seance.minutes) min".enPhraseSuite
      }
    }
  }

  /// Without any script: an exam, a period, a room, then its price.
  private static func choix(
    _ visite: Visite,
    _ calendrier: CalendrierDeSession2,
    _ lieux: LieuxDeSession2,
  ) -> some HTML {
    let cles = Array(Set(calendrier.seances.map(\.epreuve))).sorted()
    return Recherche(
      vers: Chemin.calendrierDeSession2(calendrier.campagne, "grille")
    ) {
      Champ(
        "epreuve",
        "Épreuve",
        .choix(
          cles.map {
            Choix($0.description, $0.phrase + ($0.individuel == nil ? "" : " (individuel)"))
          },
          choisi: visite.question("epreuve").isEmpty
            ? cles.first?.description : visite.question("epreuve"),
        ),
      )
      Champ(
        "vers",
        "Créneau",
        .choix(
          lieux.creneaux.map { Choix($0.debut.description, $0.enClair) },
          choisi: visite.question("vers").isEmpty
            ? lieux.creneaux.first?.debut.description : visite.question("vers"),
        ),
      )
      Champ(
        "salle",
        "Salle",
        .choix(
          [Choix("", "Celle qu’elle a")]
            + lieux.salles.map { Choix($0.nom, "\($0.nom), \(compte($0.places, "place"))") },
          choisi: visite.question("salle"),
        ),
        estFacultatif: true,
      )
      Bouton("Voir ce que cela coûte")
    }
  }

  // MARK: A move

  @HTMLBuilder private static func confirmation(
    _ deplacement: Deplacement,
    _ estimation: EstimerUnDeplacement.Estimation,
    _ vue: VoirLeCalendrierDeSession2.Vue,
    _ jeton: Jeton,
  ) -> some HTML {
    p {
      Typographie.phrase(
        "Le \(deplacement.debut.enLettres)\(deplacement.salle.map { ", \($0)" } ?? "") : "
          + "coût \(estimation.coutAvant) → \(estimation.coutApres)."
      )
    }
    liste("Ce qui l’empêche", estimation.empechements)
    liste("Chevauchements que cela crée", estimation.nouveaux)
    liste("Chevauchements que cela lève", estimation.leves)
    if vue.publie != nil, vue.enCours == nil {
      Encart(
        .attention,
        "Le calendrier est publié. Ce changement devra être signé puis publié ; seuls ceux qu’il "
          + "concerne en seront avertis.",
      )
    }
    Formulaire(
      vers: Chemin.calendrierDeSession2(vue.session.campagne, "grille"),
      jeton: jeton,
    ) {
      input(.type("hidden"), .name("epreuve"), .value(deplacement.epreuve.description))
      input(.type("hidden"), .name("vers"), .value(deplacement.debut.description))
      input(.type("hidden"), .name("salle"), .value(deplacement.salle ?? ""))
      input(.type("hidden"), .name("version"), .value("\(vue.version)"))
      if estimation.empechements.isEmpty {
        Boutons(Bouton("Déplacer", .premier, nom: "geste", valeur: "deplacer"))
      } else if let reparation = estimation.reparation {
        p {
          Typographie.phrase(
            "En déplaçant le moins possible d’autres épreuves, cela tient ; le coût serait "
              + "\(reparation.cout)."
          )
        }
        liste("Ce qui bougerait aussi", reparation.deplacements)
        Boutons(Bouton("Déplacer et réparer", .premier, nom: "geste", valeur: "reparer"))
      } else {
        p { Typographie.phrase("Aucun autre déplacement ne rend cette place possible.") }
      }
    }
  }

  @HTMLBuilder private static func liste(_ titre: String, _ phrases: [String]) -> some HTML {
    if !phrases.isEmpty {
      p { strong { Typographie.phrase(titre) } }
      ul { for une in phrases.prefix(12) { li { une.enPhraseSuite } } }
      if phrases.count > 12 { p(.class("aide")) { "Et \(phrases.count - 12) autres." } }
    }
  }

  private static func deplacer(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let envoi = try visite.formulaire()
    guard let epreuve = CleDEpreuve(envoi.ligne("epreuve")),
      let debut = Instant(envoi.ligne("vers"))
    else { throw try await visite.epreuveAbsente(id) }
    let salle = envoi.ligne("salle")
    do {
      try await visite.faire(
        DeplacerUneEpreuve(
          campagne: id,
          epreuve: epreuve,
          vers: debut,
          salle: salle.isEmpty ? nil : salle,
          enReparant: envoi.ligne("geste") == "reparer",
          version: Int64(envoi.ligne("version")) ?? 0,
        )
      )
    } catch Refus.etat(let etat) {
      return try await montrer(visite, .conflict, faute: etat.phrase.enPhrase)
    }
    return visite.versLaPage(
      Chemin.calendrierDeSession2(id, "grille"),
      fait: .epreuveDeplacee,
    )
  }
}

extension LieuxDeSession2.Creneau {
  /// « 6 juillet 2026, 9 h à 11 h ».
  var enClair: String {
    "\(debut.jour.enLettres), \(Typographie.heure(debut.minute / 60, debut.minute % 60)) à "
      + Typographie.heure(fin / 60, fin % 60)
  }
}

extension EstimerUnDeplacement.Estimation {
  /// « coût −4, crée 1 chevauchement ».
  fileprivate var resume: String {
    guard empechements.isEmpty else {
      return "impossible seule, " + (empechements.first ?? "")
        + (reparation.map { " ; possible en déplaçant aussi \($0.deplacements.count) épreuves" }
          ?? "")
    }
    let prix = "coût \(variation < 0 ? "−" : "+")\(abs(variation))"
    let cree = nouveaux.isEmpty ? "" : ", crée \(compte(nouveaux.count, "chevauchement"))"
    let leve = leves.isEmpty ? "" : ", lève \(compte(leves.count, "chevauchement"))"
    return prix + cree + leve
  }
}
