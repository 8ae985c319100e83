import Actes
import SQL
import Scolarite
import Testing

/// A department and its sessions.
struct TerrainBTS {
  let bureau: BureauDEssai
  let bts: BTSDEssai

  init(_ moteur: SQLEngine) async throws {
    bureau = try await BureauDEssai(moteur)
    bts = try await BTSDEssai(
      bureau.promotion.departement,
      bureau.etudiant,
      bureau.essai,
    )
  }

  var essai: RegistreDEssai { bureau.essai }

  func relire(_ inscription: InscriptionBTS) async throws -> InscriptionBTS {
    let lue = try await essai.lire { [id = inscription.id] in try $0.inscriptionBTS(id) }
    return try #require(lue)
  }

  func refus<A: Acte>(_ acte: A) async throws -> Refus? {
    try await bureau.refus { _ = try await essai.faire(acte) }
  }
}

extension Refus {
  /// What stands of a refusal that cites an article.
  var obstacleBTS: ObstacleBTS? {
    switch self {
    case .regle(_, .bts(let obstacle)), .etat(.bts(let obstacle)): obstacle
    default: nil
    }
  }
}
