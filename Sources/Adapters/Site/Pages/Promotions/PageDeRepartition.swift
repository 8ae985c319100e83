internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  func repartition(_ resultats: ResultatsDePromotion, _ autres: [ComparerLesAnnees.Annee])
    -> HTTPResponse
  {
    page(resultats.promotion, .repartition) {
      if resultats.lignes.isEmpty {
        EtatVide("Aucun étudiant", "La répartition apparaîtra avec les premières moyennes.")
      } else {
        Carte("Les UE côte à côte") {
          telechargements(resultats.promotion, "repartition")
        } contenu: {
          ensemble(resultats)
        }
        HTMLList([Groupe.Nature.td, .tp, .parcours].map { groupes($0, resultats) })
        annees(resultats, autres)
        HTMLList(resultats.statistiques.map { RepartitionDUE($0.ue, $0.statistiques) })
      }
    }
  }

  private func ensemble(_ resultats: ResultatsDePromotion) -> some HTML {
    Tableau(
      "Chaque UE en chiffres",
      colonnes: [
        .init("UE"), .init("Moyennes", .chiffres), .init("Moyenne", .chiffres),
        .init("Médiane", .chiffres), .init("Acquises", .chiffres),
        .init("Incomplètes", .chiffres),
      ],
      lignes: resultats.statistiques.map { ue, une in
        Tableau.Ligne([
          Cellule(Lien(ue.texte, vers: SafeURL("#\(ue.texte)") ?? Chemin.promotions)),
          "\(une.effectif)", "\(une.moyenne?.surDeuxDecimales ?? "–")",
          "\(une.mediane?.surDeuxDecimales ?? "–")", "\(une.acquises)", "\(une.incompletes)",
        ])
      },
    )
  }

  // MARK: Groups

  @HTMLBuilder private func groupes(
    _ nature: Groupe.Nature,
    _ resultats: ResultatsDePromotion,
  ) -> some HTML {
    let compares = resultats.comparaison(nature)
    if compares.count > 1 {
      Carte("Groupes de \(nature.nom)") {
        p {
          Typographie.phrase(
            "Moyenne de chaque UE, et sa médiane au-dessous ; un groupe de moins de "
              + "\(ResultatsDePromotion.effectifMinimal) moyennes n’est pas comparé."
          )
        }
        Tableau(
          "Moyennes par groupe de \(nature.nom)",
          colonnes: [.init("Groupe"), .init("Étudiants", .chiffres)]
            + resultats.programme.ues.map { .init($0.code.texte, .chiffres) },
          lignes: compares.map { un in
            Tableau.Ligne(
              ["\(un.groupe.nom)", "\(un.effectif)"] + un.ues.map { cellule($0.statistiques) }
            )
          },
        )
      }
    }
  }

  private func cellule(_ statistiques: Statistiques?) -> Cellule {
    guard let une = statistiques, une.effectif >= ResultatsDePromotion.effectifMinimal,
      let moyenne = une.moyenne, let mediane = une.mediane
    else { return "–" }
    return Cellule(
      HTMLGroup(
        moyenne.surDeuxDecimales,
        small(.class("dessous")) { "méd. \(mediane.surDeuxDecimales)" },
      )
    )
  }

  // MARK: Years

  private func annees(_ resultats: ResultatsDePromotion, _ autres: [ComparerLesAnnees.Annee])
    -> some HTML
  {
    let elle = ComparerLesAnnees.Annee(resultats)
    let ues = resultats.programme.ues.map(\.code)
    return Carte("D’une année à l’autre") {
      if autres.isEmpty {
        EtatVide(
          "Aucune autre année",
          "La base n’a pas d’autre promotion de cette formation que vous puissiez voir.",
        )
      } else {
        Tableau(
          "Moyennes de la même année du BUT, d’une promotion à l’autre",
          colonnes: [.init("Promotion"), .init("Étudiants", .chiffres)]
            + ues.map { .init($0.texte, .chiffres) },
          lignes: ([elle] + autres).map { annee in
            Tableau.Ligne(
              [
                Cellule(
                  Lien(
                    annee.promotion.nomEntier,
                    vers: Chemin.promotion(annee.promotion.id, "repartition"),
                  )
                ), "\(annee.effectif)",
              ] + ues.map { ue in cellule(annee.statistiques.first { $0.ue == ue }?.statistiques) },
              estChoisie: annee.promotion.id == resultats.promotion.id,
            )
          },
        )
      }
    }
  }
}

extension Groupe.Nature {
  fileprivate var nom: String {
    switch self {
    case .td: "TD"
    case .tp: "TP"
    case .parcours: "parcours"
    case .option: "option"
    case .autre: "autre nature"
    }
  }
}

/// How a promotion did in a UE: the averages in twenty classes, the quartiles.
struct RepartitionDUE: Composant {
  private let ue: CodeUE
  private let statistiques: Statistiques

  init(_ ue: CodeUE, _ statistiques: Statistiques) {
    self.ue = ue
    self.statistiques = statistiques
  }

  var corps: some HTML {
    Carte("Répartition de l’\(ue.texte)", ancre: ue.texte) {
      p { Typographie.phrase(resume) }
      Grille {
        Histogramme(
          "Moyennes de l’\(ue.texte)",
          resume: compte(statistiques.effectif, "moyenne") + ", de 0 à 20, un point par barre.",
          classes: "Moyenne",
          compte: "Étudiants",
          barres: statistiques.histogramme.enumerated().map { .init("\($0.offset)", $0.element) },
          repereTousLes: 5,
        )
        Repartition(
          "Quartiles de l’\(ue.texte)",
          echelle: [0, 5, 10, 15, 20].map { .init("\($0)", place: $0 * 50) },
          valeurs: valeurs,
        )
      }
    }
  }

  private var resume: String {
    let codes = statistiques.mentions.map { "\($0.nombre) \($0.mention)" }
    let incompletes =
      statistiques.incompletes == 0 ? "" : ", \(compte(statistiques.incompletes, "incomplète"))"
    return "\(compte(statistiques.acquises, "acquise"))\(incompletes)"
      + (codes.isEmpty ? "." : " ; codes proposés : \(codes.joined(separator: ", ")).")
  }

  private var valeurs: Repartition.Valeurs? {
    guard let minimum = statistiques.minimum, let premier = statistiques.premierQuartile,
      let mediane = statistiques.mediane, let troisieme = statistiques.troisiemeQuartile,
      let maximum = statistiques.maximum
    else { return nil }
    return .init(
      minimum: minimum.repere,
      premierQuartile: premier.repere,
      mediane: mediane.repere,
      troisiemeQuartile: troisieme.repere,
      maximum: maximum.repere,
    )
  }
}

extension Fraction {
  /// The average in words and its place on a scale of 20.
  fileprivate var repere: Repartition.Repere {
    .init(surDeuxDecimales, place: Int((self * 50).partieEntiere.numerateur))
  }
}

extension Feuillet {
  /// The statistics of each UE: of the promotion, of its groups, of other years.
  init(_ resultats: ResultatsDePromotion, _ autres: [ComparerLesAnnees.Annee]) {
    let groupes = [Groupe.Nature.td, .tp, .parcours].flatMap { resultats.comparaison($0) }
    self.init(
      titre: "Répartition \(resultats.promotion.nomEntier)",
      colonnes: [
        "De", "UE", "Moyennes", "Moyenne", "Minimum", "Premier quartile", "Médiane",
        "Troisième quartile", "Maximum",
      ],
      lignes: ([ComparerLesAnnees.Annee(resultats)] + autres).flatMap { annee in
        annee.statistiques.map { Self.ligne(annee.promotion.nomEntier, $0.ue, $0.statistiques) }
      }
        + groupes.flatMap { un in
          un.ues.compactMap { ue, une in une.map { Self.ligne(un.groupe.nom, ue, $0) } }
        },
    )
  }

  private static func ligne(_ nom: String, _ ue: CodeUE, _ une: Statistiques) -> [String] {
    let assez = une.effectif >= ResultatsDePromotion.effectifMinimal
    let valeurs = [
      une.moyenne, une.minimum, une.premierQuartile, une.mediane, une.troisiemeQuartile,
      une.maximum,
    ]
    return [nom, ue.texte, "\(une.effectif)"]
      + valeurs.map { assez ? $0?.surDeuxDecimales ?? "" : "" }
  }
}
