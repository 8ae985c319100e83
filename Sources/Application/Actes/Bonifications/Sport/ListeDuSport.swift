public import Scolarite

/// A row of the list of the sports service.
public struct LigneDeSport: Hashable, Sendable {
  /// The number of the student.
  public let nip: String
  /// As the list writes it, to be held against that of the number; empty where it has none.
  public let nom: String
  public let seances: Int?
  /// Points granted, which prevail over the count of sessions (A16).
  public let points: Decimale?
  /// Where it stands: « Feuil1, C5 ».
  public let lieu: String

  public init(nip: String, nom: String = "", seances: Int?, points: Decimale?, lieu: String) {
    self.nip = nip
    self.nom = nom
    self.seances = seances
    self.points = points
    self.lieu = lieu
  }
}

/// What a list of the sports service would change.
public struct PlanDuSport: Hashable, Sendable {
  public let annee: AnneeUniversitaire
  public let lignes: [Ligne]
  /// Students with a bonus for sport of the year whom the list does not name.
  public let absents: [Ligne]

  /// A student of the list.
  public struct Ligne: Hashable, Sendable {
    public let etudiant: Etudiant
    public let promotion: Promotion
    /// What stands.
    public let actuel: BonusAttribue?
    /// What the list says; `nil` for no bonus.
    public let nouveau: Bonus.Sport?
    /// The points that this gives under the règlement; `nil` without one.
    public let points: Fraction?
    /// How many sessions the year asks.
    public let base: Fraction?

    public var effet: Effet {
      switch (actuel?.nature, nouveau) {
      case (nil, nil): .rien
      case (nil, _): .ajout
      case (_, nil): .retrait
      case (.sport(let avant), let apres): avant == apres ? .rien : .changement
      case (.engagement, _): .ajout
      }
    }
  }

  /// What the import does to a student’s bonus.
  public enum Effet: Hashable, Sendable {
    case ajout, changement, retrait, rien
  }

  public func lignes(_ effet: Effet) -> [Ligne] { lignes.filter { $0.effet == effet } }
}

extension Travail {
  /// Promotions of a year of which the person gives points for sport.
  func promotionsDuSport(_ annee: AnneeUniversitaire) throws -> [Promotion] {
    let promotions = try registre.promotions().filter {
      $0.annee == annee && peut(.bonifierLeSport, $0.lieu)
    }
    guard !promotions.isEmpty else { throw Refus.interdit(.bonifierLeSport) }
    return promotions
  }

  /// What a list would change, or every fault of it by place.
  func plan(_ lignes: [LigneDeSport], _ annee: AnneeUniversitaire) throws -> PlanDuSport {
    let promotions = try promotionsDuSport(annee)
    let inscrits = try InscritsAuSport(promotions, self)
    var fautes: [Refus.Faute] = []
    var vus: [String: String] = [:]
    var retenues: [PlanDuSport.Ligne] = []
    for ligne in lignes {
      if let faute = inscrits.faute(ligne, dejaVue: vus[ligne.nip]) {
        fautes.append(faute)
        continue
      }
      vus[ligne.nip] = ligne.lieu
      if let prevue = inscrits.ligne(ligne) { retenues.append(prevue) }
    }
    guard fautes.isEmpty else { throw Refus.donnees(fautes) }
    let nommes = Set(retenues.map(\.etudiant.id))
    return PlanDuSport(
      annee: annee,
      lignes: retenues.parNom(\.etudiant),
      absents: inscrits.lignesActuelles.filter { !nommes.contains($0.etudiant.id) }
        .parNom(\.etudiant),
    )
  }

  /// The bonuses for sport of a year, as far as the person gives them.
  func lignesDuSport(_ annee: AnneeUniversitaire) throws -> [PlanDuSport.Ligne] {
    try InscritsAuSport(promotionsDuSport(annee), self).lignesActuelles.parNom(\.etudiant)
  }
}

/// The students of some promotions with what they have for sport, by number.
private struct InscritsAuSport {
  private struct Inscrit {
    let etudiant: Etudiant
    let promotion: Promotion
    let actuel: BonusAttribue?
  }

  private var parNumero: [String: Inscrit] = [:]
  private var avecBonus: [Inscrit] = []
  private var reglages: [Identifiant<Promotion>: Reglages] = [:]

  /// Somebody of two promotions of a year counts in the later year of the BUT.
  init(_ promotions: [Promotion], _ travail: Travail) throws {
    for promotion in promotions.sorted(by: {
      ($0.anneeBUT.valeur, $0.id) < ($1.anneeBUT.valeur, $1.id)
    }) {
      reglages[promotion.id] = try travail.reglages(promotion)
      let sport = try travail.registre.bonus(promotion: promotion.id).filter(\.estDuSport)
      let actuels = Dictionary(sport.map { ($0.etudiant, $0) }) { premier, _ in premier }
      for etudiant in try travail.registre.etudiants(promotion.id) {
        guard let nip = etudiant.identite?.nip else { continue }
        let actuel = actuels[etudiant.id]
        let inscrit = Inscrit(etudiant: etudiant.nomme, promotion: promotion, actuel: actuel)
        if actuel != nil { avecBonus.append(inscrit) }
        parNumero[nip] = inscrit
      }
    }
  }

  var lignesActuelles: [PlanDuSport.Ligne] {
    avecBonus.map { inscrit in
      guard case .sport(let sport) = inscrit.actuel?.nature else { return ligne(inscrit, nil) }
      return ligne(inscrit, sport)
    }
  }

  func ligne(_ lue: LigneDeSport) -> PlanDuSport.Ligne? {
    parNumero[lue.nip].map { ligne($0, lue.sport) }
  }

  private func ligne(_ inscrit: Inscrit, _ sport: Bonus.Sport?) -> PlanDuSport.Ligne {
    let compte = reglages[inscrit.promotion.id].map {
      CompteDeBonus(Bonus(sport: sport), $0, inscrit.promotion.anneeBUT)
    }
    return PlanDuSport.Ligne(
      etudiant: inscrit.etudiant,
      promotion: inscrit.promotion,
      actuel: inscrit.actuel,
      nouveau: sport,
      points: compte?.sport,
      base: compte?.seances,
    )
  }

  /// What is wrong with a row.
  func faute(_ lue: LigneDeSport, dejaVue: String?) -> Refus.Faute? {
    guard let inscrit = parNumero[lue.nip], let identite = inscrit.etudiant.identite else {
      return .init(lue.lieu, .horsDesInscrits(vu: lue.nip))
    }
    if dejaVue != nil { return .init(lue.lieu, .enDouble(vu: lue.nip)) }
    let noms = [identite.nomUsuel, identite.nomCivil]
    if !lue.nom.isEmpty, !noms.contains(where: { $0.memeMot(que: lue.nom) }) {
      return .init(lue.lieu, .contraire(vu: lue.nom, enPlace: identite.nomUsuel))
    }
    if lue.points == nil, lue.seances == nil { return .init(lue.lieu, .absente) }
    if let seances = lue.seances, !(0...366).contains(seances) {
      return .init(lue.lieu, .horsBornes(vu: "\(seances) séances", bornes: "de 0 à 366"))
    }
    guard let points = lue.points else { return nil }
    let plafond = reglages[inscrit.promotion.id].map { $0.nombre(.plafondSport) } ?? 20
    guard points >= .zero, Fraction(points) <= plafond else {
      return .init(
        lue.lieu,
        .horsBornes(vu: "\(points) point", bornes: "de 0 à \(plafond.enPoints)"),
      )
    }
    return nil
  }
}

extension LigneDeSport {
  /// Points prevail; nothing at all is no bonus.
  fileprivate var sport: Bonus.Sport? {
    if let points { return points > .zero ? .points(points) : nil }
    guard let seances, seances > 0 else { return nil }
    return .seances(seances)
  }
}

extension BonusAttribue {
  public var estDuSport: Bool {
    if case .sport = nature { true } else { false }
  }
}
