public import Actes

extension InstallerUnePromotion {
  /// What is entered beside students and tests.
  public enum Contenu: Comparable, Sendable {
    case rien
    case notes
    /// Absences, bonuses and avis too.
    case tout
  }

  /// What the promotion hangs from; made where it does not exist yet.
  public struct Modele: Sendable {
    public let departement: String
    public let formation: String
    public let intitule: String
    /// The curriculum as JSON.
    public let maquette: String
    /// The name of the règlement and its text.
    public let profil: (nom: String, texte: String)

    public init(
      departement: String,
      formation: String,
      intitule: String,
      maquette: String,
      profil: (nom: String, texte: String),
    ) {
      self.departement = departement
      self.formation = formation
      self.intitule = intitule
      self.maquette = maquette
      self.profil = profil
    }
  }

  /// What was installed.
  public struct Installee: Sendable {
    public let promotion: Promotion
    /// In the order of the ranks of the fiction.
    public let etudiants: [Identifiant<Etudiant>]
    public let evaluations: [EvaluationDeModule]
    /// The modules of which a test was held that lacks marks.
    public let modulesATraiter: [String]
  }
}
