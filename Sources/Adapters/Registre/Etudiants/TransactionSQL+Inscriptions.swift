internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  /// Statuts come with their enrolment, one row each, so that a promotion is one query.
  private static let inscription: SQLText = """
    SELECT i.inscription, i.etudiant, i.promotion, i.semestres, i.debut, i.fin, i.cause, i.motif,
      i.version, s.depuis, s.statut
    FROM inscription i
    JOIN statut s ON s.etablissement = i.etablissement AND s.inscription = i.inscription
    WHERE i.etablissement = ?1
    """

  func inscriptions(_ promotion: Identifiant<Promotion>) throws -> [Inscription] {
    try inscriptions(
      Self.inscription + " AND i.promotion = ?2 ORDER BY i.etudiant, s.depuis",
      SQLValue(promotion),
    )
  }

  func inscriptions(etudiant: Identifiant<Etudiant>) throws -> [Inscription] {
    try inscriptions(
      Self.inscription + " AND i.etudiant = ?2 ORDER BY i.inscription, s.depuis",
      SQLValue(etudiant),
    )
  }

  func inscription(_ id: Identifiant<Inscription>) throws -> Inscription? {
    try inscriptions(
      Self.inscription + " AND i.inscription = ?2 ORDER BY s.depuis",
      SQLValue(id),
    ).first
  }

  func promotions(desEtudiantsDe promotion: Identifiant<Promotion>) throws
    -> Set<Identifiant<Promotion>>
  {
    Set(
      try connexion.rows(
        """
        SELECT DISTINCT autre.promotion FROM inscription i CROSS JOIN inscription autre
        WHERE i.etablissement = ?1 AND i.promotion = ?2
          AND autre.etablissement = ?1 AND autre.etudiant = i.etudiant
        """,
        [ici, SQLValue(promotion)],
      ) { try $0.identifiant(0) }
    )
  }

  func effectifs(le jour: Jour) throws -> [Identifiant<Promotion>: Int] {
    var effectifs: [Identifiant<Promotion>: Int] = [:]
    try connexion.query(
      """
      SELECT p.promotion, (
          SELECT count(*) FROM inscription i
          WHERE i.etablissement = ?1 AND i.promotion = p.promotion
            AND coalesce(i.fin, '9999') >= ?2
        )
      FROM promotion p WHERE p.etablissement = ?1
      """,
      [ici, SQLValue(jour)],
    ) { effectifs[try $0.identifiant(0)] = Int($0.integer(1)) }
    return effectifs
  }

  private func inscriptions(_ requete: SQLText, _ cle: SQLValue) throws -> [Inscription] {
    var inscriptions: [Inscription] = []
    try connexion.query(requete, [ici, cle]) { ligne in
      let statut = Inscription.StatutDate(
        depuis: try ligne.jour(9),
        statut: try ligne.lu(Statut(rawValue: ligne.text(10))),
      )
      if let derniere = inscriptions.last, derniere.id.valeur == ligne.integer(0) {
        inscriptions[inscriptions.count - 1] = derniere.avec(derniere.statuts + [statut])
      } else {
        inscriptions.append(try Inscription(ligne, [statut]))
      }
    }
    return inscriptions
  }

  func ajouter(_ inscriptions: [Inscription], _ ecriture: Ecriture) throws {
    try connexion.load(
      into: "inscription",
      columns: [
        "etablissement", "inscription", "etudiant", "promotion", "semestres", "debut", "fin",
        "cause", "motif", "version", "entree",
      ],
    ) { lignes in
      for inscription in inscriptions {
        lignes.integer(etablissementID)
        lignes.integer(inscription.id.valeur)
        lignes.integer(inscription.etudiant.valeur)
        lignes.integer(inscription.promotion.valeur)
        lignes.text(inscription.chiffres)
        lignes.text(inscription.debut.description)
        lignes.ajouter(inscription.fin?.jour.description)
        lignes.ajouter(inscription.fin?.cause.rawValue)
        lignes.ajouter(inscription.fin?.motif)
        lignes.integer(1)
        lignes.integer(ecriture.numero)
        try lignes.endRow()
      }
    }
    try ajouterLesStatuts(inscriptions, ecriture)
  }

  func remplacer(_ inscription: Inscription, _ ecriture: Ecriture) throws -> Bool {
    let changees = try connexion.execute(
      """
      UPDATE inscription SET semestres = ?3, fin = ?4, cause = ?5, motif = ?6,
        version = version + 1, entree = ?7
      WHERE etablissement = ?1 AND inscription = ?2 AND version = ?8
      """,
      [
        ici, SQLValue(inscription.id), .text(inscription.chiffres),
        SQLValue(inscription.fin?.jour), SQLValue(inscription.fin?.cause.rawValue),
        SQLValue(inscription.fin?.motif), .integer(ecriture.numero),
        .integer(inscription.version),
      ],
    )
    guard changees == 1 else { return false }
    try connexion.execute(
      "DELETE FROM statut WHERE etablissement = ?1 AND inscription = ?2",
      [ici, SQLValue(inscription.id)],
    )
    try ajouterLesStatuts([inscription], ecriture)
    return true
  }

  private func ajouterLesStatuts(_ inscriptions: [Inscription], _ ecriture: Ecriture) throws {
    try connexion.load(
      into: "statut",
      columns: ["etablissement", "inscription", "depuis", "statut", "entree"],
    ) { lignes in
      for inscription in inscriptions {
        for statut in inscription.statuts {
          lignes.integer(etablissementID)
          lignes.integer(inscription.id.valeur)
          lignes.text(statut.depuis.description)
          lignes.text(statut.statut.rawValue)
          lignes.integer(ecriture.numero)
          try lignes.endRow()
        }
      }
    }
  }

  // MARK: Groups

  func membres(_ promotion: Identifiant<Promotion>) throws
    -> [(groupe: Identifiant<Groupe>, etudiant: Identifiant<Etudiant>)]
  {
    try connexion.rows(
      """
      SELECT m.groupe, m.etudiant FROM groupe g CROSS JOIN membre m
      WHERE g.etablissement = ?1 AND g.promotion = ?2
        AND m.etablissement = ?1 AND m.groupe = g.groupe
      ORDER BY g.groupe, m.etudiant
      """,
      [ici, SQLValue(promotion)],
    ) { (try $0.identifiant(0), try $0.identifiant(1)) }
  }

  func groupes(etudiant: Identifiant<Etudiant>) throws -> [Identifiant<Groupe>] {
    try connexion.rows(
      "SELECT groupe FROM membre WHERE etablissement = ?1 AND etudiant = ?2 ORDER BY groupe",
      [ici, SQLValue(etudiant)],
    ) { try $0.identifiant(0) }
  }

  func entrer(
    _ etudiants: [Identifiant<Etudiant>],
    dans groupe: Identifiant<Groupe>,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.load(
      into: "membre",
      columns: ["etablissement", "groupe", "etudiant", "entree"],
    ) { lignes in
      for etudiant in etudiants {
        lignes.integer(etablissementID)
        lignes.integer(groupe.valeur)
        lignes.integer(etudiant.valeur)
        lignes.integer(ecriture.numero)
        try lignes.endRow()
      }
    }
  }

  func sortir(
    _ etudiant: Identifiant<Etudiant>,
    de groupe: Identifiant<Groupe>,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      "DELETE FROM membre WHERE etablissement = ?1 AND groupe = ?2 AND etudiant = ?3",
      [ici, SQLValue(groupe), SQLValue(etudiant)],
    )
  }
}

extension Inscription {
  /// « 12 » for semesters 1 and 2.
  fileprivate var chiffres: String { semestres.map { String($0.valeur) }.joined() }

  fileprivate func avec(_ statuts: [StatutDate]) -> Inscription {
    Inscription(
      id: id,
      etudiant: etudiant,
      promotion: promotion,
      semestres: semestres,
      statuts: statuts,
      debut: debut,
      fin: fin,
      version: version,
    )
  }

  fileprivate init(_ ligne: any SQLRow, _ statuts: [StatutDate]) throws {
    let semestres = try ligne.text(3).map { chiffre in
      try ligne.lu(chiffre.wholeNumberValue.flatMap(NumeroSemestre.init))
    }
    self.init(
      id: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      promotion: try ligne.identifiant(2),
      semestres: semestres,
      statuts: statuts,
      debut: try ligne.jour(4),
      fin: try ligne.jour(facultatif: 5).map { jour in
        Fin(
          jour: jour,
          cause: try ligne.lu(Cause(rawValue: ligne.text(6))),
          motif: ligne.text(7),
        )
      },
      version: ligne.integer(8),
    )
  }
}
