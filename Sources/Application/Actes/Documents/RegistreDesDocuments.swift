public import Scolarite

/// A document that was handed over: enough to confirm it, and to print it again unchanged.
public struct DocumentEmis: Hashable, Sendable {
  public let id: Identifiant<DocumentEmis>
  public let nature: NatureDeDocument
  public let etudiant: Identifiant<Etudiant>?
  /// `nil` for what concerns the whole establishment.
  public let promotion: Identifiant<Promotion>?
  /// What tells it from others of its kind: « jury/12 »; may be empty.
  public let objet: String
  /// As it is printed, in groups of four signs.
  public let code: String
  /// The digest of the code, however it is typed.
  public let empreinteDuCode: Empreinte
  /// The digest of what it says.
  public let empreinte: String
  public let date: Jour

  public init(
    id: Identifiant<DocumentEmis>,
    nature: NatureDeDocument,
    etudiant: Identifiant<Etudiant>?,
    promotion: Identifiant<Promotion>?,
    objet: String,
    code: String,
    empreinteDuCode: Empreinte,
    empreinte: String,
    date: Jour,
  ) {
    self.id = id
    self.nature = nature
    self.etudiant = etudiant
    self.promotion = promotion
    self.objet = objet
    self.code = code
    self.empreinteDuCode = empreinteDuCode
    self.empreinte = empreinte
    self.date = date
  }
}

/// What anybody who holds a code may know: the kind of the document, its day, and whether a later
/// one took its place; nothing of whom it is about.
public struct DocumentConfirme: Hashable, Sendable {
  public let nature: NatureDeDocument
  public let date: Jour
  /// The day of the document that took its place; `nil` while it is the last of its kind.
  public let remplaceLe: Jour?

  public init(nature: NatureDeDocument, date: Jour, remplaceLe: Jour?) {
    self.nature = nature
    self.date = date
    self.remplaceLe = remplaceLe
  }
}

/// A version of what was written for documents, with who wrote it and when.
public struct Versionne<Ecrit: Hashable & Sendable>: Hashable, Sendable {
  public let ecrit: Ecrit
  public let auteur: Identifiant<Utilisateur>?
  public let horodatage: Horodatage

  public init(_ ecrit: Ecrit, auteur: Identifiant<Utilisateur>?, horodatage: Horodatage) {
    self.ecrit = ecrit
    self.auteur = auteur
    self.horodatage = horodatage
  }
}

/// Templates, and the documents that were handed over.
public protocol RegistreDesDocuments {
  /// The last version of each template that somebody wrote, of departments and of the whole.
  func modeles() throws -> [ModeleDeDocument]
  /// The versions of one template, the last first.
  func versions(_ nature: NatureDeDocument, _ departement: Identifiant<Departement>?) throws
    -> [Versionne<ModeleDeDocument>]
  func ajouter(_ modele: ModeleDeDocument, _ ecriture: Ecriture) throws

  /// The last version of each letterhead, of departments and of the whole.
  func enTetes() throws -> [EnTeteDeDocument]
  func versions(enTete departement: Identifiant<Departement>?) throws
    -> [Versionne<EnTeteDeDocument>]
  func ajouter(_ enTete: EnTeteDeDocument, _ ecriture: Ecriture) throws

  /// A logo or a signature, by its digest.
  func image(_ empreinte: String) throws -> [UInt8]?
  /// Keeps an image; the same bytes are kept once.
  func ajouter(image octets: [UInt8], _ ecriture: Ecriture) throws

  /// The last document of each student and object, of a kind, in a promotion or outside of any.
  func documents(_ nature: NatureDeDocument, _ promotion: Identifiant<Promotion>?) throws
    -> [DocumentEmis]
  /// Those of a student, the last first.
  func documents(etudiant: Identifiant<Etudiant>) throws -> [DocumentEmis]
  func ajouter(_ document: DocumentEmis, _ ecriture: Ecriture) throws
  /// What a code confirms.
  func confirmer(_ empreinteDuCode: Empreinte) throws -> DocumentConfirme?

  /// Since when the transcripts and certificates of students of a promotion are withheld (R1.5.9).
  func retenues(promotion: Identifiant<Promotion>) throws -> [Identifiant<Etudiant>: Jour]
}
