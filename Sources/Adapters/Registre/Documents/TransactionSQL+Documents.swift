internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let document: SQLText = """
    SELECT d.document, d.nature, d.etudiant, d.promotion, d.objet, d.code, d.empreinte_du_code,
      d.empreinte, d.jour
    FROM document d WHERE d.etablissement = ?1
    """

  func documents(_ nature: NatureDeDocument, _ promotion: Identifiant<Promotion>?) throws
    -> [DocumentEmis]
  {
    let lieu: SQLText = promotion == nil ? " AND d.promotion IS NULL" : " AND d.promotion = ?3"
    let toutes = try connexion.rows(
      Self.document + " AND d.nature = ?2" + lieu + " ORDER BY d.document",
      [ici, .text(nature.rawValue)] + (promotion.map { [SQLValue($0)] } ?? []),
      DocumentEmis.init,
    )
    var dernieres: [Cle: DocumentEmis] = [:]
    for document in toutes {
      dernieres[Cle(etudiant: document.etudiant, objet: document.objet)] = document
    }
    return dernieres.values.sorted { $0.id < $1.id }
  }

  func documents(etudiant: Identifiant<Etudiant>) throws -> [DocumentEmis] {
    try connexion.rows(
      Self.document + " AND d.etudiant = ?2 ORDER BY d.document DESC",
      [ici, SQLValue(etudiant)],
      DocumentEmis.init,
    )
  }

  func ajouter(_ document: DocumentEmis, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO document (etablissement, document, nature, etudiant, promotion, objet, code,
        empreinte_du_code, empreinte, jour, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      """,
      [
        ici, SQLValue(document.id), .text(document.nature.rawValue), SQLValue(document.etudiant),
        SQLValue(document.promotion), .text(document.objet), .text(document.code),
        .text(document.empreinteDuCode.texte), .text(document.empreinte),
        SQLValue(document.date), .integer(ecriture.numero),
      ],
    )
  }

  func confirmer(_ empreinteDuCode: Empreinte) throws -> DocumentConfirme? {
    let trouve = try connexion.first(
      Self.document + " AND d.empreinte_du_code = ?2",
      [ici, .text(empreinteDuCode.texte)],
      DocumentEmis.init,
    )
    return try trouve.map { document in
      DocumentConfirme(
        nature: document.nature,
        date: document.date,
        remplaceLe: try suivant(document),
      )
    }
  }

  /// The day of the document that took the place of one.
  private func suivant(_ document: DocumentEmis) throws -> Jour? {
    try connexion.first(
      """
      SELECT d.jour FROM document d
      JOIN document a ON a.etablissement = d.etablissement AND a.document = ?2
      WHERE d.etablissement = ?1 AND d.document > ?2 AND d.nature = a.nature
        AND d.objet = a.objet AND coalesce(d.promotion, 0) = coalesce(a.promotion, 0)
        AND coalesce(d.etudiant, 0) = coalesce(a.etudiant, 0)
      ORDER BY d.document LIMIT 1
      """,
      [ici, SQLValue(document.id)],
    ) { try $0.jour(0) }
  }

  func retenues(promotion: Identifiant<Promotion>) throws -> [Identifiant<Etudiant>: Jour] {
    // The earliest first: it is the one that is said.
    Dictionary(
      try connexion.rows(
        """
        SELECT s.etudiant, coalesce(v.jour, s.depuis) FROM suite s
        JOIN inscription i ON i.etablissement = s.etablissement AND i.etudiant = s.etudiant
        LEFT JOIN pv_de_fraude v ON v.etablissement = s.etablissement AND v.incident = s.incident
        WHERE s.etablissement = ?1 AND i.promotion = ?2
          AND (s.etat = 'section-saisie' OR (s.etat = 'signale' AND v.jour IS NOT NULL))
        ORDER BY coalesce(v.jour, s.depuis)
        """,
        [ici, SQLValue(promotion)],
      ) { (try $0.identifiant(0), try $0.jour(1)) },
      uniquingKeysWith: { premier, _ in premier },
    )
  }
}

/// What a later document takes the place of.
private struct Cle: Hashable {
  let etudiant: Identifiant<Etudiant>?
  let objet: String
}

extension DocumentEmis {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      nature: try ligne.lu(NatureDeDocument(rawValue: ligne.text(1))),
      etudiant: try ligne.identifiant(facultatif: 2),
      promotion: try ligne.identifiant(facultatif: 3),
      objet: ligne.text(4),
      code: ligne.text(5),
      empreinteDuCode: try ligne.lu(Empreinte(ligne.text(6))),
      empreinte: ligne.text(7),
      date: try ligne.jour(8),
    )
  }
}
