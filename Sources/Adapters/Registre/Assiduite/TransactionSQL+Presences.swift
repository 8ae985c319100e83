internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  /// The slot and what was seen there, from the slots or from what was seen.
  private static func situee(_ tables: SQLText) -> SQLText {
    """
    SELECT p.seance, p.etudiant, p.version, p.pointage, p.retard, p.motif, p.justification,
      p.declaree, p.justificatif, p.exclusion, p.amenagement,
      s.debut, s.minutes, s.module, s.promotion
    FROM 
    """ + tables + """
       WHERE s.etablissement = ?1 AND p.etablissement = ?1 AND p.seance = s.seance
      """
  }

  func presences(_ seance: Identifiant<Seance>) throws -> [Presence] {
    try connexion.rows(
      Self.seule + " ORDER BY etudiant",
      [ici, SQLValue(seance)],
      Presence.init,
    )
  }

  func presence(_ seance: Identifiant<Seance>, _ etudiant: Identifiant<Etudiant>) throws
    -> Presence?
  {
    try connexion.rows(
      Self.seule + " AND etudiant = ?3",
      [ici, SQLValue(seance), SQLValue(etudiant)],
      Presence.init,
    ).first
  }

  /// What was seen at a slot, without the slot.
  private static let seule: SQLText = """
    SELECT seance, etudiant, version, pointage, retard, motif, justification, declaree,
      justificatif, exclusion, amenagement
    FROM presence WHERE etablissement = ?1 AND seance = ?2
    """

  func presences(etudiant: Identifiant<Etudiant>) throws -> [PresenceSituee] {
    try connexion.rows(
      Self.situee("presence p CROSS JOIN seance s")
        + " AND p.etudiant = ?2 ORDER BY s.debut, s.seance",
      [ici, SQLValue(etudiant)],
      PresenceSituee.init,
    )
  }

  func absences(
    promotion: Identifiant<Promotion>,
    _ corps: (PresenceSituee) throws -> Void,
  ) throws {
    try connexion.query(
      Self.situee("seance s CROSS JOIN presence p")
        + " AND s.promotion = ?2 AND p.pointage IN ('absent', 'exclu')"
        + " ORDER BY p.etudiant, s.debut, s.seance",
      [ici, SQLValue(promotion)],
    ) { try corps(PresenceSituee($0)) }
  }

  func absences(
    etudiant: Identifiant<Etudiant>,
    promotion: Identifiant<Promotion>,
    _ corps: (PresenceSituee) throws -> Void,
  ) throws {
    try connexion.query(
      Self.situee("presence p CROSS JOIN seance s") + " AND s.promotion = ?2 AND p.etudiant = ?3"
        + " AND p.pointage IN ('absent', 'exclu') ORDER BY s.debut, s.seance",
      [ici, SQLValue(promotion), SQLValue(etudiant)],
    ) { try corps(PresenceSituee($0)) }
  }

  func ecrire(_ presence: Presence, _ ecriture: Ecriture) throws -> Bool {
    let colonnes = PresenceEnColonnes(presence)
    let valeurs: [SQLValue] = [
      ici, SQLValue(presence.seance), SQLValue(presence.etudiant), .integer(presence.version),
      .text(colonnes.pointage), SQLValue(colonnes.retard), SQLValue(colonnes.motif),
      SQLValue(colonnes.justification), SQLValue(colonnes.declaree),
      SQLValue(presence.justificatif), .integer(ecriture.numero), SQLValue(colonnes.exclusion),
      SQLValue(presence.amenagement),
    ]
    guard presence.version > 1 else {
      return try connexion.execute(
        """
        INSERT INTO presence (etablissement, seance, etudiant, version, pointage, retard, motif,
          justification, declaree, justificatif, entree, exclusion, amenagement)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT (etablissement, seance, etudiant) DO NOTHING
        """,
        valeurs,
      ) == 1
    }
    return try connexion.execute(
      """
      UPDATE presence SET version = ?4, pointage = ?5, retard = ?6, motif = ?7, justification = ?8,
        declaree = ?9, justificatif = ?10, entree = ?11, exclusion = ?12,
        amenagement = ?13
      WHERE etablissement = ?1 AND seance = ?2 AND etudiant = ?3 AND version = ?4 - 1
      """,
      valeurs,
    ) == 1
  }
}

/// What was seen of a student as a row of `presence` holds it.
private struct PresenceEnColonnes {
  var pointage = ""
  var retard: Int64?
  var motif: String?
  var exclusion: Int64?
  var justification: String?
  var declaree: Instant?

  init(_ presence: Presence) {
    switch presence.pointage {
    case .present: pointage = "present"
    case .absent: pointage = "absent"
    case .retard(let minutes):
      pointage = "retard"
      retard = Int64(minutes)
    case .exclu(let raison, let minutes):
      pointage = "exclu"
      motif = raison
      exclusion = minutes.map(Int64.init)
    }
    switch presence.justification {
    case .aucune: return
    case .abj: justification = "ABJ"
    case .iti(let moment):
      justification = "ITI"
      declaree = moment
    }
  }
}

extension Presence {
  fileprivate init(_ ligne: any SQLRow) throws {
    let pointage: Pointage =
      switch ligne.text(3) {
      case "present": .present
      case "absent": .absent
      case "retard": .retard(minutes: Int(ligne.integer(4)))
      default: .exclu(motif: ligne.text(5), minutes: ligne.optionalInteger(9).map(Int.init))
      }
    let justification: Justification =
      switch ligne.optionalText(6) {
      case nil: .aucune
      case "ABJ": .abj
      default: .iti(declaree: try ligne.instant(facultatif: 7))
      }
    self.init(
      seance: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      pointage: pointage,
      justification: justification,
      justificatif: try ligne.identifiant(facultatif: 8),
      amenagement: try ligne.identifiant(facultatif: 10),
      version: ligne.integer(2),
    )
  }
}

extension PresenceSituee {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      presence: try Presence(ligne),
      debut: try ligne.instant(11),
      minutes: Int(ligne.integer(12)),
      module: ligne.optionalText(13),
      promotion: try ligne.identifiant(14),
    )
  }
}
