internal import Actes
internal import SQL
internal import Scolarite

/// Recomputes what juries sealed, and compares each seal with the entry of the journal that set it.
struct VerificationDesScelles {
  private let connexion: any SQLConnection
  private let transaction: TransactionSQL

  init(_ connexion: any SQLConnection, _ etablissement: Int64) {
    self.connexion = connexion
    transaction = TransactionSQL(connexion, Identifiant(etablissement))
  }

  /// Adds what it finds to the report of the establishment.
  func executer(_ chaine: inout BilanDuJournal.Chaine) throws {
    try connexion.parcourir("clotures", Self.clotures, [transaction.ici]) { ligne in
      let jury: Identifiant<SessionDeJury> = try ligne.identifiant(0)
      try comparer(ligne, "cloture", &chaine, .scelleAltere(jury: jury.valeur, etudiant: nil)) {
        try transaction.cloture(jury) != nil
      }
    }
    try connexion.parcourir("scelles", Self.scelles, [transaction.ici]) { ligne in
      let jury: Identifiant<SessionDeJury> = try ligne.identifiant(0)
      let etudiant: Identifiant<Etudiant> = try ligne.identifiant(4)
      let nature = Anomalie.Nature.scelleAltere(jury: jury.valeur, etudiant: etudiant.valeur)
      chaine.scelles += 1
      try comparer(ligne, "scelle", &chaine, nature) {
        try transaction.scelle(jury, etudiant) != nil
      }
    }
    try connexion.parcourir("disparus", Self.disparus, [transaction.ici]) { ligne in
      chaine.signaler(.scelleDisparu, ligne.integer(0))
    }
  }

  private static let clotures: SQLText = """
    SELECT j.jury, c.empreinte, coalesce(c.entree, j.entree), k.contenu FROM jury j
    LEFT JOIN cloture c ON c.etablissement = j.etablissement AND c.jury = j.jury
    LEFT JOIN journal_contenu k ON k.etablissement = c.etablissement AND k.numero = c.entree
    WHERE j.etablissement = ?1 AND j.clos = 1 ORDER BY j.jury
    """

  private static let scelles: SQLText = """
    SELECT s.jury, s.empreinte, s.entree, k.contenu, s.etudiant FROM scelle s
    LEFT JOIN journal_contenu k ON k.etablissement = s.etablissement AND k.numero = s.entree
    WHERE s.etablissement = ?1 ORDER BY s.jury, s.etudiant
    """

  /// The entries that seal, and whose seal is nowhere.
  private static let disparus: SQLText = """
    SELECT numero FROM journal WHERE etablissement = ?1 AND acte = 'clore-un-jury'
    EXCEPT SELECT entree FROM scelle WHERE etablissement = ?1
    EXCEPT SELECT entree FROM cloture WHERE etablissement = ?1
    ORDER BY 1
    """

  /// A seal is there, has the digest of what it seals, and the one that the journal kept.
  private func comparer(
    _ ligne: any SQLRow,
    _ champ: String,
    _ chaine: inout BilanDuJournal.Chaine,
    _ nature: Anomalie.Nature,
    _ relire: () throws -> Bool,
  ) throws {
    let ecrite = ligne.optionalText(3).map { ContenuDEntree($0)?.apres?[champ]?.texte }
    var tient = ecrite.map { $0 == ligne.text(1) } ?? true
    do {
      let present = try relire()
      tient = tient && present
    } catch ErreurDeRegistre.scelleEndommage {
      tient = false
    }
    if !tient { chaine.signaler(nature, ligne.integer(2)) }
  }
}
