internal import Actes
internal import SQL

extension EcritSurLAnnee {
  /// How many there are on what was made: `?1` is the establishment, `?2` the year made.
  var requete: SQLText {
    switch self {
    case .notes:
      Self.desInscrits(
        "evaluation",
        "e",
        etudiant: "n",
        "JOIN note n ON n.etablissement = e.etablissement AND n.evaluation = e.evaluation",
      )
    case .presences:
      Self.desInscrits(
        "seance",
        "s",
        etudiant: "p",
        "JOIN presence p ON p.etablissement = s.etablissement AND p.seance = s.seance",
      )
    case .bonus: Self.desInscrits("bonus", "b", etudiant: "b")
    case .avis: Self.desInscrits("avis", "a", etudiant: "a")
    case .session2: Self.desInscrits("session2", "s", etudiant: "s")
    case .engagements: Self.desInscrits("engagement", "e", etudiant: "e")
    case .amenagements: Self.desInscrits("demande_d_amenagement", "d", etudiant: "d")
    case .redoublements: Self.desInscrits("redoublement", "r", etudiant: "r")
    case .suites: Self.desInscrits("suite_choisie", "c", etudiant: "c")
    case .demandes:
      Self.desInscrits(
        "campagne",
        "c",
        etudiant: "d",
        "JOIN demande d ON d.etablissement = c.etablissement AND d.campagne = c.campagne",
      )
    case .incidents:
      Self.desInscrits(
        "incident",
        "n",
        etudiant: "s",
        "JOIN suite s ON s.etablissement = n.etablissement AND s.incident = n.incident",
      )
    case .situations: Self.desInscrits("situation", "s", etudiant: "s")
    case .seances: Self.desGroupes("seance")
    case .evaluations: Self.desGroupes("evaluation")
    case .campagnes: Self.desPromotions("campagne")
    case .jurys: Self.jurys
    case .inscriptions: Self.inscriptions
    case .inscriptionsModifiees: Self.inscriptionsModifiees
    case .groupes: Self.groupes
    case .membres: Self.membres
    case .roles: Self.roles
    }
  }

  /// What concerns a student who was enrolled, in the promotion of the enrolment.
  private static func desInscrits(
    _ table: SQLText,
    _ alias: SQLText,
    etudiant: SQLText,
    _ jointure: SQLText = "",
  ) -> SQLText {
    "SELECT count(*) FROM inscription_faite f "
      + "JOIN inscription i ON i.etablissement = f.etablissement "
      + "AND i.inscription = f.inscription CROSS JOIN " + table + " " + alias
      + " " + jointure + " WHERE f.etablissement = ?1 AND f.annee_suivante = ?2 AND "
      + alias + ".promotion = i.promotion AND " + etudiant + ".etudiant = i.etudiant AND "
      + alias + ".etablissement = ?1"
  }

  /// What hangs from a promotion that was made.
  private static func desPromotions(_ table: SQLText) -> SQLText {
    "SELECT count(*) FROM promotion_faite f JOIN " + table
      + " t ON t.etablissement = f.etablissement AND t.promotion = f.promotion"
      + " WHERE f.etablissement = ?1 AND f.annee_suivante = ?2"
  }

  /// What hangs from a promotion that was made, or is for a group that was made in another.
  private static func desGroupes(_ table: SQLText) -> SQLText {
    "SELECT count(*) FROM " + table + " t WHERE t.etablissement = ?1 AND ("
      + "t.promotion IN (SELECT promotion FROM promotion_faite "
      + "WHERE etablissement = ?1 AND annee_suivante = ?2) "
      + "OR EXISTS (SELECT 1 FROM groupe_fait f JOIN " + table + "_groupe g "
      + "ON g.etablissement = f.etablissement AND g.groupe = f.groupe "
      + "WHERE f.etablissement = ?1 AND f.annee_suivante = ?2 AND g." + table + " = t." + table
      + "))"
  }

  /// Juries of a promotion that was made; what was prepared, drafted or sealed on a student who was
  /// enrolled.
  private static let jurys: SQLText = """
    SELECT count(*) FROM jury j WHERE j.etablissement = ?1 AND (
      j.promotion IN (SELECT promotion FROM promotion_faite
        WHERE etablissement = ?1 AND annee_suivante = ?2)
      OR EXISTS (SELECT 1 FROM inscription_faite f
        JOIN inscription i ON i.etablissement = f.etablissement AND i.inscription = f.inscription
        JOIN projet p ON p.etablissement = i.etablissement AND p.etudiant = i.etudiant
        WHERE f.etablissement = ?1 AND f.annee_suivante = ?2
          AND i.promotion = j.promotion AND p.jury = j.jury)
      OR EXISTS (SELECT 1 FROM inscription_faite f
        JOIN inscription i ON i.etablissement = f.etablissement AND i.inscription = f.inscription
        JOIN preparation p ON p.etablissement = i.etablissement AND p.etudiant = i.etudiant
        WHERE f.etablissement = ?1 AND f.annee_suivante = ?2
          AND i.promotion = j.promotion AND p.jury = j.jury)
      OR EXISTS (SELECT 1 FROM inscription_faite f
        JOIN inscription i ON i.etablissement = f.etablissement AND i.inscription = f.inscription
        JOIN scelle s ON s.etablissement = i.etablissement AND s.etudiant = i.etudiant
        WHERE f.etablissement = ?1 AND f.annee_suivante = ?2
          AND i.promotion = j.promotion AND s.jury = j.jury))
    """
  private static let inscriptions: SQLText = """
    SELECT count(*) FROM promotion_faite p
    JOIN inscription i ON i.etablissement = p.etablissement AND i.promotion = p.promotion
    WHERE p.etablissement = ?1 AND p.annee_suivante = ?2 AND NOT EXISTS
      (SELECT 1 FROM inscription_faite f WHERE f.etablissement = ?1
        AND f.inscription = i.inscription AND f.annee_suivante = ?2)
    """
  private static let inscriptionsModifiees: SQLText = """
    SELECT count(*) FROM inscription_faite f
    JOIN inscription i ON i.etablissement = f.etablissement AND i.inscription = f.inscription
    WHERE f.etablissement = ?1 AND f.annee_suivante = ?2 AND i.version > 1
    """
  private static let groupes: SQLText = """
    SELECT count(*) FROM promotion_faite p
    JOIN groupe g ON g.etablissement = p.etablissement AND g.promotion = p.promotion
    WHERE p.etablissement = ?1 AND p.annee_suivante = ?2 AND NOT EXISTS
      (SELECT 1 FROM groupe_fait f WHERE f.etablissement = ?1
        AND f.groupe = g.groupe AND f.annee_suivante = ?2)
    """
  private static let membres: SQLText = """
    SELECT count(*) FROM groupe_fait f
    JOIN groupe g ON g.etablissement = f.etablissement AND g.groupe = f.groupe
    JOIN membre m ON m.etablissement = g.etablissement AND m.groupe = g.groupe
    WHERE f.etablissement = ?1 AND f.annee_suivante = ?2 AND NOT EXISTS
      (SELECT 1 FROM inscription_faite o
       JOIN inscription i ON i.etablissement = o.etablissement AND i.inscription = o.inscription
       WHERE o.etablissement = ?1 AND o.annee_suivante = ?2
         AND i.promotion = g.promotion AND i.etudiant = m.etudiant)
    """
  private static let roles: SQLText = """
    SELECT count(*) FROM promotion_faite f
    JOIN habilitation h ON h.etablissement = f.etablissement AND h.cible = f.promotion
    WHERE f.etablissement = ?1 AND f.annee_suivante = ?2
      AND h.portee IN ('promotion', 'module')
    """
}
