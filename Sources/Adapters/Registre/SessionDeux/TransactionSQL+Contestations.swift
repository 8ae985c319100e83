internal import Actes
internal import SQL
internal import Scolarite

/// Requests to see copies, and what came of them.
extension TransactionSQL {
  private static let consultation: SQLText = """
    SELECT consultation, epreuve, campagne, etudiant, texte, depose, rendez_vous, lieu, tenue,
      observations, issue, jour, nature, preuve, motif, mot, valeur, bareme, jury, reportee, version
    FROM consultation_de_copie WHERE etablissement = ?1
    """

  func consultationDeCopie(_ id: Identifiant<ConsultationDeCopie>) throws -> ConsultationDeCopie? {
    try connexion.first(
      Self.consultation + " AND consultation = ?2",
      [ici, SQLValue(id)],
      ConsultationDeCopie.init,
    )
  }

  func consultationsDeCopie(_ campagne: Identifiant<Campagne>) throws -> [ConsultationDeCopie] {
    try connexion.rows(
      Self.consultation + " AND campagne = ?2 ORDER BY consultation",
      [ici, SQLValue(campagne)],
      ConsultationDeCopie.init,
    )
  }

  func consultationsDeCopie(etudiant: Identifiant<Etudiant>) throws -> [ConsultationDeCopie] {
    try connexion.rows(
      Self.consultation + " AND etudiant = ?2 ORDER BY consultation",
      [ici, SQLValue(etudiant)],
      ConsultationDeCopie.init,
    )
  }

  func consultationsDeCopie(jury: Identifiant<SessionDeJury>) throws -> [ConsultationDeCopie] {
    try connexion.rows(
      Self.consultation + " AND jury = ?2 ORDER BY consultation",
      [ici, SQLValue(jury)],
      ConsultationDeCopie.init,
    )
  }

  func ajouter(_ consultation: ConsultationDeCopie, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO consultation_de_copie (etablissement, consultation, epreuve, campagne, etudiant,
        texte, depose, version, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """,
      [
        ici, SQLValue(consultation.id), SQLValue(consultation.epreuve),
        SQLValue(consultation.campagne), SQLValue(consultation.etudiant),
        .text(consultation.texte), .text(consultation.depose.description),
        .integer(consultation.version), .integer(ecriture.numero),
      ],
    )
  }

  func remplacer(_ consultation: ConsultationDeCopie, _ ecriture: Ecriture) throws -> Bool {
    let suite: [SQLValue] = [
      ici, SQLValue(consultation.id), .integer(consultation.version), .integer(ecriture.numero),
      SQLValue(consultation.rendezVous?.quand.description),
      SQLValue(consultation.rendezVous?.lieu), SQLValue(consultation.tenue?.quand.description),
      SQLValue(consultation.tenue?.observations),
    ]
    return try connexion.execute(
      """
      UPDATE consultation_de_copie SET version = ?3 + 1, entree = ?4, rendez_vous = ?5, lieu = ?6,
        tenue = ?7, observations = ?8, issue = ?9, jour = ?10, nature = ?11, preuve = ?12,
        motif = ?13, mot = ?14, valeur = ?15, bareme = ?16, jury = ?17, reportee = ?18
      WHERE etablissement = ?1 AND consultation = ?2 AND version = ?3
      """,
      suite + Self.colonnes(consultation.issue),
    ) == 1
  }

  /// Kind, day, nature, proof, reason, mark, jury and when the mark was written.
  private static func colonnes(_ issue: ConsultationDeCopie.Issue?) -> [SQLValue] {
    switch issue {
    case nil: return Array(repeating: .null, count: 10)
    case .maintenue(let jour, let motif):
      return [.text("maintenue"), SQLValue(jour), .null, .null, .text(motif)]
        + Array(repeating: .null, count: 5)
    case .erreur(let erreur):
      let note = NoteEnColonnes(erreur.entree)
      return [
        .text("erreur"), .null, .text(erreur.nature.rawValue), .text(erreur.preuve),
        .text(erreur.motif), .text(note.mot), SQLValue(note.valeur), SQLValue(note.bareme),
        SQLValue(erreur.jury), SQLValue(erreur.reportee?.description),
      ]
    }
  }
}

extension ConsultationDeCopie {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      epreuve: try ligne.identifiant(1),
      campagne: try ligne.identifiant(2),
      etudiant: try ligne.identifiant(3),
      texte: ligne.text(4),
      depose: try ligne.instant(5),
      rendezVous: try ligne.instant(facultatif: 6).map { .init(quand: $0, lieu: ligne.text(7)) },
      tenue: try ligne.instant(facultatif: 8).map {
        .init(quand: $0, observations: ligne.text(9))
      },
      issue: ligne.isNull(10) ? nil : try Issue(ligne),
      version: ligne.integer(20),
    )
  }
}

extension ConsultationDeCopie.Issue {
  fileprivate init(_ ligne: any SQLRow) throws {
    guard ligne.text(10) == "erreur" else {
      self = .maintenue(le: try ligne.jour(11), motif: ligne.text(14))
      return
    }
    self = .erreur(
      ErreurMaterielle(
        nature: try ligne.lu(ErreurMaterielle.Nature(rawValue: ligne.text(12))),
        preuve: ligne.text(13),
        motif: ligne.text(14),
        entree: try Entree(ligne, aPartirDe: 15),
        jury: try ligne.identifiant(18),
        reportee: try ligne.instant(facultatif: 19),
      )
    )
  }
}
