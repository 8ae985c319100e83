public import Actes

/// Somebody who hears of changes; until `arreter`, or until nobody holds it.
public final class Ecoute: Sendable {
  private let annonces: Annonces
  private let numero: Int

  init(_ annonces: Annonces, _ corps: @escaping @Sendable (Changement) -> Void) {
    self.annonces = annonces
    numero = annonces.ajouter(corps)
  }

  deinit { annonces.retirer(numero) }

  /// Hears no more; a call that has begun may still end.
  public func arreter() { annonces.retirer(numero) }
}

extension RegistreSQL {
  /// Is told of new entries, whichever process wrote them.
  ///
  /// What is told is the last entry of an establishment: several writings may be told as one, and
  /// what stands already may be told at first. The closure must return at once.
  public func ecouter(_ corps: @escaping @Sendable (Changement) -> Void) -> Ecoute {
    Ecoute(annonces, corps)
  }
}
