/// The bonuses of a student for one year.
public struct Bonus: Hashable, Sendable {
  /// What the sports service reports.
  public enum Sport: Hashable, Sendable {
    /// Points granted on its list.
    case points(Decimale)
    /// Sessions attended, where the list gives no points.
    case seances(Int)
  }

  /// Points granted by the commission for an activity.
  public struct Engagement: Hashable, Sendable {
    public let type: String
    public let points: Decimale

    public init(type: String, points: Decimale) {
      self.type = type
      self.points = points
    }
  }

  public let sport: Sport?
  public let engagements: [Engagement]

  public init(sport: Sport? = nil, engagements: [Engagement] = []) {
    self.sport = sport
    self.engagements = engagements
  }
}

extension Regle {
  static let bonus = Regle(
    "bonus",
    .reglement("7"),
    exigences: ["R1.7.1", "R1.7.3", "R1.7.16", "R1.7.17", "R1.7.18"],
    lectures: ["A15", "A17", "A33"],
    """
    Sport et engagement augmentent la moyenne de chaque UE concernée, dans la limite d’un plafond \
    par type d’activité et d’un plafond pour le tout.
    """,
  )
  static let seancesDeSport = Regle(
    "seances-sport",
    .reglement("7"),
    exigences: ["R1.7.2", "R1.7.3"],
    lectures: ["A16"],
    """
    La bonification sportive demande un nombre de séances propre à l’année ; la liste du service \
    des sports prévaut sur le décompte.
    """,
  )
}

extension Moteur {
  /// The points that sport gives, before the caps of a UE.
  func pointsDeSport(_ bonus: Bonus, _ annee: AnneeBUT) -> Etabli<Fraction, M> {
    let plafond = reglages.nombre(.plafondSport)
    switch bonus.sport {
    case nil: return Etabli(0) { Preuve(.seancesDeSport, "sport", conclusion: .nombre(0)) }
    case .points(let points):
      let retenus = min(Fraction(points), plafond)
      return Etabli(retenus) {
        Preuve(
          .seancesDeSport,
          "sport",
          termes: [.init("points", .nombre(Fraction(points)))],
          parametres: [reglages.reglage(.plafondSport)],
          conclusion: .nombre(retenus),
        )
      }
    case .seances(let nombre):
      let base = reglages.nombre(seances(annee))
      let prorata = reglages.actif(.prorataSport)
      let part = Fraction(nombre).divise(par: base).map { min($0, 1) } ?? 0
      let retenus = plafond * (prorata ? part : part.partieEntiere)
      return Etabli(retenus) {
        Preuve(
          .seancesDeSport,
          "sport",
          termes: [
            .init("seances", .nombre(Fraction(nombre))), .init("base", .nombre(base)),
          ],
          parametres: [.plafondSport, .prorataSport, seances(annee)].map { reglages.reglage($0) },
          conclusion: .nombre(retenus),
        )
      }
    }
  }

  func seances(_ annee: AnneeBUT) -> NomDeReglage {
    switch annee.valeur {
    case 1: .seancesBUT1
    case 2: .seancesBUT2
    default: .seancesBUT3
    }
  }

  /// The points that engagement gives, each type capped, before the cap of the whole.
  func pointsDEngagement(_ bonus: Bonus) -> Fraction {
    let plafond = reglages.nombre(.plafondParType)
    let parType = Dictionary(grouping: bonus.engagements, by: \.type)
    return parType.values.reduce(.zero) { somme, activites in
      somme + min(Fraction(activites.map(\.points).somme()), plafond)
    }
  }

  /// The points added to one UE.
  func bonus(
    _ ue: UEDeProgramme,
    _ bonus: Bonus,
    sport: Etabli<Fraction, M>,
  ) -> Etabli<Fraction, M> {
    let actif = reglages.actif(.bonusActif)
    let pair = ue.semestre.valeur % 2 == 0
    let avecSport =
      actif && (pair || reglages.choisit(.assietteSport, "annee"))
      && !reglages.choisit(.assietteSport, "rcue")
    let avecEngagement = actif && (pair || reglages.choisit(.assietteEngagement, "annee"))
    let points = (avecSport ? sport.valeur : 0) + (avecEngagement ? pointsDEngagement(bonus) : 0)
    let retenus = min(points, reglages.nombre(.plafondBonus))
    return Etabli(retenus) {
      let engagements = bonus.engagements.map {
        Preuve.Terme("engagement:\($0.type)", .nombre(Fraction($0.points)))
      }
      return Preuve(
        .bonus,
        ue.code.texte,
        termes: [
          .init("sport", .nombre(sport.valeur), premisse: sport.preuves.isEmpty ? nil : 0),
          .init("sportApplicable", .verdict(avecSport)),
          .init("engagementApplicable", .verdict(avecEngagement)),
        ] + engagements,
        parametres: [
          .bonusActif, .assietteSport, .assietteEngagement, .plafondParType, .plafondBonus,
        ].map { reglages.reglage($0) },
        conclusion: .nombre(retenus),
        premisses: sport.preuves,
      )
    }
  }

  /// The points that sport adds to an RCUE, where the règlement reads « compétences » so (A15).
  func bonusDuRCUE(_ bonus: Bonus, sport: Fraction) -> Fraction {
    guard reglages.actif(.bonusActif), reglages.choisit(.assietteSport, "rcue") else { return 0 }
    let engagement = min(pointsDEngagement(bonus), reglages.nombre(.plafondBonus))
    return min(sport, reglages.nombre(.plafondBonus) - engagement)
  }
}
