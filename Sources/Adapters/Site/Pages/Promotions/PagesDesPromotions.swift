internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The promotions of those who direct studies: progress of marks, curriculum, results.
enum PagesDesPromotions {
  static let routes: [Route] = pages + telechargements

  private static let pages: [Route] = [
    .lecture("/promotions") { visite in
      visite.promotions(try await visite.demander(VoirLesPromotionsSuivies()))
    },
    .lecture("/promotions/{promotion}") { visite in
      visite.suivi(try await visite.lireLeSuivi())
    },
    .lecture("/promotions/{promotion}/modules") { visite in
      visite.modulesSuivis(try await visite.lireLeSuivi())
    },
    .lecture("/promotions/{promotion}/maquette") { visite in
      visite.maquette(try await visite.lireLaMaquette())
    },
    .lecture("/promotions/{promotion}/resultats") { visite in
      visite.resultats(try await visite.lireLesResultats())
    },
    .lecture("/promotions/{promotion}/repartition") { visite in
      let resultats = try await visite.lireLesResultats()
      let autres = try await visite.demander(ComparerLesAnnees(resultats.promotion.id))
      return visite.repartition(resultats, autres)
    },
    .lecture("/promotions/{promotion}/resultats/{etudiant}/{ue}", par: pourquoi),
  ]

  private static let telechargements: [Route] = [
    .lecture("/promotions/{promotion}/modules.xlsx") { visite in
      try visite.fichier(Feuillet(try await visite.lireLeSuivi()), .xlsx)
    },
    .lecture("/promotions/{promotion}/modules.csv") { visite in
      try visite.fichier(Feuillet(try await visite.lireLeSuivi()), .csv)
    },
    .lecture("/promotions/{promotion}/maquette.xlsx") { visite in
      try visite.fichier(Feuillet(try await visite.lireLaMaquette()), .xlsx)
    },
    .lecture("/promotions/{promotion}/maquette.csv") { visite in
      try visite.fichier(Feuillet(try await visite.lireLaMaquette()), .csv)
    },
    .lecture("/promotions/{promotion}/resultats.xlsx") { visite in
      try visite.fichier(visite.feuilletDesResultats(await visite.lireLesResultats()), .xlsx)
    },
    .lecture("/promotions/{promotion}/resultats.csv") { visite in
      try visite.fichier(visite.feuilletDesResultats(await visite.lireLesResultats()), .csv)
    },
    .lecture("/promotions/{promotion}/repartition.xlsx") { visite in
      let resultats = try await visite.lireLesResultats()
      let autres = try await visite.demander(ComparerLesAnnees(resultats.promotion.id))
      return try visite.fichier(Feuillet(resultats, autres), .xlsx)
    },
    .lecture("/promotions/{promotion}/repartition.csv") { visite in
      let resultats = try await visite.lireLesResultats()
      let autres = try await visite.demander(ComparerLesAnnees(resultats.promotion.id))
      return try visite.fichier(Feuillet(resultats, autres), .csv)
    },
  ]

  private static func pourquoi(_ visite: Visite) async throws -> HTTPResponse {
    guard let ue = visite.valeurs["ue"].flatMap({ CodeUE($0) }) else {
      return visite.erreur(.notFound)
    }
    let question = ExpliquerUneUE(
      try visite.identifiant("promotion", .promotion),
      de: try visite.identifiant("etudiant", .etudiant),
      ue,
    )
    do {
      return visite.pourquoi(try await visite.demander(question))
    } catch Refus.etat(.etudiantNonInscrit), Refus.etat(.moduleInconnu) {
      return visite.erreur(.notFound)
    }
  }
}

extension Visite {
  func lireLeSuivi() async throws -> SuiviDePromotion {
    try await demander(SuivreUnePromotion(identifiant("promotion", .promotion)))
  }

  func lireLesResultats() async throws -> ResultatsDePromotion {
    try await demander(VoirLesResultats(identifiant("promotion", .promotion)))
  }

  func lireLaMaquette() async throws -> VoirUneMaquette.Controlee {
    let version = question("version")
    guard version.isEmpty || Int(version) != nil else { throw Refus.inconnu(.maquette) }
    return try await demander(
      VoirUneMaquette(identifiant("promotion", .promotion), numero: Int(version))
    )
  }

  // MARK: The list

  func promotions(_ suivies: [VoirLesPromotionsSuivies.Suivie]) -> HTTPResponse {
    let annees = Dictionary(grouping: suivies, by: \.promotion.annee).sorted { $0.key > $1.key }
    return page("Promotions") {
      if visiteur?.voitDesJurys == true {
        Bouton("Parcours des étudiants", vers: Chemin.parcours)
      }
    } contenu: {
      if annees.isEmpty {
        EtatVide(
          "Aucune promotion ne vous est ouverte",
          "Le secrétariat ou la direction des études peut vous en donner l’accès.",
        )
      }
      for (annee, siennes) in annees {
        Carte("Année \(annee)") {
          Tableau(
            "Promotions de \(annee)",
            colonnes: [
              .init("Promotion"), .init("Formation"), .init("Année du BUT", .centre),
              .init("Étudiants", .chiffres),
            ],
            lignes: siennes.map(ligne),
          )
        }
      }
    }
  }

  private func ligne(_ suivie: VoirLesPromotionsSuivies.Suivie) -> Tableau.Ligne {
    Tableau.Ligne([
      lien(suivie), "\(suivie.formation.nom)", "\(suivie.promotion.anneeBUT.valeur)",
      "\(suivie.effectif)",
    ])
  }

  /// Leads as far as the person may go.
  private func lien(_ suivie: VoirLesPromotionsSuivies.Suivie) -> Cellule {
    let promotion = suivie.promotion
    if suivie.peutVoirLesNotes {
      return Cellule(Lien(promotion.nom, vers: Chemin.promotion(promotion.id)))
    }
    guard suivie.peutVoirLesEtudiants else { return "\(promotion.nom)" }
    return Cellule(Lien(promotion.nom, vers: Chemin.promotion(promotion.id, "etudiants")))
  }

  // MARK: The frame of a promotion

  /// The views of a promotion.
  enum VueDePromotion: String, CaseIterable {
    case suivi, modules, maquette, resultats, repartition, reussite, etudiants, documents
    case redoublements
    case anneeSuivante = "annee-suivante"

    var titre: String {
      switch self {
      case .suivi: "Suivi"
      case .modules: "Modules"
      case .maquette: "Maquette"
      case .resultats: "Résultats"
      case .repartition: "Répartition"
      case .reussite: "Réussite"
      case .etudiants: "Étudiants"
      case .documents: "Documents"
      case .redoublements: "Redoublements"
      case .anneeSuivante: "Année suivante"
      }
    }

    func adresse(_ promotion: Promotion) -> SafeURL {
      self == .suivi ? Chemin.promotion(promotion.id) : Chemin.promotion(promotion.id, rawValue)
    }
  }

  /// A page of a promotion under its tabs.
  func page<Contenu: HTML>(
    _ promotion: Promotion,
    _ vue: VueDePromotion,
    avis: [Avis] = [],
    statut: HTTPStatus = .ok,
    @HTMLBuilder contenu: () -> Contenu,
  ) -> HTTPResponse {
    page(
      vue == .suivi ? promotion.nomEntier : "\(promotion.nomEntier) : \(vue.titre.enMinuscule)",
      fil: [Lien("Promotions", vers: Chemin.promotions)]
        + (vue == .suivi ? [] : [Lien(promotion.nom, vers: Chemin.promotion(promotion.id))]),
      avis: avis,
      statut: statut,
    ) {
      Onglets(
        "Vues de \(promotion.nom)",
        VueDePromotion.allCases.filter { $0 != .documents || peutEditer(promotion) }.map {
          Lien($0.titre, vers: $0.adresse(promotion), estCourant: $0 == vue)
        },
      )
      contenu()
    }
  }
}

extension Promotion {
  /// « MMI 1, 2025-2026 ».
  var nomEntier: String { "\(nom), \(annee)" }
}

extension String {
  /// With a small letter at the start.
  var enMinuscule: String { prefix(1).lowercased() + dropFirst() }
}
