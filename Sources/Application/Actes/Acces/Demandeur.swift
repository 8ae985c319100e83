/// Who asks for an act.
public enum Demandeur: Hashable, Sendable {
  case utilisateur(Identifiant<Utilisateur>)
  /// A program that holds a token of somebody: it has their rights, as far as the token goes.
  case programme(Identifiant<Utilisateur>, droits: Set<Droit>)
  /// Whoever holds the machine and its database, by the name of their account there.
  ///
  /// Such a person can read and write everything anyway; the journal says that it was so.
  case console(String)
}

extension Demandeur {
  /// Whether a right is within what the person, or the token of a program, may use at all.
  func peutAller(jusqua droit: Droit) -> Bool {
    guard case .programme(_, let droits) = self else { return true }
    return droits.contains(droit)
  }
}

/// A right that was checked: only a check makes one, and nothing is written without it.
public struct Permis: Sendable {
  public let droit: Droit
  public let lieu: Lieu

  init(_ droit: Droit, _ lieu: Lieu) {
    self.droit = droit
    self.lieu = lieu
  }
}
