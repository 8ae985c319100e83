internal import Actes
internal import Hashing
internal import SQL

/// Walks the journals of a base, entry by entry, and recomputes everything that chains them.
///
/// It reads inside one transaction, in constant memory but for what was erased and what is wrong.
struct VerificationDuJournal {
  private let connexion: any SQLConnection
  private let tetes: [TeteDeChaine]

  /// - Parameters:
  ///   - connexion: a connection with a transaction open.
  ///   - tetes: heads that were kept elsewhere.
  init(_ connexion: any SQLConnection, contre tetes: [TeteDeChaine] = []) {
    self.connexion = connexion
    self.tetes = tetes
  }

  /// Everything: the chains, then the marks and the seals against them.
  func executer() throws -> BilanDuJournal {
    let etablissements = try connexion.rows(
      "SELECT etablissement, code FROM etablissement ORDER BY etablissement"
    ) { (id: $0.integer(0), code: $0.text(1)) }
    var bilan = BilanDuJournal(chaines: [])
    for (id, code) in etablissements {
      var chaine = BilanDuJournal.Chaine(code)
      try suivre(id, &chaine)
      try VerificationDesNotes(connexion, id).executer(&chaine)
      try VerificationDesScelles(connexion, id).executer(&chaine)
      bilan.chaines.append(chaine)
    }
    let connus = Set(etablissements.map(\.code))
    bilan.absents = tetes.map(\.etablissement).filter { !connus.contains($0) }
    return bilan
  }

  // MARK: One chain

  /// Where the walk stands.
  private struct Pas {
    var numero: Int64 = 0
    var empreinte = [UInt8](repeating: 0, count: SHA256.size)
  }

  private func suivre(_ etablissement: Int64, _ chaine: inout BilanDuJournal.Chaine) throws {
    let effacements = try EffacementsDuJournal(etablissement, connexion)
    let donnees = tetes.filter { $0.etablissement == chaine.etablissement }
    var pas = Pas()
    try connexion.parcourir("journal", EntreeChainee.requete, [.integer(etablissement)]) { ligne in
      let entree = EntreeChainee(ligne)
      examiner(entree, apres: pas, effacements, &chaine)
      pas = Pas(numero: entree.numero, empreinte: entree.empreinte)
      for tete in donnees where tete.numero == entree.numero {
        comparer(tete, pas, &chaine)
      }
    }
    for tete in donnees where tete.numero > pas.numero {
      chaine.signaler(.coupee(attendue: tete.numero), pas.numero)
    }
    try comparerALaBase(etablissement, pas, &chaine)
  }

  private func examiner(
    _ entree: EntreeChainee,
    apres pas: Pas,
    _ effacements: EffacementsDuJournal,
    _ chaine: inout BilanDuJournal.Chaine,
  ) {
    chaine.entrees += 1
    if entree.numero > pas.numero + 1 {
      chaine.signaler(.manquantes(jusqua: entree.numero - 1), pas.numero + 1)
    } else if entree.precedente != pas.empreinte {
      chaine.signaler(.suiteRompue, entree.numero)
    }
    if !entree.tientSonEmpreinte { chaine.signaler(.entreeAlteree, entree.numero) }
    if !entree.tientSonContenu { chaine.signaler(.contenuAltere, entree.numero) }
    guard entree.contenu == nil else { return }
    chaine.effacees += 1
    if !effacements.excusent(entree) { chaine.signaler(.effaceeSansActe, entree.numero) }
  }

  private func comparer(_ tete: TeteDeChaine, _ pas: Pas, _ chaine: inout BilanDuJournal.Chaine) {
    guard tete.empreinte != Hexadecimal.text(pas.empreinte) else { return }
    chaine.signaler(.teteDifferente, tete.numero)
  }

  private func comparerALaBase(
    _ etablissement: Int64,
    _ pas: Pas,
    _ chaine: inout BilanDuJournal.Chaine,
  ) throws {
    let gardee = try connexion.first(
      "SELECT dernier, empreinte FROM chaine WHERE etablissement = ?1",
      [.integer(etablissement)],
    ) { Pas(numero: $0.integer(0), empreinte: $0.blob(1)) }
    guard let gardee else { return chaine.signaler(.enTrop, pas.numero) }
    if gardee.numero > pas.numero {
      chaine.signaler(.coupee(attendue: gardee.numero), pas.numero)
    } else if gardee.numero < pas.numero {
      chaine.signaler(.enTrop, pas.numero)
    } else if gardee.empreinte != pas.empreinte {
      chaine.signaler(.teteDifferente, pas.numero)
    }
  }
}
