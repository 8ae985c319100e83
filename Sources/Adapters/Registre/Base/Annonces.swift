internal import Actes
internal import PostgreSQL
internal import SQL
internal import Synchronization

/// Tells who listens that an establishment has new entries, within the process and between them.
///
/// PostgreSQL carries it by NOTIFY, at the commit; with SQLite other processes are found by the
/// version of the file that `data_version` gives.
final class Annonces: Sendable {
  private let ecoutes = Mutex<[Int: @Sendable (Changement) -> Void]>([:])
  private let suivante = Mutex<Int>(0)

  init(_ adresse: AdresseDeBase) {}

  func fermer() {}

  /// Tells those of this process.
  func annoncer(_ sceau: TransactionSQL.Sceau) {
    guard let etablissement = Identifiant<Etablissement>(sceau.etablissement) else { return }
    let changement = Changement(etablissement: etablissement, entree: sceau.numero)
    for ecoute in ecoutes.withLock({ Array($0.values) }) { ecoute(changement) }
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
