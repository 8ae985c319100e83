public import Scolarite

/// Where facts live, as acts need it: transactions on one establishment.
public protocol Registre: Sendable {
  /// Lends one consistent picture; nothing can be written.
  func lire<Resultat: Sendable>(
    _ etablissement: Identifiant<Etablissement>,
    _ corps: @escaping @Sendable (any Transaction) throws -> Resultat,
  ) async throws -> Resultat

  /// Lends a transaction, in which no other writer of the establishment comes between: durable when
  /// this returns, undone when the closure throws.
  func ecrire<Resultat: Sendable>(
    _ etablissement: Identifiant<Etablissement>,
    _ corps: @escaping @Sendable (any Transaction) throws -> Resultat,
  ) async throws -> Resultat

  /// Makes an establishment and lends its first transaction.
  func fonder<Resultat: Sendable>(
    _ fondation: Fondation,
    _ corps: @escaping @Sendable (any Transaction) throws -> Resultat,
  ) async throws -> Resultat

  /// What a browser holds and the last entry of the journal, in one reading; `nil` when it holds
  /// nothing.
  func connexion(
    _ empreinte: Empreinte,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> (connexion: Connexion, repere: Repere)?

  /// The establishments of the base.
  func etablissements() async throws -> [Etablissement]
}

/// An establishment has new entries in its journal.
public struct Changement: Hashable, Sendable {
  public let etablissement: Identifiant<Etablissement>
  /// The number of the last entry.
  public let entree: Int64

  public init(etablissement: Identifiant<Etablissement>, entree: Int64) {
    self.etablissement = etablissement
    self.entree = entree
  }
}

/// What names a new establishment.
public struct Fondation: Hashable, Sendable {
  public let code: String
  public let nom: String
  public let ville: String

  /// An establishment whose code and name are not empty.
  public init?(code: String, nom: String, ville: String) {
    guard (1...60).contains(code.count), !nom.isEmpty else { return nil }
    self.code = code
    self.nom = nom
    self.ville = ville
  }
}

/// What can be read and written inside a transaction, by concept.
///
/// What writes takes an `Ecriture`, which only the journal gives, and the journal takes a `Permis`,
/// which only a check of rights gives.
public protocol Transaction: RegistreDuJournal, RegistreDesAcces, RegistreDesConnexions,
  RegistreDeLaStructure,
  RegistreDesEtudiants, RegistreDesNotes, RegistreDeLAssiduite,
  RegistreDesEmargements, RegistreDesAnnonces, RegistreDesBonifications,
  RegistreDesEngagements, RegistreDesAmenagements,
  RegistreDeLaDiscipline, RegistreDesCampagnes, RegistreDuJury, RegistreDesPreparations,
  RegistreDesFichiers,
  RegistreDesRedoublements, RegistreDesAnneesSuivantes, RegistreDuBTS,
  RegistreDesPersonnes, RegistreDeLaBase, RegistreDesNouvelles, RegistreDesCalendriers,
  RegistreDuCourrier, RegistreDesDocuments,
  RegistreDeLaSessionDeux,
  RegistreDuCalendrierDeSession2, RegistreDesCopies, RegistreDesContestations, RegistreDuSoutien
{
  /// Keeps `nombre` consecutive numbers for things to come.
  /// - Returns: the first.
  func reserver(_ nombre: Int) throws -> Int64
}

extension Transaction {
  /// A number for one thing to come.
  public func nouvelIdentifiant<De>(_ type: De.Type = De.self) throws -> Identifiant<De> {
    guard let identifiant = Identifiant<De>(try reserver(1)) else {
      preconditionFailure("numbers start at 1")
    }
    return identifiant
  }
}

/// The journal of the establishment.
public protocol RegistreDuJournal {
  /// Appends an entry, chained to the one before.
  /// - Returns: its number, one more than the last.
  func ajouter(_ entree: EntreeAEcrire) throws -> Int64

  /// The last entry.
  func repere() throws -> Repere

  /// The last entry that is not of some acts; entry 0 where there is none.
  func repere(sauf actes: Set<String>) throws -> Repere

  /// The entries that concern a student, the oldest first.
  func journal(sujet: Identifiant<Etudiant>) throws -> [EntreeDeJournal]

  /// The last entries before a number, the newest first, as many as the limit at most.
  func journal(avant: Int64?, limite: Int) throws -> [EntreeDeJournal]

  /// Those of the last entries before a number that a filter keeps, the newest first.
  func journal(_ filtre: FiltreDuJournal, avant: Int64?, limite: Int) throws -> [EntreeNommee]

  /// The last entry that bears on a thing, among those written before this transaction.
  func derniereEntree(_ objet: Objet) throws -> EntreeDeJournal?

  /// The entry under which a row was last written.
  func derniereEntree(sur ligne: LigneSignee) throws -> EntreeDeJournal?
}

/// A row whose last entry the journal does not give by its object alone.
public enum LigneSignee: Hashable, Sendable {
  case etudiant(Identifiant<Etudiant>)
  case presence(Identifiant<Seance>, Identifiant<Etudiant>)
  case avis(Identifiant<Promotion>, Identifiant<Etudiant>, NumeroSemestre)
  case inscriptionEnSession2(Identifiant<Promotion>, Identifiant<Etudiant>)
  case noteDeSession2(Identifiant<Promotion>, Identifiant<Etudiant>, NoteDeSession2.Epreuve)
}

/// Why the base could not: nothing was written unless it says so.
public enum ErreurDeRegistre: Error, Hashable, Sendable {
  /// The server does not answer, or the file cannot be opened.
  case injoignable
  case motDePasseRefuse
  /// The connection broke while the writing was being confirmed, and it is not known whether it was.
  case issueInconnue
  case interrompue
  /// Others write: it was tried for as long as is sensible.
  case occupee
  case disquePlein
  case lectureSeule
  case endommagee
  case disqueEnPanne
  /// The base was made by a later version of the program.
  case plusRecente(base: Int, programme: Int)
  /// The base holds a step of the schema that is not the program's.
  case schemaEtranger(Int)
  /// The base refuses what the program asks: an error of ours, with what the engine says of it.
  case incoherente(String)
  case etablissementInconnu
  /// The bytes of a file no longer have the digest under which it is kept.
  case fichierEndommage(String)
  /// A sealed decision no longer has the digest of its seal: the jury and the student.
  case scelleEndommage(jury: Int64, etudiant: Int64)
}

/// Reads and writes documents that the register keeps as text.
public protocol Formats: Sendable {
  /// A curriculum from its JSON text, refused when no result can be computed from it.
  func maquette(_ texte: String) throws -> Maquette

  /// A curriculum with what the checks and the national référentiel say of it.
  func controler(_ texte: String) throws -> (maquette: Maquette, rapport: RapportDeConformite)

  /// What a curriculum that was accepted asks.
  func programme(_ texte: String) throws -> Programme

  /// The titles of its modules, by canonical code.
  func titres(_ texte: String) throws -> [String: String]

  /// What each UE of a curriculum teaches to do.
  func competences(_ texte: String) throws -> [CodeUE: String]

  /// The règlement of a promotion from the text of an adopted profile.
  func reglages(_ texte: String, le jour: Jour) throws -> Reglages

  /// The names of the profiles that ship.
  var profilsFournis: [String] { get }

  /// A profile that ships, with those that it inherits from, as one text to adopt.
  /// - Throws: a `ProfilRefuse`.
  func recueil(profil nom: String) throws -> ProfilAAdopter

  /// A profile given as JSON, with those that ship and that it inherits from.
  /// - Throws: a `ProfilRefuse`.
  func recueil(json texte: String) throws -> ProfilAAdopter

  /// A dossier as JSON, in the format that `delibere dossier` reads: one text for one dossier.
  /// - Parameters:
  ///   - dossier: what results depend on.
  ///   - profil: the name of its règlement.
  /// - Returns: the text, on one line.
  /// - Throws: when the format cannot say it exactly.
  func texte(_ dossier: Dossier, profil: String) throws -> String

  /// What a jury decides on in a dossier that `texte` wrote, as JSON too: not the request to repeat;
  /// for a semester jury, neither the other semester of the last year nor what comes at its end.
  func faits(_ dossier: String, de nature: SessionDeJury.Nature) throws -> String

  /// What the rules propose for a dossier, as JSON.
  func proposition(_ dossier: Dossier, _ reglement: Reglement, profil: String) throws -> String

  /// The codes of the UE of the last year in what `proposition` wrote.
  func codes(proposition texte: String) throws -> [CodeUE: String]

  /// The dossiers that `texte` wrote, each under the règlement of each of its years.
  /// - Parameters:
  ///   - textes: the dossiers.
  ///   - recueil: the text of the profile of their last year.
  ///   - anterieurs: those of earlier years, where they are another.
  /// - Returns: the dossiers, each with the règlement of its years, in the same order.
  /// - Throws: when a text is not one that `texte` wrote.
  func dossiers(
    _ textes: [String],
    sous recueil: String,
    anterieurs: [AnneeUniversitaire: String],
  ) throws -> [(dossier: Dossier, reglement: Reglement)]

  /// A calendar as RFC 5545 has it, for telephones and mail programs.
  func ics(_ agenda: Agenda) throws -> [UInt8]

  /// The specialities of the BTS that ship, as examples.
  var specialitesBTS: [SpecialiteBTS] { get }

  /// The one speciality of the BTS that a text describes.
  /// - Throws: what is wrong with it, in French.
  func specialiteBTS(_ texte: String) throws -> SpecialiteBTS

  /// A speciality of the BTS such as `specialiteBTS` reads it.
  func texte(_ specialite: SpecialiteBTS) -> String

  /// What differs between two dossiers that `texte` wrote, one line a fact, in French.
  func differences(_ avant: String, _ apres: String) throws -> [String]
}
