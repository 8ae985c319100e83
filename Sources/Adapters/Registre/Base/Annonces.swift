internal import Actes
internal import Glibc
internal import PostgreSQL
internal import SQL
internal import SQLite
internal import Threads

/// Tells who listens that an establishment has new entries, within the process and between them.
///
/// PostgreSQL carries it by NOTIFY, at the commit; with SQLite other processes are found by the
/// version of the file that `data_version` gives. The thread that watches starts with the first who
/// listens; whenever it (re)connects it tells the last entry of each establishment, so that nothing
/// is missed while it was away.
final class Annonces: Sendable {
  private let adresse: AdresseDeBase
  private let etat = Monitor(Etat())

  private struct Etat {
    var ecoutes: [Int: @Sendable (Changement) -> Void] = [:]
    var suivante = 0
    /// The last entry told, by establishment.
    var dernieres: [Int64: Int64] = [:]
    var fil: pthread_t?
    var fermee = false
  }

  init(_ adresse: AdresseDeBase) {
    self.adresse = adresse
  }

  /// Ends the thread; nobody is told anything afterwards.
  func fermer() {
    let fil = etat.change { etat in
      etat.fermee = true
      etat.ecoutes = [:]
      defer { etat.fil = nil }
      return etat.fil
    }
    if let fil { pthread_join(fil, nil) }
  }

  /// Adds a listener.
  /// - Returns: its number.
  func ajouter(_ ecoute: @escaping @Sendable (Changement) -> Void) -> Int {
    etat.change { etat in
      etat.suivante += 1
      etat.ecoutes[etat.suivante] = ecoute
      if etat.fil == nil, !etat.fermee {
        etat.fil = startThread(named: "annonces") { [self] in surveiller() }
      }
      return etat.suivante
    }
  }

  func retirer(_ numero: Int) { etat.change { $0.ecoutes[numero] = nil } }

  /// Tells those of this process.
  func annoncer(_ sceau: TransactionSQL.Sceau) { annoncer(sceau.etablissement, sceau.numero) }

  private func annoncer(_ numero: Int64, _ entree: Int64) {
    guard entree > 0, let etablissement = Identifiant<Etablissement>(numero) else { return }
    let ecoutes = etat.change { etat -> [@Sendable (Changement) -> Void] in
      guard entree > etat.dernieres[numero, default: 0] else { return [] }
      etat.dernieres[numero] = entree
      return Array(etat.ecoutes.values)
    }
    let changement = Changement(etablissement: etablissement, entree: entree)
    for ecoute in ecoutes { ecoute(changement) }
  }

  /// Tells those of other processes, when the transaction commits.
  static func annoncer(_ sceau: TransactionSQL.Sceau, _ connexion: any SQLConnection) throws {
    guard connexion.engine == .postgresql else { return }
    try connexion.query(
      "SELECT pg_notify('delibere', ?1)",
      [.text("\(sceau.etablissement):\(sceau.numero)")],
    ) { _ in }
  }
}

// MARK: - The thread that watches

extension Annonces {
  private static let attente: Int32 = 200

  private var estFermee: Bool { etat.change { $0.fermee } }

  /// Watches until the end; what fails is tried again a moment later.
  private func surveiller() {
    while !estFermee {
      do {
        switch adresse {
        case .sqlite(let chemin): try surveiller(fichier: chemin)
        case .postgresql(let adresse): try surveiller(serveur: adresse)
        }
      } catch {
        attendre()
      }
    }
  }

  private func attendre() { poll(nil, 0, Self.attente) }

  private func surveiller(serveur adresse: String) throws {
    let connexion = try PostgreSQLConnection(adresse)
    try connexion.listen("delibere")
    try annoncerLesDernieres(connexion)
    while !estFermee {
      for message in try connexion.waitForNotifications(milliseconds: Self.attente) {
        let parties = message.payload.split(separator: ":").compactMap { Int64($0) }
        if parties.count == 2 { annoncer(parties[0], parties[1]) }
      }
    }
  }

  private func surveiller(fichier chemin: String) throws {
    let connexion = try SQLiteConnection(path: chemin, mode: .readOnly)
    var version: Int64?
    while !estFermee {
      let presente = try connexion.dataVersion
      if presente != version { try annoncerLesDernieres(connexion) }
      version = presente
      attendre()
    }
  }

  private func annoncerLesDernieres(_ connexion: any SQLConnection) throws {
    let dernieres = try connexion.rows("SELECT etablissement, dernier FROM chaine") {
      ($0.integer(0), $0.integer(1))
    }
    for (etablissement, entree) in dernieres { annoncer(etablissement, entree) }
  }
}
