/// Who asks for an act.
public enum Demandeur: Hashable, Sendable {
  case utilisateur(Identifiant<Utilisateur>)
  /// Whoever holds the machine and its database, by the name of their account there.
  ///
  /// Such a person can read and write everything anyway; the journal says that it was so.
  case console(String)
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
