public import Scolarite
internal import Text

/// Tells what a list of the sports service would change, without changing it.
public struct PrevoirLaListeDuSport: Question {
  public static let nom = "prevoir-la-liste-du-sport"
  public let annee: AnneeUniversitaire
  public let lignes: [LigneDeSport]

  public init(_ annee: AnneeUniversitaire, _ lignes: [LigneDeSport]) {
    self.annee = annee
    self.lignes = lignes
  }

  public func executer(_ travail: Travail) throws -> PlanDuSport {
    try travail.plan(lignes, annee)
  }
}

/// Takes over the list of the sports service: all of it or nothing (R1.7.2).
///
/// Whoever the list does not name keeps what they have: lists come more than once a year.
public struct ImporterLaListeDuSport: Acte {
  public static let nom = "importer-la-liste-du-sport"
  public let annee: AnneeUniversitaire
  public let lignes: [LigneDeSport]
  /// The name of the file.
  public let source: String
  /// The day of the list.
  public let date: Jour

  public init(
    _ annee: AnneeUniversitaire,
    _ lignes: [LigneDeSport],
    source: String,
    date: Jour,
  ) {
    self.annee = annee
    self.lignes = lignes
    self.source = source
    self.date = date
  }

  public func executer(_ travail: Travail) throws -> PlanDuSport {
    let plan = try travail.plan(lignes, annee)
    for ligne in plan.lignes where ligne.effet != .rien {
      try travail.poser(ligne.nouveau, ligne, motif: source, le: date)
    }
    return plan
  }
}

/// Puts the bonus for sport of one student right, or takes it back with no sport at all.
public struct CorrigerUnBonusDeSport: Acte {
  public static let nom = "corriger-un-bonus-de-sport"
  public let bonus: Identifiant<BonusAttribue>
  /// `nil` takes it back.
  public let sport: Bonus.Sport?
  public let motif: String

  public init(_ bonus: Identifiant<BonusAttribue>, _ sport: Bonus.Sport?, motif: String) {
    self.bonus = bonus
    self.sport = sport
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws {
    guard let avant = try travail.registre.bonus(bonus), avant.estDuSport else {
      throw Refus.inconnu(.bonus)
    }
    let promotion = try travail.promotion(avant.promotion)
    _ = try travail.exiger(.bonifierLeSport, promotion.lieu)
    if case .points(let points) = sport, let reglages = try travail.reglages(promotion) {
      let plafond = reglages.nombre(.plafondSport)
      guard Fraction(points) <= plafond else {
        throw Refus.donnees([
          .init("points", .horsBornes(vu: "\(points)", bornes: "\(plafond.enPoints) au plus"))
        ])
      }
    }
    try RetirerUnBonus(bonus, motif: motif).executer(travail)
    guard let sport else { return }
    _ = try AttribuerUnBonus(
      promotion: avant.promotion,
      etudiant: avant.etudiant,
      nature: .sport(sport),
      date: travail.moment.jour,
      motif: motif,
    ).executer(travail)
  }
}

/// The bonuses for sport of a year.
public struct VoirLeSport: Question {
  public static let nom = "voir-le-sport"
  /// `nil` for the last year.
  public let annee: AnneeUniversitaire?

  /// The bonuses, and the years that can be chosen.
  public struct Tableau: Sendable {
    public let annee: AnneeUniversitaire
    public let annees: [AnneeUniversitaire]
    public let lignes: [PlanDuSport.Ligne]
  }

  public init(_ annee: AnneeUniversitaire? = nil) {
    self.annee = annee
  }

  public func executer(_ travail: Travail) throws -> Tableau {
    let annees = Set(
      try travail.registre.promotions().filter { travail.peut(.bonifierLeSport, $0.lieu) }
        .map(\.annee)
    ).sorted(by: >)
    guard let annee = annee ?? annees.first else { throw Refus.interdit(.bonifierLeSport) }
    return Tableau(annee: annee, annees: annees, lignes: try travail.lignesDuSport(annee))
  }
}

extension Travail {
  /// Puts what a list says in the place of what stands.
  fileprivate func poser(
    _ sport: Bonus.Sport?,
    _ ligne: PlanDuSport.Ligne,
    motif: String,
    le date: Jour,
  ) throws {
    if let actuel = ligne.actuel {
      try RetirerUnBonus(actuel.id, motif: motif).executer(self)
    }
    guard let sport else { return }
    _ = try AttribuerUnBonus(
      promotion: ligne.promotion.id,
      etudiant: ligne.etudiant.id,
      nature: .sport(sport),
      date: date,
      motif: motif,
    ).executer(self)
  }
}

extension String {
  /// Whether two names are one, but for case, accents and hyphens.
  func memeMot(que autre: String) -> Bool {
    let formes = [self, autre].map { texte in
      String(texte.folded.map { $0 == "-" ? " " : $0 }).folded
    }
    return formes[0] == formes[1] || formes[1].hasPrefix(formes[0] + " ")
  }
}
