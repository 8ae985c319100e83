import Actes
import SQL

/// Two departments that know nothing of one another.
struct DeuxDepartements {
  let essai: RegistreDEssai
  let ici: TerrainDEssai
  let ailleurs: TerrainDEssai

  init() async throws {
    essai = try await RegistreDEssai(.sqlite)
    ici = try await TerrainDEssai("MMI", essai)
    ailleurs = try await TerrainDEssai("RT", essai)
  }

  /// How an act ends, which is then undone.
  func issue(_ acte: any Acte, par demandeur: Demandeur) async throws -> Issue {
    do {
      try await essai.bureau.faire(Annule(acte: acte), par: demandeur, dans: essai.iut)
      return .faite
    } catch is Annule.Defaite {
      return .faite
    } catch let refus as Refus {
      return .refusee(refus)
    }
  }

  enum Issue: Equatable {
    case faite
    case refusee(Refus)

    /// Whether the rights of the person let the act go on.
    var estPermise: Bool {
      switch self {
      case .faite: true
      case .refusee(.interdit), .refusee(.inconnu): false
      case .refusee(.conflit), .refusee(.etat), .refusee(.regle), .refusee(.donnees): true
      }
    }
  }

  /// Does an act and undoes it.
  private struct Annule: Acte {
    static let nom = "annule"
    let acte: any Acte

    struct Defaite: Error {}

    func executer(_ travail: Travail) throws {
      func faire(_ acte: some Acte) throws { _ = try acte.executer(travail) }
      try faire(acte)
      throw Defaite()
    }
  }
}
