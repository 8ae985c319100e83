public import Scolarite

/// Sign-ins and who signed.
public protocol RegistreDesEmargements {
  func emargement(_ seance: Identifiant<Seance>) throws -> Emargement?
  /// The slots of a promotion whose sign-in is open.
  func emargementsOuverts(_ promotion: Identifiant<Promotion>) throws -> [Emargement]
  /// Opens a sign-in, opens one again, or closes it.
  func ecrire(_ emargement: Emargement, _ ecriture: Ecriture) throws
  /// In the order in which they came.
  func signatures(_ seance: Identifiant<Seance>) throws -> [SignatureDePresence]
  func signature(_ seance: Identifiant<Seance>, _ etudiant: Identifiant<Etudiant>) throws
    -> SignatureDePresence?
  func ajouter(_ signature: SignatureDePresence, _ ecriture: Ecriture) throws
  /// The slots of every promotion that begin on a day, the first to the last.
  func seances(le jour: Jour) throws -> [Seance]
}
