internal import Actes
internal import SQL

extension TransactionSQL {
  func preparations(_ jury: Identifiant<SessionDeJury>) throws -> [PropositionDeCommission] {
    let lignes = try connexion.rows(
      """
      SELECT p.etudiant, p.avis, p.version, l.sur, l.code, l.motif FROM preparation p
      LEFT JOIN ligne_de_preparation l
        ON l.etablissement = p.etablissement AND l.jury = p.jury AND l.etudiant = p.etudiant
      WHERE p.etablissement = ?1 AND p.jury = ?2 ORDER BY p.etudiant, l.rang
      """,
      [ici, SQLValue(jury)],
    ) { ligne in
      PropositionDeCommission(
        jury: jury,
        etudiant: try ligne.identifiant(0),
        decisions: ligne.isNull(3) ? [] : [try DecisionPrise(ligne, aPartirDe: 3)],
        avis: ligne.text(1),
        version: ligne.integer(2),
      )
    }
    return lignes.reduce(into: []) { propositions, ligne in
      guard let derniere = propositions.last, derniere.etudiant == ligne.etudiant else {
        propositions.append(ligne)
        return
      }
      propositions[propositions.count - 1] = PropositionDeCommission(
        jury: jury,
        etudiant: derniere.etudiant,
        decisions: derniere.decisions + ligne.decisions,
        avis: derniere.avis,
        version: derniere.version,
      )
    }
  }

  func ecrire(_ proposition: PropositionDeCommission, _ ecriture: Ecriture) throws -> Bool {
    let cle: [SQLValue] = [ici, SQLValue(proposition.jury), SQLValue(proposition.etudiant)]
    let valeurs =
      cle + [
        .text(proposition.avis), .integer(proposition.version), .integer(ecriture.numero),
      ]
    let changees =
      proposition.version == 1
      ? try connexion.execute(
        """
        INSERT INTO preparation (etablissement, jury, etudiant, avis, version, entree)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (etablissement, jury, etudiant) DO NOTHING
        """,
        valeurs,
      )
      : try connexion.execute(
        """
        UPDATE preparation SET avis = ?4, version = ?5, entree = ?6
        WHERE etablissement = ?1 AND jury = ?2 AND etudiant = ?3 AND version = ?5 - 1
        """,
        valeurs,
      )
    guard changees == 1 else { return false }
    try connexion.execute(
      "DELETE FROM ligne_de_preparation WHERE etablissement = ?1 AND jury = ?2 AND etudiant = ?3",
      cle,
    )
    for (rang, decision) in proposition.decisions.enumerated() {
      try connexion.execute(
        """
        INSERT INTO ligne_de_preparation (etablissement, jury, etudiant, rang, sur, code, motif)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """,
        cle + [SQLValue(rang)] + decision.colonnes,
      )
    }
    return true
  }

  // MARK: Situations

  private static let situation: SQLText = """
    SELECT situation, promotion, etudiant, texte, levee FROM situation WHERE etablissement = ?1
    """

  func situations(_ promotion: Identifiant<Promotion>) throws -> [SituationSignalee] {
    try connexion.rows(
      Self.situation + " AND promotion = ?2 ORDER BY situation",
      [ici, SQLValue(promotion)],
      SituationSignalee.init,
    )
  }

  func situation(_ id: Identifiant<SituationSignalee>) throws -> SituationSignalee? {
    try connexion.first(
      Self.situation + " AND situation = ?2",
      [ici, SQLValue(id)],
      SituationSignalee.init,
    )
  }

  func ajouter(_ situation: SituationSignalee, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO situation (etablissement, situation, promotion, etudiant, texte, levee, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6)
      """,
      [
        ici, SQLValue(situation.id), SQLValue(situation.promotion), SQLValue(situation.etudiant),
        .text(situation.texte), .integer(ecriture.numero),
      ],
    )
  }

  func lever(_ situation: Identifiant<SituationSignalee>, _ ecriture: Ecriture) throws {
    try connexion.execute(
      "UPDATE situation SET levee = 1, entree = ?3 WHERE etablissement = ?1 AND situation = ?2",
      [ici, SQLValue(situation), .integer(ecriture.numero)],
    )
  }
}

extension SituationSignalee {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      promotion: try ligne.identifiant(1),
      etudiant: try ligne.identifiant(2),
      texte: ligne.text(3),
      levee: ligne.verdict(4),
    )
  }
}
