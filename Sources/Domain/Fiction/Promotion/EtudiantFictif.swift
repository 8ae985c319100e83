public import Scolarite

/// A student who does not exist.
public struct EtudiantFictif: Sendable {
  /// « E00001 » for rank 0.
  public let identifiant: String
  public let nom: String
  public let prenom: String
  public let dossier: Dossier
}
