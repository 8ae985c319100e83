internal import Scolarite

/// Tells what a file of slots would change in the timetable of a promotion, without changing it.
public struct PrevoirDesSeances: Question {
  public static let nom = "prevoir-des-seances"
  public let promotion: Identifiant<Promotion>
  public let lignes: [LigneDeSeance]
  public let ecarterSansModule: Bool

  public init(
    _ promotion: Identifiant<Promotion>,
    _ lignes: [LigneDeSeance],
    ecarterSansModule: Bool,
  ) {
    self.promotion = promotion
    self.lignes = lignes
    self.ecarterSansModule = ecarterSansModule
  }

  public func executer(_ travail: Travail) throws -> PlanDeSeances {
    try travail.plan(lignes, promotion, ecarterSansModule: ecarterSansModule)
  }
}

/// Takes over a file of slots: all of it, or nothing where one line cannot be understood.
///
/// What is known already is left as it is, so that the same file can come again.
public struct ImporterDesSeances: Acte {
  public static let nom = "importer-des-seances"
  public let promotion: Identifiant<Promotion>
  public let lignes: [LigneDeSeance]
  public let ecarterSansModule: Bool

  public init(
    _ promotion: Identifiant<Promotion>,
    _ lignes: [LigneDeSeance],
    ecarterSansModule: Bool,
  ) {
    self.promotion = promotion
    self.lignes = lignes
    self.ecarterSansModule = ecarterSansModule
  }

  public func executer(_ travail: Travail) throws -> PlanDeSeances {
    let plan = try travail.plan(lignes, promotion, ecarterSansModule: ecarterSansModule)
    var nouvelles: [CreerDesSeances.NouvelleSeance] = []
    for ligne in plan.lignes {
      switch ligne.effet {
      case .connue, .fige: continue
      case .changement(let ancienne): try SupprimerUneSeance(ancienne.id).executer(travail)
      case .ajout: break
      }
      nouvelles.append(ligne.seance)
    }
    guard !nouvelles.isEmpty else { return plan }
    _ = try CreerDesSeances(promotion: promotion, seances: nouvelles).executer(travail)
    return plan
  }
}

extension Travail {
  /// More than the slots of a promotion in a year.
  private static let limite = 5_000

  fileprivate func plan(
    _ lignes: [LigneDeSeance],
    _ identifiant: Identifiant<Promotion>,
    ecarterSansModule: Bool,
  ) throws -> PlanDeSeances {
    let promotion = try promotion(identifiant)
    guard peut(.faireLAppel, dansUnModuleDe: promotion) else {
      throw Refus.interdit(.faireLAppel)
    }
    guard lignes.count <= Self.limite else {
      let vu = "\(lignes.count) créneaux"
      throw Refus.donnees([
        .init("fichier", .horsBornes(vu: vu, bornes: "\(Self.limite) au plus"))
      ])
    }
    let connaissances = try ConnaissancesDeSeance(promotion, self)
    var (ecartees, lues): ([LigneDeSeance], [PlanDeSeances.Ligne]) = ([], [])
    var fautes: [Refus.Faute] = []
    var suivi = try SeancesConnues(promotion.id, self)
    for ligne in lignes.sorted(by: { $0.debut.rangs < $1.debut.rangs }) {
      guard let module = connaissances.module(ligne.module) else {
        if ecarterSansModule {
          ecartees.append(ligne)
        } else {
          fautes.append(.init(ligne.lieu, .inconnue(vu: ligne.module)))
        }
        continue
      }
      guard let (seance, groupes) = connaissances.seance(ligne, module, &fautes) else { continue }
      let effet = try suivi.effet(seance, self)
      lues.append(.init(ligne: ligne, seance: seance, groupes: groupes, effet: effet))
    }
    guard fautes.isEmpty else { throw Refus.donnees(fautes) }
    for module in Set(lues.compactMap(\.seance.module)) {
      _ = try exiger(.faireLAppel, promotion.lieu.module(module))
    }
    return PlanDeSeances(promotion: promotion, lignes: lues, ecartees: ecartees)
  }
}

/// The slots of a promotion, by what makes two of them one.
private struct SeancesConnues {
  private var references: [String: Seance] = [:]
  private var cles: Set<Cle> = []

  /// A module at a moment, for groups.
  private struct Cle: Hashable {
    let module: String?
    let debut: Instant
    let groupes: [Identifiant<Groupe>]
  }

  init(_ promotion: Identifiant<Promotion>, _ travail: Travail) throws {
    for seance in try travail.registre.seances(promotion) {
      cles.insert(Cle(module: seance.module, debut: seance.debut, groupes: seance.groupes))
      if let reference = seance.reference { references[reference] = seance }
    }
  }

  mutating func effet(_ seance: CreerDesSeances.NouvelleSeance, _ travail: Travail) throws
    -> PlanDeSeances.Effet
  {
    let cle = Cle(module: seance.module, debut: seance.debut, groupes: seance.groupes.sorted())
    guard cles.insert(cle).inserted else { return .connue }
    guard let reference = seance.reference, let ancienne = references[reference] else {
      return .ajout
    }
    let estVide = try travail.registre.presences(ancienne.id).isEmpty
    return estVide ? .changement(de: ancienne) : .fige(ancienne)
  }
}
