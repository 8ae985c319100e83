internal import Actes
internal import Hashing
internal import SQL

/// One transaction on one establishment.
///
/// It lives as long as the closure that it is lent to, in the thread of its connection.
final class TransactionSQL: Transaction {
  let connexion: any SQLConnection
  private(set) var etablissementID: Int64
  /// The head of the chain and the next free number; `nil` while only reading.
  private var tete: Tete?
  private var entrees = 0

  /// The last entry written before this transaction; any, where it only reads.
  var derniereAvant: Int64 { tete.map { $0.dernier - Int64(entrees) } ?? .max }

  /// Where the chain of an establishment stands.
  struct Tete {
    var dernier: Int64
    var empreinte: [UInt8]
    var prochain: Int64
  }

  /// The last entry that a transaction wrote.
  struct Sceau: Sendable {
    let etablissement: Int64
    let numero: Int64
    let empreinte: [UInt8]
  }

  init(_ connexion: any SQLConnection, _ etablissement: Identifiant<Etablissement>?) {
    self.connexion = connexion
    etablissementID = etablissement?.valeur ?? 0
  }

  /// The establishment as a bound value.
  var ici: SQLValue { .integer(etablissementID) }

  // MARK: The head of the chain

  /// Keeps other writers of the establishment out until the end.
  func verrouiller() throws {
    let requete: SQLText = """
      SELECT dernier, empreinte, prochain FROM chaine WHERE etablissement = ?1
      """
    let verrou: SQLText = connexion.engine == .postgresql ? " FOR UPDATE" : ""
    tete = try connexion.first(requete + verrou, [ici]) {
      Tete(dernier: $0.integer(0), empreinte: $0.blob(1), prochain: $0.integer(2))
    }
    guard tete != nil else { throw ErreurDeRegistre.etablissementInconnu }
  }

  /// Makes an establishment, with a journal that has no entry yet.
  func fonder(_ fondation: Fondation) throws {
    let dernier =
      try connexion.first("SELECT coalesce(max(etablissement), 0) FROM etablissement") {
        $0.integer(0)
      } ?? 0
    etablissementID = dernier + 1
    let debut = Tete(
      dernier: 0,
      empreinte: [UInt8](repeating: 0, count: SHA256.size),
      prochain: 1,
    )
    try connexion.execute(
      "INSERT INTO etablissement (etablissement, code, nom, ville) VALUES (?1, ?2, ?3, ?4)",
      [ici, .text(fondation.code), .text(fondation.nom), .text(fondation.ville)],
    )
    try connexion.execute(
      "INSERT INTO chaine (etablissement, dernier, empreinte, prochain) VALUES (?1, 0, ?2, 1)",
      [ici, .blob(debut.empreinte)],
    )
    tete = debut
  }

  /// Writes the head of the chain back; to be called last.
  /// - Returns: the last entry, `nil` when nothing was written.
  func sceller() throws -> Sceau? {
    guard let tete else { return nil }
    try connexion.execute(
      "UPDATE chaine SET dernier = ?2, empreinte = ?3, prochain = ?4 WHERE etablissement = ?1",
      [ici, .integer(tete.dernier), .blob(tete.empreinte), .integer(tete.prochain)],
    )
    guard entrees > 0 else { return nil }
    let sceau = Sceau(
      etablissement: etablissementID,
      numero: tete.dernier,
      empreinte: tete.empreinte,
    )
    try Annonces.annoncer(sceau, connexion)
    return sceau
  }

  func reserver(_ nombre: Int) throws -> Int64 {
    guard var tete else { throw ErreurDeRegistre.lectureSeule }
    defer { self.tete = tete }
    let premier = tete.prochain
    tete.prochain += Int64(nombre)
    return premier
  }

  // MARK: The journal

  func ajouter(_ entree: EntreeAEcrire) throws -> Int64 {
    guard var tete else { throw ErreurDeRegistre.lectureSeule }
    let maillon = Maillon(
      etablissement: etablissementID,
      numero: tete.dernier + 1,
      horodatage: entree.horodatage.millisecondes,
      auteur: entree.auteur?.valeur,
      acte: entree.acte,
      objet: entree.objet.nom,
      sujet: entree.sujet?.valeur,
      sel: Random.bytes(Maillon.tailleDuSel),
      contenu: entree.contenu.texteJSON,
      precedente: tete.empreinte,
    )
    try inserer(maillon)
    tete.dernier = maillon.numero
    tete.empreinte = maillon.empreinte
    self.tete = tete
    entrees += 1
    return maillon.numero
  }

  private func inserer(_ maillon: Maillon) throws {
    try connexion.execute(
      """
      INSERT INTO journal (etablissement, numero, horodatage, auteur, acte, objet, sujet,
        engagement, precedente, empreinte)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """,
      [
        ici, .integer(maillon.numero), .integer(maillon.horodatage), SQLValue(maillon.auteur),
        .text(maillon.acte), .text(maillon.objet), SQLValue(maillon.sujet),
        .blob(maillon.engagement), .blob(maillon.precedente), .blob(maillon.empreinte),
      ],
    )
    try connexion.execute(
      """
      INSERT INTO journal_contenu (etablissement, numero, sel, contenu) VALUES (?1, ?2, ?3, ?4)
      """,
      [ici, .integer(maillon.numero), .blob(maillon.sel), .text(maillon.contenu)],
    )
  }

  /// Whether an entry stands in the journal.
  static func contient(_ sceau: Sceau, _ connexion: any SQLConnection) throws -> Bool {
    let empreinte = try connexion.first(
      "SELECT empreinte FROM journal WHERE etablissement = ?1 AND numero = ?2",
      [.integer(sceau.etablissement), .integer(sceau.numero)],
    ) { $0.blob(0) }
    return empreinte == sceau.empreinte
  }
}
