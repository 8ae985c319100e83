internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  /// The two answers come with their request, so that a promotion is one query.
  private static let redoublement: SQLText = """
    SELECT r.redoublement, r.promotion, r.etudiant, r.semestres, r.anterieurs, r.motif, r.fichier,
      r.depose, r.audition_demandee, r.audition_jour, r.audition_devant, r.audition_tenue,
      r.supplement_auteur, r.supplement_jour, r.supplement_motif, r.supplement_fichier,
      r.derogation, r.notifiee, r.retiree, r.version,
      p.sens, p.motivation, p.conseils, p.auteur, p.jour,
      d.sens, d.motivation, d.conseils, d.auteur, d.jour
    FROM redoublement r
    LEFT JOIN reponse_de_redoublement p ON p.etablissement = r.etablissement
      AND p.redoublement = r.redoublement AND p.nature = 'proposition'
    LEFT JOIN reponse_de_redoublement d ON d.etablissement = r.etablissement
      AND d.redoublement = r.redoublement AND d.nature = 'decision'
    WHERE r.etablissement = ?1
    """

  func redoublement(_ id: Identifiant<ProcedureDeRedoublement>) throws -> ProcedureDeRedoublement? {
    try connexion.first(
      Self.redoublement + " AND r.redoublement = ?2",
      [ici, SQLValue(id)],
      ProcedureDeRedoublement.init,
    )
  }

  func redoublements(_ promotion: Identifiant<Promotion>) throws -> [ProcedureDeRedoublement] {
    try connexion.rows(
      Self.redoublement + " AND r.promotion = ?2 ORDER BY r.etudiant",
      [ici, SQLValue(promotion)],
      ProcedureDeRedoublement.init,
    )
  }

  func redoublements(etudiant: Identifiant<Etudiant>) throws -> [ProcedureDeRedoublement] {
    try connexion.rows(
      Self.redoublement + " AND r.etudiant = ?2 ORDER BY r.redoublement",
      [ici, SQLValue(etudiant)],
      ProcedureDeRedoublement.init,
    )
  }

  func ajouter(_ procedure: ProcedureDeRedoublement, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO redoublement (etablissement, redoublement, semestres, anterieurs, motif, fichier,
        depose, audition_demandee, audition_jour, audition_devant, audition_tenue,
        supplement_auteur, supplement_jour, supplement_motif, supplement_fichier, derogation,
        notifiee, retiree, entree, promotion, etudiant, version)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
        ?20, ?21, 1)
      """,
      valeurs(procedure, ecriture) + [SQLValue(procedure.promotion), SQLValue(procedure.etudiant)],
    )
    try ecrireLesReponses(procedure)
  }

  func remplacer(_ procedure: ProcedureDeRedoublement, _ ecriture: Ecriture) throws -> Bool {
    let changees = try connexion.execute(
      """
      UPDATE redoublement SET semestres = ?3, anterieurs = ?4, motif = ?5, fichier = ?6,
        depose = ?7, audition_demandee = ?8, audition_jour = ?9, audition_devant = ?10,
        audition_tenue = ?11, supplement_auteur = ?12, supplement_jour = ?13,
        supplement_motif = ?14, supplement_fichier = ?15, derogation = ?16, notifiee = ?17,
        retiree = ?18, entree = ?19, version = version + 1
      WHERE etablissement = ?1 AND redoublement = ?2 AND version = ?20
      """,
      valeurs(procedure, ecriture) + [.integer(procedure.version)],
    )
    guard changees == 1 else { return false }
    try connexion.execute(
      "DELETE FROM reponse_de_redoublement WHERE etablissement = ?1 AND redoublement = ?2",
      [ici, SQLValue(procedure.id)],
    )
    try ecrireLesReponses(procedure)
    return true
  }

  private func valeurs(_ procedure: ProcedureDeRedoublement, _ ecriture: Ecriture) -> [SQLValue] {
    let (audition, supplement) = (procedure.audition, procedure.supplement)
    return [
      ici, SQLValue(procedure.id), .text(procedure.semestres.chiffres),
      .text(procedure.anterieurs.chiffres), .text(procedure.motif), SQLValue(procedure.fichier),
      .text(procedure.depose.description), SQLValue(audition.demandee), SQLValue(audition.date),
      .text(audition.devant), SQLValue(audition.tenue), SQLValue(supplement?.acte.auteur),
      SQLValue(supplement?.acte.date), SQLValue(supplement?.acte.motif),
      SQLValue(supplement?.fichier), SQLValue(procedure.derogation), SQLValue(procedure.notifiee),
      SQLValue(procedure.retiree), .integer(ecriture.numero),
    ]
  }

  private func ecrireLesReponses(_ procedure: ProcedureDeRedoublement) throws {
    let reponses = [("proposition", procedure.proposition), ("decision", procedure.decision)]
    for case (let nature, let reponse?) in reponses {
      try connexion.execute(
        """
        INSERT INTO reponse_de_redoublement (etablissement, redoublement, nature, sens, motivation,
          conseils, auteur, jour)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """,
        [
          ici, SQLValue(procedure.id), .text(nature), .text(reponse.sens.rawValue),
          .text(reponse.motivation), .text(reponse.conseils), .text(reponse.auteur),
          SQLValue(reponse.date),
        ],
      )
    }
  }
}

extension [NumeroSemestre] {
  /// « 12 » for semesters 1 and 2.
  var chiffres: String { map { String($0.valeur) }.joined() }
}

extension SQLRow {
  /// Semesters as their figures: « 12 » for semesters 1 and 2.
  func semestres(_ colonne: Int) throws -> [NumeroSemestre] {
    try text(colonne).map { try lu($0.wholeNumberValue.flatMap(NumeroSemestre.init)) }
  }
}

extension ProcedureDeRedoublement {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      promotion: try ligne.identifiant(1),
      etudiant: try ligne.identifiant(2),
      semestres: try ligne.semestres(3),
      anterieurs: try ligne.semestres(4),
      motif: ligne.text(5),
      fichier: ligne.optionalText(6),
      depose: try ligne.lu(Instant(ligne.text(7))),
      audition: Audition(
        demandee: ligne.verdict(8),
        date: try ligne.jour(facultatif: 9),
        devant: ligne.text(10),
        tenue: ligne.verdict(11),
      ),
      version: ligne.integer(19),
    )
    supplement = try Supplement(ligne)
    derogation = ligne.optionalText(16)
    notifiee = try ligne.jour(facultatif: 17)
    retiree = try ligne.jour(facultatif: 18)
    proposition = try Reponse(ligne, aPartirDe: 20)
    decision = try Reponse(ligne, aPartirDe: 25)
  }
}

extension ProcedureDeRedoublement.Supplement {
  /// `nil` where none was allowed, or where the document of it was erased.
  fileprivate init?(_ ligne: any SQLRow) throws {
    guard !ligne.isNull(12) else { return nil }
    let acte = ActeMotive(
      auteur: ligne.text(12),
      date: try ligne.jour(13),
      motif: ligne.text(14),
    )
    self.init(acte: try ligne.lu(acte), fichier: ligne.optionalText(15) ?? "")
  }
}

extension ProcedureDeRedoublement.Reponse {
  fileprivate init?(_ ligne: any SQLRow, aPartirDe colonne: Int) throws {
    guard !ligne.isNull(colonne) else { return nil }
    self.init(
      sens: try ligne.lu(.init(rawValue: ligne.text(colonne))),
      motivation: ligne.text(colonne + 1),
      conseils: ligne.text(colonne + 2),
      auteur: ligne.text(colonne + 3),
      date: try ligne.jour(colonne + 4),
    )
  }
}
