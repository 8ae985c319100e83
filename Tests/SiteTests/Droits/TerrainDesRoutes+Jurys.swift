import Actes
import Scolarite
import Testing

extension TerrainDesRoutes {
  /// The open jury of a year; another test may have opened it.
  static func jury(_ promotion: Promotion, _ essai: SiteDEssai) async throws
    -> SessionDeJury
  {
    _ = try? await essai.faire(
      OuvrirUnJury(
        promotion: promotion.id,
        nature: .annee,
        date: Jour(cloturant: promotion.annee),
        motif: "session 2",
      )
    )
    let jurys = try await essai.lire { [id = promotion.id] in try $0.jurys(id) }
    return try #require(jurys.first { !$0.close && $0.nature == .annee })
  }

  /// The request to repeat of a student; another test may have made it.
  static func redoublement(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
    _ essai: SiteDEssai,
  ) async throws -> Identifiant<ProcedureDeRedoublement> {
    let demande = DemanderUnRedoublement(
      promotion: promotion.id,
      etudiant: etudiant,
      semestres: promotion.anneeBUT.semestres,
      motif: "une année difficile",
    )
    _ = try? await essai.faire(demande)
    let siennes = try await essai.lire { try $0.redoublements(etudiant: etudiant) }
    return try #require(siennes.first { $0.promotion == promotion.id }?.id)
  }
}
