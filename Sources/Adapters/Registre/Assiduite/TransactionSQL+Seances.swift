internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let seance: SQLText = """
    SELECT s.seance, s.promotion, s.module, s.debut, s.minutes, s.enseignant, s.nature,
      s.evaluation, g.groupe, s.reference
    FROM seance s
    LEFT JOIN seance_groupe g ON g.etablissement = s.etablissement AND g.seance = s.seance
    WHERE s.etablissement = ?1
    """

  func seance(_ id: Identifiant<Seance>) throws -> Seance? {
    try seances(Self.seance + " AND s.seance = ?2 ORDER BY g.groupe", SQLValue(id)).first
  }

  func seances(_ promotion: Identifiant<Promotion>) throws -> [Seance] {
    try seances(
      Self.seance + " AND s.promotion = ?2 ORDER BY s.debut, s.seance, g.groupe",
      SQLValue(promotion),
    )
  }

  func seances(le jour: Jour) throws -> [Seance] {
    try seances(
      Self.seance + " AND s.debut >= ?2 AND s.debut <= ?3 ORDER BY s.debut, s.seance, g.groupe",
      .text("\(jour)T00:00"),
      .text("\(jour)T23:59"),
    )
  }

  private func seances(_ requete: SQLText, _ cles: SQLValue...) throws -> [Seance] {
    let lignes = try connexion.rows(requete, [ici] + cles) { ligne in
      (try Seance(ligne), try ligne.identifiant(facultatif: 8, Groupe.self))
    }
    var seances: [Seance] = []
    for (seance, groupe) in lignes {
      if seances.last?.id != seance.id { seances.append(seance) }
      if let groupe { seances[seances.count - 1] = seances[seances.count - 1].avec(groupe) }
    }
    return seances
  }

  func ajouter(_ seances: [Seance], _ ecriture: Ecriture) throws {
    for seance in seances {
      try connexion.execute(
        """
        INSERT INTO seance (etablissement, seance, promotion, module, debut, minutes, enseignant,
          nature, evaluation, entree, reference)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """,
        [
          ici, SQLValue(seance.id), SQLValue(seance.promotion), SQLValue(seance.module),
          SQLValue(seance.debut), SQLValue(seance.minutes), SQLValue(seance.enseignant),
          .text(seance.nature.rawValue), SQLValue(seance.evaluation), .integer(ecriture.numero),
          SQLValue(seance.reference),
        ],
      )
      for groupe in seance.groupes {
        try connexion.execute(
          "INSERT INTO seance_groupe (etablissement, seance, groupe) VALUES (?1, ?2, ?3)",
          [ici, SQLValue(seance.id), SQLValue(groupe)],
        )
      }
    }
  }

  func supprimer(_ seance: Identifiant<Seance>, _ ecriture: Ecriture) throws {
    try connexion.execute(
      "DELETE FROM emargement WHERE etablissement = ?1 AND seance = ?2",
      [ici, SQLValue(seance)],
    )
    try connexion.execute(
      "DELETE FROM seance_groupe WHERE etablissement = ?1 AND seance = ?2",
      [ici, SQLValue(seance)],
    )
    try connexion.execute(
      "DELETE FROM seance WHERE etablissement = ?1 AND seance = ?2",
      [ici, SQLValue(seance)],
    )
  }
}

extension SQLValue {
  init(_ instant: Instant) { self = .text(instant.description) }
  init(_ instant: Instant?) { self = instant.map { .text($0.description) } ?? .null }
}

extension SQLRow {
  func instant(_ colonne: Int) throws -> Instant { try lu(Instant(text(colonne))) }

  func instant(facultatif colonne: Int) throws -> Instant? {
    isNull(colonne) ? nil : try instant(colonne)
  }
}

extension Seance {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      promotion: try ligne.identifiant(1),
      module: ligne.optionalText(2),
      groupes: [],
      debut: try ligne.instant(3),
      minutes: Int(ligne.integer(4)),
      enseignant: try ligne.identifiant(facultatif: 5),
      nature: try ligne.lu(Nature(rawValue: ligne.text(6))),
      evaluation: try ligne.identifiant(facultatif: 7),
      reference: ligne.optionalText(9),
    )
  }

  fileprivate func avec(_ groupe: Identifiant<Groupe>) -> Seance {
    Seance(
      id: id,
      promotion: promotion,
      module: module,
      groupes: groupes + [groupe],
      debut: debut,
      minutes: minutes,
      enseignant: enseignant,
      nature: nature,
      evaluation: evaluation,
      reference: reference,
    )
  }
}
