internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let engagement: SQLText = """
    SELECT e.engagement, e.campagne, e.promotion, e.etudiant, e.type, e.activite, e.organisme,
      e.description, e.debut, e.fin, e.depose, e.etat, e.complement, e.etat_jour, e.assidu,
      e.assiduite, e.assiduite_jour, e.assiduite_par, e.commission, e.decision, e.points, e.cause,
      e.motif, e.bonus, e.version
    FROM engagement e WHERE e.etablissement = ?1
    """

  func engagement(_ id: Identifiant<DemandeDEngagement>) throws -> DemandeDEngagement? {
    try engagements(" AND e.engagement = ?2", [SQLValue(id)]).first
  }

  func engagements(etudiant: Identifiant<Etudiant>) throws -> [DemandeDEngagement] {
    try engagements(" AND e.etudiant = ?2", [SQLValue(etudiant)])
  }

  func engagements(annee: AnneeUniversitaire) throws -> [DemandeDEngagement] {
    try engagements(
      """
       AND e.promotion IN
        (SELECT promotion FROM promotion WHERE etablissement = ?1 AND ouverture = ?2)
      """,
      [SQLValue(annee.debut)],
    )
  }

  private func engagements(_ choix: SQLText, _ valeurs: [SQLValue]) throws -> [DemandeDEngagement] {
    let valeurs = [ici] + valeurs
    let pieces = try pieces(choix, valeurs)
    let travaux = try travaux(choix, valeurs)
    return try connexion.rows(
      Self.engagement + choix + " ORDER BY e.engagement",
      valeurs,
    ) { ligne in
      let numero = ligne.integer(0)
      return try DemandeDEngagement(ligne, pieces[numero] ?? [], travaux[numero] ?? [])
    }
  }

  private func pieces(_ choix: SQLText, _ valeurs: [SQLValue]) throws -> [Int64: [PieceDEngagement]]
  {
    let lues = try connexion.rows(
      """
      SELECT p.engagement, p.nature, p.auteur, p.fichier FROM piece_d_engagement p
      JOIN engagement e ON e.etablissement = p.etablissement AND e.engagement = p.engagement
      WHERE p.etablissement = ?1
      """ + choix + " ORDER BY p.engagement, p.nature",
      valeurs,
    ) { ligne in
      let piece = PieceDEngagement(
        try ligne.lu(PieceDEngagement.Nature(rawValue: ligne.text(1))),
        par: try ligne.lu(PieceDEngagement.Auteur(rawValue: ligne.text(2))),
        fichier: ligne.text(3),
      )
      return (numero: ligne.integer(0), piece: piece)
    }
    return Dictionary(grouping: lues, by: \.numero).mapValues { $0.map(\.piece) }
  }

  private func travaux(_ choix: SQLText, _ valeurs: [SQLValue]) throws
    -> [Int64: [PeriodeDeTravail]]
  {
    let lus = try connexion.rows(
      """
      SELECT t.engagement, t.debut, t.fin, t.heures FROM travail_d_engagement t
      JOIN engagement e ON e.etablissement = t.etablissement AND e.engagement = t.engagement
      WHERE t.etablissement = ?1
      """ + choix + " ORDER BY t.engagement, t.rang",
      valeurs,
    ) { ligne in
      let periode = PeriodeDeTravail(
        du: try ligne.jour(1),
        au: try ligne.jour(2),
        heures: try ligne.decimale(3),
      )
      return (numero: ligne.integer(0), periode: periode)
    }
    return Dictionary(grouping: lus, by: \.numero).mapValues { $0.map(\.periode) }
  }

  func ajouter(_ demande: DemandeDEngagement, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO engagement (etablissement, engagement, campagne, promotion, etudiant, type,
        activite, organisme, description, debut, fin, depose, etat, version, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'deposee', 1, ?13)
      """,
      [
        ici, SQLValue(demande.id), SQLValue(demande.campagne), SQLValue(demande.promotion),
        SQLValue(demande.etudiant), .text(demande.objet.type.rawValue),
        .text(demande.objet.activite), .text(demande.objet.organisme),
        .text(demande.objet.description), SQLValue(demande.objet.du),
        SQLValue(demande.objet.au), SQLValue(demande.depose), .integer(ecriture.numero),
      ],
    )
    try ajouterLesPieces(demande)
    for (rang, periode) in demande.objet.travail.enumerated() {
      try connexion.execute(
        """
        INSERT INTO travail_d_engagement (etablissement, engagement, rang, debut, fin, heures)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """,
        [
          ici, SQLValue(demande.id), SQLValue(rang + 1), SQLValue(periode.du),
          SQLValue(periode.au), SQLValue(periode.heures),
        ],
      )
    }
  }

  func remplacer(_ demande: DemandeDEngagement, _ ecriture: Ecriture) throws -> Bool {
    var valeurs: [SQLValue] = [
      ici, SQLValue(demande.id), .integer(demande.version), .integer(ecriture.numero),
      .text(demande.objet.description),
    ]
    valeurs += demande.etat.colonnes
    valeurs += demande.assiduite?.colonnes ?? Array(repeating: .null, count: 4)
    valeurs += demande.decision?.colonnes ?? Array(repeating: .null, count: 5)
    valeurs.append(SQLValue(demande.bonus))
    let changees = try connexion.execute(
      """
      UPDATE engagement SET version = version + 1, entree = ?4, description = ?5, etat = ?6,
        complement = ?7, etat_jour = ?8, assidu = ?9, assiduite = ?10, assiduite_jour = ?11,
        assiduite_par = ?12, commission = ?13, decision = ?14, points = ?15, cause = ?16,
        motif = ?17, bonus = ?18
      WHERE etablissement = ?1 AND engagement = ?2 AND version = ?3
      """,
      valeurs,
    )
    guard changees == 1 else { return false }
    try connexion.execute(
      "DELETE FROM piece_d_engagement WHERE etablissement = ?1 AND engagement = ?2",
      [ici, SQLValue(demande.id)],
    )
    try ajouterLesPieces(demande)
    return true
  }

  private func ajouterLesPieces(_ demande: DemandeDEngagement) throws {
    for piece in demande.pieces {
      try connexion.execute(
        """
        INSERT INTO piece_d_engagement (etablissement, engagement, nature, auteur, fichier)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """,
        [
          ici, SQLValue(demande.id), .text(piece.nature.rawValue),
          .text(piece.etabliePar.rawValue), .text(piece.fichier),
        ],
      )
    }
  }
}

extension DemandeDEngagement {
  fileprivate init(
    _ ligne: any SQLRow,
    _ pieces: [PieceDEngagement],
    _ travail: [PeriodeDeTravail],
  ) throws {
    self.init(
      id: try ligne.identifiant(0),
      campagne: try ligne.identifiant(1),
      promotion: try ligne.identifiant(2),
      etudiant: try ligne.identifiant(3),
      objet: Objet(
        type: try ligne.lu(TypeDEngagement(rawValue: ligne.text(4))),
        activite: ligne.text(5),
        organisme: ligne.text(6),
        description: ligne.text(7),
        du: try ligne.jour(8),
        au: try ligne.jour(9),
        travail: travail,
      ),
      depose: try ligne.instant(10),
      pieces: pieces,
      etat: try Etat(ligne),
      assiduite: ligne.isNull(14) ? nil : try Assiduite(ligne),
      decision: ligne.isNull(19) ? nil : try Decision(ligne),
      bonus: try ligne.identifiant(facultatif: 23),
      version: ligne.integer(24),
    )
  }
}

extension DemandeDEngagement.Etat {
  fileprivate init(_ ligne: any SQLRow) throws {
    self =
      switch ligne.text(11) {
      case "deposee": .deposee
      case "a-completer": .aCompleter(motif: ligne.text(12), avant: try ligne.jour(13))
      case "retiree": .retiree(le: try ligne.jour(13))
      default: .decidee(le: try ligne.jour(13))
      }
  }

  fileprivate var colonnes: [SQLValue] {
    switch self {
    case .deposee: ["deposee", .null, .null]
    case .aCompleter(let motif, let avant): ["a-completer", .text(motif), SQLValue(avant)]
    case .retiree(let jour): ["retiree", .null, SQLValue(jour)]
    case .decidee(let jour): ["decidee", .null, SQLValue(jour)]
    }
  }
}

extension DemandeDEngagement.Assiduite {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      estAssidu: ligne.verdict(14),
      motif: ligne.text(15),
      jour: try ligne.jour(16),
      par: ligne.text(17),
    )
  }

  fileprivate var colonnes: [SQLValue] {
    [SQLValue(estAssidu), .text(motif), SQLValue(jour), .text(par)]
  }
}

extension DemandeDEngagement.Decision {
  fileprivate init(_ ligne: any SQLRow) throws {
    let sens: Sens =
      switch ligne.text(19) {
      case "accordee": .accordee(try ligne.decimale(20))
      case "rejetee": .rejetee
      default: .irrecevable(try ligne.lu(MotifDIrrecevabilite(rawValue: ligne.text(21))))
      }
    self.init(commission: try ligne.identifiant(18), sens, motif: ligne.text(22))
  }

  /// Session, decision, points, cause, reason.
  fileprivate var colonnes: [SQLValue] {
    let detail: [SQLValue] =
      switch sens {
      case .accordee(let points): ["accordee", SQLValue(points), .null]
      case .rejetee: ["rejetee", .null, .null]
      case .irrecevable(let cause): ["irrecevable", .null, .text(cause.rawValue)]
      }
    return [SQLValue(commission)] + detail + [.text(motif)]
  }
}
