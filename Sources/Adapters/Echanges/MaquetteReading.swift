public import Scolarite
public import Text

/// A curriculum as it was read: what it holds, where each line stands, what the reading noticed.
public struct MaquetteReading: Sendable {
  public let maquette: Maquette
  /// Oddities of the document's form, which the curriculum itself no longer shows.
  public let constats: [Constat]
  /// Where each line of the curriculum stands in the document.
  public let positions: [Lieu: TextPosition]
  /// The levels of the year by number of competence; `nil` when the référentiel does not know.
  public let etapes: [Int: Referentiel.EtapeDeCompetence]?

  /// The place of a line whatever the column, or of the nearest thing around it.
  public func position(de lieu: Lieu) -> TextPosition? {
    positions[lieu.dans(nil)] ?? positions[Lieu(semestre: lieu.semestre, ue: lieu.ue)]
      ?? positions[Lieu(semestre: lieu.semestre)]
  }

  /// The conformity of the curriculum, by every check.
  public func rapport() -> RapportDeConformite {
    RapportDeConformite(de: MaquetteControlee(maquette, etapes: etapes))
  }
}
