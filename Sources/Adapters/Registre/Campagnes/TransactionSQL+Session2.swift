internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let inscription2: SQLText = """
    SELECT promotion, etudiant, campagne, ues, version, recu FROM session2
    WHERE etablissement = ?1 AND promotion = ?2
    """

  func inscriptionsEnSession2(_ promotion: Identifiant<Promotion>) throws
    -> [InscriptionEnSession2]
  {
    try connexion.rows(
      Self.inscription2 + " ORDER BY etudiant",
      [ici, SQLValue(promotion)],
      InscriptionEnSession2.init,
    )
  }

  func inscriptionEnSession2(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Identifiant<Promotion>,
  )
    throws -> InscriptionEnSession2?
  {
    try connexion.first(
      Self.inscription2 + " AND etudiant = ?3",
      [ici, SQLValue(promotion), SQLValue(etudiant)],
      InscriptionEnSession2.init,
    )
  }

  func ecrire(_ inscription: InscriptionEnSession2, _ ecriture: Ecriture) throws -> Bool {
    let valeurs: [SQLValue] = [
      ici, SQLValue(inscription.promotion), SQLValue(inscription.etudiant),
      .integer(inscription.version), SQLValue(inscription.campagne),
      .text(inscription.ues.map(\.texte).joined(separator: " ")), .integer(ecriture.numero),
      SQLValue(inscription.recu?.millisecondes),
    ]
    guard inscription.version > 1 else {
      return try connexion.execute(
        """
        INSERT INTO session2 (etablissement, promotion, etudiant, version, campagne, ues, entree,
          recu)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (etablissement, promotion, etudiant) DO NOTHING
        """,
        valeurs,
      ) == 1
    }
    return try connexion.execute(
      """
      UPDATE session2 SET version = ?4, campagne = ?5, ues = ?6, entree = ?7, recu = ?8
      WHERE etablissement = ?1 AND promotion = ?2 AND etudiant = ?3 AND version = ?4 - 1
      """,
      valeurs,
    ) == 1
  }

  // MARK: Marks

  private static let note2: SQLText = """
    SELECT promotion, etudiant, sorte, code, version, mot, valeur, bareme, motif
    FROM note_session2 WHERE etablissement = ?1 AND promotion = ?2
    """

  func notesDeSession2(_ promotion: Identifiant<Promotion>) throws -> [NoteDeSession2] {
    try connexion.rows(
      Self.note2 + " ORDER BY etudiant, sorte, code",
      [ici, SQLValue(promotion)],
      NoteDeSession2.init,
    )
  }

  func notesDeSession2(_ etudiant: Identifiant<Etudiant>, _ promotion: Identifiant<Promotion>)
    throws -> [NoteDeSession2]
  {
    try connexion.rows(
      Self.note2 + " AND etudiant = ?3 ORDER BY sorte, code",
      [ici, SQLValue(promotion), SQLValue(etudiant)],
      NoteDeSession2.init,
    )
  }

  func ecrire(_ note: NoteDeSession2, _ ecriture: Ecriture) throws -> Bool {
    let colonnes = NoteEnColonnes(note.entree)
    let valeurs: [SQLValue] = [
      ici, SQLValue(note.promotion), SQLValue(note.etudiant), .text(note.epreuve.sorte),
      .text(note.epreuve.code), .integer(note.version), .text(colonnes.mot),
      SQLValue(colonnes.valeur), SQLValue(colonnes.bareme), SQLValue(colonnes.motif),
      .integer(ecriture.numero),
    ]
    guard note.version > 1 else {
      return try connexion.execute(
        """
        INSERT INTO note_session2 (etablissement, promotion, etudiant, sorte, code, version, mot,
          valeur, bareme, motif, entree)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (etablissement, promotion, etudiant, sorte, code) DO NOTHING
        """,
        valeurs,
      ) == 1
    }
    return try connexion.execute(
      """
      UPDATE note_session2 SET version = ?6, mot = ?7, valeur = ?8, bareme = ?9, motif = ?10,
        entree = ?11
      WHERE etablissement = ?1 AND promotion = ?2 AND etudiant = ?3 AND sorte = ?4 AND code = ?5
        AND version = ?6 - 1
      """,
      valeurs,
    ) == 1
  }
}

extension NoteDeSession2.Epreuve {
  var sorte: String {
    switch self {
    case .ue: "ue"
    case .module: "module"
    }
  }
}

extension InscriptionEnSession2 {
  init(_ ligne: any SQLRow) throws {
    self.init(
      promotion: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      campagne: try ligne.identifiant(2),
      ues: try ligne.text(3).split(separator: " ").map { try ligne.lu(CodeUE($0)) },
      version: ligne.integer(4),
      recu: ligne.optionalInteger(5).map { Horodatage(millisecondes: $0) },
    )
  }
}

extension NoteDeSession2 {
  /// From the columns promotion, student, kind, code, version and those of the mark.
  init(_ ligne: any SQLRow) throws {
    let code = ligne.text(3)
    self.init(
      promotion: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      epreuve: ligne.text(2) == "ue" ? .ue(try ligne.lu(CodeUE(code))) : .module(code),
      entree: try Entree(ligne, aPartirDe: 5),
      version: ligne.integer(4),
    )
  }
}
