/// Who is recognised, and how.
///
/// To be recognised changes no fact: failures and signed-in browsers are kept without an entry of
/// the journal. Passwords, codes and tokens are changed under an entry, which never holds them.
public protocol RegistreDesConnexions {
  func serrure(_ utilisateur: Identifiant<Utilisateur>) throws -> Serrure?
  /// How every account opens, without its secrets.
  func etatsDesSerrures() throws -> [EtatDeSerrure]
  func etatDeSerrure(_ utilisateur: Identifiant<Utilisateur>) throws -> EtatDeSerrure?
  /// Keeps failures, blocking and the last step of the second factor.
  func noterUnEssai(_ serrure: Serrure) throws
  /// Puts password and second factor.
  func poser(_ serrure: Serrure, _ ecriture: Ecriture) throws

  func connexion(_ empreinte: Empreinte) throws -> Connexion?
  func connexions(_ utilisateur: Identifiant<Utilisateur>) throws -> [Connexion]
  func ouvrir(_ connexion: Connexion) throws
  func voir(_ empreinte: Empreinte, a horodatage: Horodatage) throws
  func fermer(_ empreinte: Empreinte) throws
  /// Ends all those of a user, but one where it is given.
  func fermerLesConnexions(_ utilisateur: Identifiant<Utilisateur>, sauf: Empreinte?) throws
  /// Forgets those that began before a moment.
  func oublierLesConnexions(avant horodatage: Horodatage) throws

  func code(_ empreinte: Empreinte) throws -> CodeUnique?
  /// Puts a code in the place of those that the user had.
  func donner(_ code: CodeUnique, _ ecriture: Ecriture) throws
  func retirerLesCodes(_ utilisateur: Identifiant<Utilisateur>, _ ecriture: Ecriture) throws

  func jeton(_ empreinte: Empreinte) throws -> JetonDAcces?
  func jetons(_ utilisateur: Identifiant<Utilisateur>) throws -> [JetonDAcces]
  func ajouter(_ jeton: JetonDAcces, _ ecriture: Ecriture) throws
  func revoquer(_ jeton: Identifiant<JetonDAcces>, _ ecriture: Ecriture) throws
}
