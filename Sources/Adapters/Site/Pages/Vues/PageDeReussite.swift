internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  func reussite(_ reussite: ReussiteDePromotion) -> HTTPResponse {
    page(reussite.promotion, .reussite) {
      source(reussite.ensemble)
      Carte("La promotion") {
        telechargements(reussite.promotion, "reussite")
      } contenu: {
        ensemble(reussite)
      }
      HTMLList(reussite.repartitions.map { repartition($0, reussite) })
      annees(reussite)
    }
  }

  private func source(_ ensemble: ReussiteDePromotion.Population) -> some HTML {
    let minimum = ResultatsDePromotion.effectifMinimal
    let petits =
      "Aucun taux n’est donné sur moins de \(minimum) étudiants, ni quand une soustraction le "
      + "donnerait. Les étudiants partis en cours d’année ne sont pas comptés."
    return switch ensemble.source {
    case .propositions:
      Encart(
        .information,
        titre: "D’après ce que le règlement propose.",
        "Aucun jury de fin d’année n’est clos : ces taux changeront avec les notes. \(petits)",
      )
    case .jury(let jour):
      Encart(
        .information,
        titre: "D’après le jury du \(jour.enLettres).",
        "Les taux sont ceux des décisions scellées. \(petits)",
      )
    }
  }

  // MARK: The whole

  @HTMLBuilder private func ensemble(_ reussite: ReussiteDePromotion) -> some HTML {
    let taux = reussite.objets.map { (objet: $0, taux: reussite.ensemble.taux($0)) }
    if reussite.ensemble.taux == nil {
      EtatVide("Trop peu d’étudiants", "Les taux paraîtront à partir de cinq étudiants.")
    } else {
      Barres(
        "Réussite de la promotion",
        resume:
          "Sur \(compte(reussite.ensemble.effectif, "étudiant")), ceux qui ont acquis chaque UE "
          + "et chaque compétence, passent, et valident l’année.",
        parts: Self.parts,
        barres: taux.map { objet, taux in Self.barre(objet.nom, taux) },
      )
      Tableau(
        "Taux de réussite de la promotion",
        colonnes: [
          .init("Réussite"), .init("Taux", .chiffres), .init("Acquises", .chiffres),
          .init("Par la moyenne", .chiffres), .init("Par compensation", .chiffres),
          .init("Par le jury", .chiffres), .init("Autrement", .chiffres, estSecondaire: true),
          .init("En attente", .chiffres, estSecondaire: true),
        ],
        lignes: taux.map { objet, taux in Self.ligne(objet.nom, taux) },
      )
    }
  }

  static let parts: [Barres.Part] = [
    .premiere("par la moyenne"), .deuxieme("par compensation"), .troisieme("par le jury"),
    .quatrieme("autrement"),
  ]

  static func barre(_ nom: String, _ taux: Taux?) -> Barres.Barre {
    guard let taux else { return .init(nom, [], sur: 0, "trop peu") }
    guard !taux.enAttente else { return .init(nom, [], sur: 0, taux.enPourcents) }
    return .init(
      nom,
      [taux.directes, taux.compensees, taux.parJury, taux.autrement],
      sur: taux.suivies,
      "\(taux.enPourcents), \(taux.acquises) sur \(taux.suivies)",
    )
  }

  private static func ligne(_ nom: String, _ taux: Taux?) -> Tableau.Ligne {
    guard let taux else {
      return Tableau.Ligne(["\(nom)", "trop peu", "–", "–", "–", "–", "–", "–"])
    }
    return Tableau.Ligne([
      "\(nom)", "\(taux.enPourcents)", "\(taux.acquises) sur \(taux.suivies)", "\(taux.directes)",
      "\(taux.compensees)", "\(taux.parJury)", "\(taux.autrement)", "\(taux.incompletes)",
    ])
  }

  // MARK: Kinds of students

  private func repartition(
    _ repartition: ReussiteDePromotion.Repartition,
    _ reussite: ReussiteDePromotion,
  ) -> some HTML {
    let titre = repartition.dimension.titre
    return Carte(titre) {
      bilan(titre, repartition.populations, reussite.objets)
      taux("\(titre) : taux de réussite", repartition.populations, reussite.objets)
    }
  }

  /// The bars of what concludes the year, a population each.
  private func bilan(
    _ titre: String,
    _ populations: [ReussiteDePromotion.Population],
    _ objets: [ReussiteDePromotion.Objet],
  ) -> some HTML {
    let objet: ReussiteDePromotion.Objet = objets.contains(.passage) ? .passage : .annee
    return Barres(
      "\(titre) : \(objet.nom.enMinuscule)",
      resume: objet == .passage
        ? "Ceux qui peuvent entrer dans l’année suivante." : "Ceux dont l’année est validée.",
      parts: Self.parts,
      barres: populations.map { Self.barre($0.nom, $0.taux(objet)) },
    )
  }

  private func taux(
    _ legende: String,
    _ populations: [ReussiteDePromotion.Population],
    _ objets: [ReussiteDePromotion.Objet],
    premiere: String = "Étudiants",
  ) -> some HTML {
    Tableau(
      legende,
      colonnes: [.init(premiere), .init("Effectif", .chiffres)]
        + objets.map { .init($0.nom, .chiffres) },
      lignes: populations.map { population in
        Tableau.Ligne(
          ["\(population.nom)", "\(population.effectif)"]
            + objets.map { Self.cellule(population.taux($0)) }
        )
      },
    )
  }

  private static func cellule(_ taux: Taux?) -> Cellule {
    guard let taux else { return "trop peu" }
    guard !taux.enAttente else { return "\(taux.enPourcents)" }
    return Cellule(
      HTMLGroup(
        taux.enPourcents,
        small(.class("dessous")) { "\(taux.acquises) sur \(taux.suivies)" },
      )
    )
  }

  // MARK: Years

  private func annees(_ reussite: ReussiteDePromotion) -> some HTML {
    let toutes = [reussite.ensemble] + reussite.annees
    return Carte("D’une année à l’autre") {
      if reussite.annees.isEmpty {
        EtatVide(
          "Aucune année antérieure",
          "La base n’a pas de promotion plus ancienne de cette formation que vous puissiez voir.",
        )
      } else {
        bilan("D’une année à l’autre", toutes, reussite.objets)
        taux("Taux de réussite par année", toutes, reussite.objets, premiere: "Promotion")
      }
      codes(toutes)
    }
  }

  private func codes(_ toutes: [ReussiteDePromotion.Population]) -> some HTML {
    let vus = Set(toutes.flatMap { $0.codes.map(\.code) })
    let codes = vus.sorted { ($0 ?? "~") < ($1 ?? "~") }
    return Tableau(
      "Codes de l’année",
      colonnes: [.init("Code"), .init("Sens")] + toutes.map { .init($0.nom, .chiffres) },
      lignes: codes.map { code in
        Tableau.Ligne(
          ["\(code ?? "sans code")", "\((code ?? "sans code").sensDAnnee)"]
            + toutes.map { population in
              let nombre = population.codes.first { $0.code == code }?.nombre
              return population.taux == nil ? "trop peu" : "\(nombre ?? 0)"
            }
        )
      },
      vide: EtatVide("Aucun code à montrer"),
    )
  }
}

extension Taux {
  /// « 83 % », never 100 by rounding; « en attente » while nothing is known.
  var enPourcents: String {
    guard let pourcentage else { return "en attente" }
    return "\(pourcentage.affichee(decimales: 0, sansFranchir: [100]))\u{A0}%"
  }
}

extension ReussiteDePromotion.Objet {
  var nom: String {
    switch self {
    case .ue(let code): code.texte
    case .rcue(let cle): cle.titre
    case .passage: "Passage"
    case .annee: "Année validée"
    }
  }
}

extension ReussiteDePromotion.Dimension {
  var titre: String {
    switch self {
    case .td: "Par groupe de TD"
    case .tp: "Par groupe de TP"
    case .parcours: "Par parcours"
    case .baccalaureat: "Par type de baccalauréat"
    case .statut: "Par statut"
    }
  }
}

extension ReussiteDePromotion.Population {
  var nom: String {
    switch qui {
    case .promotion(let promotion): promotion.nomEntier
    case .groupe(let groupe): groupe.nom
    case .baccalaureat(.general): "Baccalauréat général"
    case .baccalaureat(.technologique): "Baccalauréat technologique"
    case .baccalaureat(.professionnel): "Baccalauréat professionnel"
    case .baccalaureat(.autre): "Autre diplôme"
    case .baccalaureat(.inconnu): "Non renseigné"
    case .statut(.initial): "Formation initiale"
    case .statut(.alternant): "Alternance"
    case .statut(.continu): "Formation continue"
    }
  }
}
