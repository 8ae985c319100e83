/// The entry of the journal under which something is written: nothing is written without one.
public struct Ecriture: Sendable {
  /// The number of the entry in the chain of the establishment.
  public let numero: Int64
  public let horodatage: Horodatage
}

/// What is to be appended to the journal; the register adds number, salt and hashes.
public struct EntreeAEcrire: Sendable {
  public let horodatage: Horodatage
  public let auteur: Identifiant<Utilisateur>?
  /// The name of the act.
  public let acte: String
  public let objet: Objet
  /// The student whom it concerns, so that everything about a person can be found.
  public let sujet: Identifiant<Etudiant>?
  /// Before, after, why, and who at the console; salted, hashed, and erased with the person.
  public let contenu: Faits
}

/// An entry as the journal holds it.
public struct EntreeDeJournal: Hashable, Sendable {
  public let numero: Int64
  public let horodatage: Horodatage
  public let auteur: Identifiant<Utilisateur>?
  public let acte: String
  public let objet: String
  public let sujet: Identifiant<Etudiant>?
  /// The content as JSON; `nil` once erased.
  public let contenu: String?
  /// The hash of the entry, 32 bytes, in hexadecimal.
  public let empreinte: String

  public init(
    numero: Int64,
    horodatage: Horodatage,
    auteur: Identifiant<Utilisateur>?,
    acte: String,
    objet: String,
    sujet: Identifiant<Etudiant>?,
    contenu: String?,
    empreinte: String,
  ) {
    self.numero = numero
    self.horodatage = horodatage
    self.auteur = auteur
    self.acte = acte
    self.objet = objet
    self.sujet = sujet
    self.contenu = contenu
    self.empreinte = empreinte
  }
}
