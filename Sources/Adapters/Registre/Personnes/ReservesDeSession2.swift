internal import Actes

/// What the export of a person keeps back of session 2: marks, and whatever tells one, until a closed
/// jury made that very mark known (§ 5).
///
/// `t` is the table that is exported.
enum ReservesDeSession2 {
  /// A mark, as it was published.
  static let note = """
     AND EXISTS (
      SELECT 1 FROM note_publiee_de_session2 p
      WHERE p.etablissement = t.etablissement AND p.promotion = t.promotion
        AND p.etudiant = t.etudiant AND p.sorte = t.sorte AND p.code = t.code
        AND p.version = t.version
    )
    """

  /// A copy under its number.
  static let copie = " AND EXISTS (\(epreuvePubliee(sienne, de: "t.etudiant", depuis: "t.entree")))"

  /// What is read on a copy.
  static let lecture = " AND EXISTS (\(epreuvePubliee(sienne, de: saPersonne, depuis: "t.entree")))"

  /// When the mark that an error had spoilt, beside the request to see the copy, was published.
  static let noteExacte = """
    t.reportee IS NOT NULL
      AND EXISTS (\(epreuvePubliee(sienne, de: "t.etudiant", depuis: "t.entree")))
    """

  /// When a sealed dossier, which holds every mark of the year, holds none that was not published: the
  /// jury of one semester does not make known the marks of the other.
  static let scelle = """
    NOT (\(contient("t.dossier", "'\"session2\"'"))) OR NOT EXISTS (
      SELECT 1 FROM jury j
      JOIN note_session2 n ON n.etablissement = j.etablissement AND n.promotion = j.promotion
      WHERE j.etablissement = t.etablissement AND j.jury = t.jury AND n.etudiant = t.etudiant
        AND NOT EXISTS (
          SELECT 1 FROM note_publiee_de_session2 p
          WHERE p.etablissement = n.etablissement AND p.promotion = n.promotion
            AND p.etudiant = n.etudiant AND p.sorte = n.sorte AND p.code = n.code
            AND (p.version = n.version OR p.entree > t.entree OR n.entree > t.entree)
        )
    )
    """

  /// Whether an entry of the journal tells a mark that no jury has made known since.
  static func tait(_ entree: String) -> String {
    let note = notePubliee(entree)
    let copie = epreuvePubliee(lue(entree), de: "\(entree).sujet", depuis: "\(entree).numero")
    let erreur = epreuvePubliee(
      contestee(entree),
      de: "\(entree).sujet",
      depuis: "\(entree).numero",
    )
    return """
      \(entree).acte = '\(SaisirUneNoteDeSession2.nom)' AND NOT EXISTS (\(note))
        OR \(entree).acte = '\(ReglerUneCopie.nom)' AND NOT EXISTS (\(copie))
        OR \(entree).acte IN (\(actesDUneErreur)) AND NOT EXISTS (\(erreur))
      """
  }

  /// The acts whose entries hold the mark that an error had spoilt.
  private static let actesDUneErreur = [
    ReconnaitreUneErreur.nom, ReporterUneCorrection.nom, ReprendreUneCorrection.nom,
    AnnulerUnJury.reconnaissance,
  ].map { "'\($0)'" }.joined(separator: ", ")

  /// The exam of a row.
  private static let sienne = "x.etablissement = t.etablissement AND x.epreuve = t.epreuve"

  /// Whose copy a reading is of.
  private static let saPersonne = """
    (SELECT k.etudiant FROM copie k WHERE k.etablissement = t.etablissement
      AND k.epreuve = t.epreuve AND k.numero = t.numero)
    """

  /// The exam whose copies an entry is about.
  private static func lue(_ entree: String) -> String {
    "x.etablissement = \(entree).etablissement AND \(entree).objet = 'copies/' || x.epreuve"
  }

  /// The exam of the copy that an entry says to be contested.
  private static func contestee(_ entree: String) -> String {
    """
    x.etablissement = \(entree).etablissement AND EXISTS (
        SELECT 1 FROM consultation_de_copie c WHERE c.etablissement = x.etablissement
          AND c.epreuve = x.epreuve
          AND \(entree).objet = 'consultation-de-copie/' || c.consultation)
    """
  }

  /// What a jury published since an entry of the mark that this entry writes; a code names one thing
  /// of a promotion.
  private static func notePubliee(_ entree: String) -> String {
    """
    SELECT 1 FROM note_publiee_de_session2 p
    JOIN journal_contenu i ON i.etablissement = p.etablissement AND i.numero = \(entree).numero
    WHERE p.etablissement = \(entree).etablissement AND p.etudiant = \(entree).sujet
      AND p.entree > \(entree).numero
      AND \(entree).objet = 'session2/' || p.promotion || '/' || p.etudiant
      AND \(contient("i.contenu", "'\"epreuve\":\"' || p.code || '\"'"))
    """
  }

  /// What a jury published, since an entry, of the mark that an exam `x` gives to a student.
  private static func epreuvePubliee(
    _ condition: String,
    de etudiant: String,
    depuis entree: String,
  ) -> String {
    """
    SELECT 1 FROM epreuve_de_session2 x
    JOIN campagne g ON g.etablissement = x.etablissement AND g.campagne = x.campagne
    JOIN note_publiee_de_session2 p
      ON p.etablissement = g.etablissement AND p.promotion = g.promotion
    WHERE \(condition) AND p.etudiant = \(etudiant) AND p.entree > \(entree)
      AND (x.modules = '' AND p.sorte = 'ue' AND p.code = x.ue
        OR p.sorte = 'module' AND \(contient("' ' || x.modules || ' '", "' ' || p.code || ' '")))
    """
  }

  /// Whether a text holds another, on both engines and whatever its characters.
  private static func contient(_ texte: String, _ autre: String) -> String {
    "replace(\(texte), \(autre), '') <> \(texte)"
  }
}
