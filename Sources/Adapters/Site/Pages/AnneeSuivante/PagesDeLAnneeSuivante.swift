internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The next year made from the decisions: where each student goes, then the making, then its undoing.
enum PagesDeLAnneeSuivante {
  static let routes: [Route] = [
    .lecture("/promotions/{promotion}/annee-suivante") { try await montrer($0) },
    .envoi("/promotions/{promotion}/annee-suivante", par: faire),
    .envoi("/promotions/{promotion}/annee-suivante/defaire", par: defaire),
    .lecture("/promotions/{promotion}/annee-suivante/{etudiant}") {
      try await PageDUneSuite.montrer($0)
    },
    .envoi("/promotions/{promotion}/annee-suivante/{etudiant}", par: PageDUneSuite.choisir),
  ]

  static func lire(_ visite: Visite) async throws -> PlanDAnneeSuivante {
    try await visite.demander(
      PreparerLAnneeSuivante(visite.identifiant("promotion", .promotion))
    )
  }

  static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    faute: String? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let plan = try await lire(visite)
    return visite.page(
      plan.promotion,
      .anneeSuivante,
      avis: faute.map { [Avis(.erreur, $0)] } ?? [],
      statut: statut,
    ) {
      if !plan.juryClos {
        Encart(
          .information,
          titre: "Le jury de fin d’année n’est pas clos",
          "Les étudiants restent indécis tant qu’il ne l’est pas, et l’année suivante ne peut être "
            + "faite.",
        )
      }
      Chiffres(chiffres(plan))
      ApercuDeLAnneeSuivante(plan, envoyee, visite.jeton)
    }
  }

  private static func chiffres(_ plan: PlanDAnneeSuivante) -> [ChiffreCle] {
    let parGenre = Dictionary(grouping: plan.lignes) { GenreDeSuite($0.destination) }
    return GenreDeSuite.allCases.map {
      ChiffreCle($0.titre, "\(parGenre[$0]?.count ?? 0)")
    } + [
      ChiffreCle("Déjà inscrits", "\(plan.lignes.count { $0.deja != nil })")
    ]
  }

  // MARK: What is sent

  private static func faire(_ visite: Visite) async throws -> HTTPResponse {
    let plan = try await lire(visite)
    guard plan.peutFaire else { throw Refus.interdit(.gererLesEtudiants) }
    let saisie = SaisieLue(try visite.formulaire())
    let acte = FaireLAnneeSuivante(
      promotion: plan.promotion.id,
      cibles: plan.cibles.compactMap { cible(saisie, $0) },
      garderLesGroupes: saisie["groupes"] == "oui",
      empreinte: saisie["empreinte"],
    )
    do {
      try await visite.faire(acte)
      return visite.versLaPage(
        Chemin.promotion(plan.promotion.id, "annee-suivante"),
        fait: .anneeFaite,
      )
    } catch Refus.donnees(let fautes) {
      return try await reprendre(visite, saisie, Refus.donnees(fautes).phrase)
    } catch Refus.etat(let etat) {
      return try await reprendre(visite, saisie, Refus.etat(etat).phrase)
    }
  }

  private static func reprendre(_ visite: Visite, _ saisie: SaisieLue, _ phrase: String)
    async throws -> HTTPResponse
  {
    try await montrer(visite, saisie, faute: phrase.enPhrase, .unprocessableContent)
  }

  /// « p12 » for a promotion that stands, « m3 » for one to make on a curriculum.
  private static func cible(_ saisie: SaisieLue, _ cible: PlanDAnneeSuivante.Cible)
    -> FaireLAnneeSuivante.Cible?
  {
    let nom = "accueil\(cible.anneeBUT.valeur)"
    let numero = Int64(saisie[nom].dropFirst())
    switch saisie[nom].first {
    case "p":
      return numero.flatMap { Identifiant<Promotion>($0) }.map {
        .init(cible.anneeBUT, .existante($0))
      }
    case "m":
      return numero.flatMap { Identifiant<MaquetteDeposee>($0) }.map {
        .init(cible.anneeBUT, .nouvelle($0, intitule: saisie[nom + "-nom"]))
      }
    case _: return nil
    }
  }

  private static func defaire(_ visite: Visite) async throws -> HTTPResponse {
    let plan = try await lire(visite)
    guard plan.peutFaire else { throw Refus.interdit(.gererLesEtudiants) }
    let saisie = SaisieLue(try visite.formulaire())
    let faite = plan.faites.first { "\($0.annee.id)" == saisie["annee"] }
    guard let faite else {
      return try await reprendre(visite, saisie, "cette année suivante est déjà défaite")
    }
    do {
      try await visite.faire(DefaireLAnneeSuivante(faite.annee.id))
      return visite.versLaPage(
        Chemin.promotion(plan.promotion.id, "annee-suivante"),
        fait: .anneeDefaite,
      )
    } catch Refus.etat(let etat) {
      return try await reprendre(visite, saisie, Refus.etat(etat).phrase)
    }
  }
}

/// The ways out of a year.
enum GenreDeSuite: CaseIterable {
  case indecis, passe, redouble, quitte

  init(_ destination: Suite.Destination) {
    self =
      switch destination {
      case .passe: .passe
      case .redouble: .redouble
      case .quitte: .quitte
      case .indecis: .indecis
      }
  }

  var titre: String {
    switch self {
    case .indecis: "Indécis"
    case .passe: "Passent"
    case .redouble: "Redoublent"
    case .quitte: "Partent"
    }
  }
}

extension Suite.Destination {
  /// « passe en S3 et S4 ».
  var enMots: String {
    let noms = ProcedureDeRedoublement.enMots(semestres)
    return switch self {
    case .passe: "passe en \(noms)"
    case .redouble: "redouble \(noms)"
    case .quitte: "part"
    case .indecis: "indécis"
    }
  }
}
