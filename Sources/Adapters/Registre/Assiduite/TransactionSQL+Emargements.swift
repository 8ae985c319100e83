internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  func emargement(_ seance: Identifiant<Seance>) throws -> Emargement? {
    try connexion.first(
      """
      SELECT seance, cle, pas, ouvert, ferme FROM emargement
      WHERE etablissement = ?1 AND seance = ?2
      """,
      [ici, SQLValue(seance)],
      Emargement.init,
    )
  }

  func emargementsOuverts(_ promotion: Identifiant<Promotion>) throws -> [Emargement] {
    try connexion.rows(
      """
      SELECT e.seance, e.cle, e.pas, e.ouvert, e.ferme FROM seance s
      JOIN emargement e ON e.etablissement = s.etablissement AND e.seance = s.seance
      WHERE s.etablissement = ?1 AND s.promotion = ?2 AND e.ferme IS NULL
      ORDER BY s.debut, s.seance
      """,
      [ici, SQLValue(promotion)],
      Emargement.init,
    )
  }

  func ecrire(_ emargement: Emargement, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO emargement (etablissement, seance, cle, pas, ouvert, ferme, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (etablissement, seance) DO UPDATE SET cle = excluded.cle, pas = excluded.pas,
        ouvert = excluded.ouvert, ferme = excluded.ferme, entree = excluded.entree
      """,
      [
        ici, SQLValue(emargement.seance), .text(emargement.cle), SQLValue(emargement.pas),
        SQLValue(emargement.ouvert), SQLValue(emargement.ferme), .integer(ecriture.numero),
      ],
    )
  }

  func signatures(_ seance: Identifiant<Seance>) throws -> [SignatureDePresence] {
    try connexion.rows(
      """
      SELECT seance, etudiant, moment, appareil, adresse FROM signature_de_presence
      WHERE etablissement = ?1 AND seance = ?2 ORDER BY entree, etudiant
      """,
      [ici, SQLValue(seance)],
      SignatureDePresence.init,
    )
  }

  func signature(_ seance: Identifiant<Seance>, _ etudiant: Identifiant<Etudiant>) throws
    -> SignatureDePresence?
  {
    try connexion.rows(
      """
      SELECT seance, etudiant, moment, appareil, adresse FROM signature_de_presence
      WHERE etablissement = ?1 AND seance = ?2 AND etudiant = ?3
      """,
      [ici, SQLValue(seance), SQLValue(etudiant)],
      SignatureDePresence.init,
    ).first
  }

  func ajouter(_ signature: SignatureDePresence, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO signature_de_presence (etablissement, seance, etudiant, moment, appareil,
        adresse, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """,
      [
        ici, SQLValue(signature.seance), SQLValue(signature.etudiant),
        SQLValue(signature.moment), .text(signature.appareil.texte),
        .text(signature.adresse.texte), .integer(ecriture.numero),
      ],
    )
  }
}

extension Emargement {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      seance: try ligne.identifiant(0),
      cle: ligne.text(1),
      pas: Int(ligne.integer(2)),
      ouvert: try ligne.instant(3),
      ferme: try ligne.instant(facultatif: 4),
    )
  }
}

extension SignatureDePresence {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      seance: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      moment: try ligne.instant(2),
      appareil: try ligne.lu(Empreinte(ligne.text(3))),
      adresse: try ligne.lu(Empreinte(ligne.text(4))),
    )
  }
}
