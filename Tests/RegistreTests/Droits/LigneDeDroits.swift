import Actes
import Scolarite

/// Who may do an act, and how far a role must reach for it.
struct LigneDeDroits: Sendable {
  let nom: String
  let roles: Set<Role>
  let portee: Portee
  let acte: @Sendable (TerrainDEssai) throws -> any Acte

  enum Portee {
    case etablissement, promotion
    /// A role on the module is enough.
    case module
    /// A role on any module of the promotion is enough.
    case unModule
  }

  init<A: Acte>(
    _ type: A.Type,
    _ roles: Set<Role>,
    _ portee: Portee = .promotion,
    _ acte: @escaping @Sendable (TerrainDEssai) throws -> A,
  ) {
    nom = A.nom
    self.roles = roles
    self.portee = portee
    self.acte = acte
  }
}
