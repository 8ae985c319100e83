internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  // MARK: Sessions

  func sessionsBTS() throws -> [SessionBTS] { try sessionsBTS("", []) }

  func sessionBTS(_ id: Identifiant<SessionBTS>) throws -> SessionBTS? {
    try sessionsBTS(" AND session = ?2", [SQLValue(id)]).first
  }

  private func sessionsBTS(_ choix: SQLText, _ valeurs: [SQLValue]) throws -> [SessionBTS] {
    try connexion.rows(
      """
      SELECT session, departement, intitule, specialite, proclamation, close, version
      FROM session_bts WHERE etablissement = ?1
      """ + choix + " ORDER BY session",
      [ici] + valeurs,
    ) { ligne in
      SessionBTS(
        id: try ligne.identifiant(0),
        departement: try ligne.identifiant(1),
        intitule: ligne.text(2),
        specialite: ligne.text(3),
        proclamation: try ligne.jour(facultatif: 4),
        close: try ligne.jour(facultatif: 5),
        version: ligne.integer(6),
      )
    }
  }

  func ajouter(_ session: SessionBTS, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO session_bts (etablissement, session, departement, intitule, specialite, version,
        entree)
      VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)
      """,
      [
        ici, SQLValue(session.id), SQLValue(session.departement), .text(session.intitule),
        .text(session.specialite), .integer(ecriture.numero),
      ],
    )
  }

  func remplacer(_ session: SessionBTS, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      UPDATE session_bts SET version = version + 1, entree = ?4, proclamation = ?5, close = ?6
      WHERE etablissement = ?1 AND session = ?2 AND version = ?3
      """,
      [
        ici, SQLValue(session.id), .integer(session.version), .integer(ecriture.numero),
        SQLValue(session.proclamation), SQLValue(session.close),
      ],
    ) == 1
  }

  // MARK: Candidates

  func inscriptionBTS(_ id: Identifiant<InscriptionBTS>) throws -> InscriptionBTS? {
    try inscriptionsBTS("candidat = ?2", SQLValue(id)).first
  }

  func inscriptionsBTS(_ session: Identifiant<SessionBTS>) throws -> [InscriptionBTS] {
    try inscriptionsBTS("session = ?2", SQLValue(session))
  }

  func inscriptionsBTS(etudiant: Identifiant<Etudiant>) throws -> [InscriptionBTS] {
    try inscriptionsBTS("etudiant = ?2", SQLValue(etudiant))
  }

  /// `choix`: which candidates, as a condition on `candidat_bts`.
  private func inscriptionsBTS(_ choix: SQLText, _ cle: SQLValue) throws -> [InscriptionBTS] {
    let siens: SQLText =
      " WHERE etablissement = ?1 AND candidat IN (SELECT candidat FROM candidat_bts"
      + " WHERE etablissement = ?1 AND " + choix + ")"
    var inscriptions = try connexion.rows(
      """
      SELECT candidat, session, etudiant, livret, autorise, motif, decide, convoque, retard,
        discipline, par_le_candidat, choisie, version
      FROM candidat_bts WHERE etablissement = ?1 AND 
      """ + choix + " ORDER BY candidat",
      [ici, cle],
    ) { ligne in
      InscriptionBTS(
        id: try ligne.identifiant(0),
        session: try ligne.identifiant(1),
        etudiant: try ligne.identifiant(2),
        livret: ligne.text(3),
        decision: ligne.isNull(4)
          ? nil
          : .init(autorise: ligne.verdict(4), motif: ligne.text(5), jour: try ligne.jour(6)),
        convocation: try ligne.jour(facultatif: 7).map {
          .init(jour: $0, retard: ligne.optionalText(8))
        },
        choix: try ligne.optionalText(9).map {
          .init(discipline: $0, parLeCandidat: ligne.verdict(10), jour: try ligne.jour(11))
        },
        version: ligne.integer(12),
      )
    }
    guard !inscriptions.isEmpty else { return [] }
    let resultats = try resultatsBTS(siens, cle)
    let oraux = try orauxBTS(siens, cle)
    let accompagnements = try accompagnementsBTS(siens, cle)
    let reouvertures = try reouverturesBTS(siens, cle)
    for rang in inscriptions.indices {
      let numero = inscriptions[rang].id.valeur
      inscriptions[rang].resultats = resultats[numero] ?? [:]
      inscriptions[rang].oraux = oraux[numero] ?? [:]
      inscriptions[rang].accompagnements = accompagnements[numero] ?? []
      inscriptions[rang].reouvertures = reouvertures[numero] ?? []
    }
    return inscriptions
  }

  private func resultatsBTS(_ siens: SQLText, _ cle: SQLValue) throws
    -> [Int64: [String: InscriptionBTS.Resultat]]
  {
    var lus: [Int64: [String: InscriptionBTS.Resultat]] = [:]
    try connexion.query(
      "SELECT candidat, epreuve, valeur, piece FROM resultat_bts" + siens,
      [ici, cle],
    ) { ligne in
      let resultat: InscriptionBTS.Resultat =
        ligne.isNull(2)
        ? .absence(piece: ligne.optionalText(3))
        : .note(try ligne.lu(Note(try ligne.decimale(2))))
      lus[ligne.integer(0), default: [:]][ligne.text(1)] = resultat
    }
    return lus
  }

  private func orauxBTS(_ siens: SQLText, _ cle: SQLValue) throws
    -> [Int64: [CandidatBTS.Domaine: InscriptionBTS.Oral]]
  {
    var lus: [Int64: [CandidatBTS.Domaine: InscriptionBTS.Oral]] = [:]
    try connexion.query(
      "SELECT candidat, domaine, debut, salle, absent, valeur FROM oral_bts" + siens,
      [ici, cle],
    ) { ligne in
      let domaine = try ligne.lu(CandidatBTS.Domaine(rawValue: ligne.text(1)))
      let issue: InscriptionBTS.Oral.Issue? =
        ligne.verdict(4)
        ? .absence
        : ligne.isNull(5) ? nil : .note(try ligne.lu(Note(try ligne.decimale(5))))
      lus[ligne.integer(0), default: [:]][domaine] = .init(
        debut: try ligne.instant(2),
        salle: ligne.text(3),
        issue: issue,
      )
    }
    return lus
  }

  private func accompagnementsBTS(_ siens: SQLText, _ cle: SQLValue) throws
    -> [Int64: [InscriptionBTS.Accompagnement]]
  {
    var lus: [Int64: [InscriptionBTS.Accompagnement]] = [:]
    try connexion.query(
      "SELECT candidat, nature, jour, texte, suite FROM accompagnement_bts" + siens
        + " ORDER BY candidat, rang",
      [ici, cle],
    ) { ligne in
      lus[ligne.integer(0), default: []].append(
        .init(
          nature: try ligne.lu(InscriptionBTS.Accompagnement.Nature(rawValue: ligne.text(1))),
          jour: try ligne.jour(2),
          texte: ligne.text(3),
          suite: try ligne.lu(InscriptionBTS.Accompagnement.Suite(rawValue: ligne.text(4))),
        )
      )
    }
    return lus
  }

  // MARK: Writing

  func ajouter(_ inscription: InscriptionBTS, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO candidat_bts (etablissement, candidat, session, etudiant, livret, version, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)
      """,
      [
        ici, SQLValue(inscription.id), SQLValue(inscription.session),
        SQLValue(inscription.etudiant), .text(inscription.livret), .integer(ecriture.numero),
      ],
    )
    try ajouterLesAnnexes(inscription)
  }

  func remplacer(_ inscription: InscriptionBTS, _ ecriture: Ecriture) throws -> Bool {
    let changees = try connexion.execute(
      """
      UPDATE candidat_bts SET version = version + 1, entree = ?4, livret = ?5, autorise = ?6,
        motif = ?7, decide = ?8, convoque = ?9, retard = ?10, discipline = ?11,
        par_le_candidat = ?12, choisie = ?13
      WHERE etablissement = ?1 AND candidat = ?2 AND version = ?3
      """,
      [
        ici, SQLValue(inscription.id), .integer(inscription.version), .integer(ecriture.numero),
        .text(inscription.livret), inscription.decision.map { SQLValue($0.autorise) } ?? .null,
        SQLValue(inscription.decision.map(\.motif)), SQLValue(inscription.decision.map(\.jour)),
        SQLValue(inscription.convocation.map(\.jour)),
        SQLValue(inscription.convocation.flatMap(\.retard)),
        SQLValue(inscription.choix.map(\.discipline)),
        inscription.choix.map { SQLValue($0.parLeCandidat) } ?? .null,
        SQLValue(inscription.choix.map(\.jour)),
      ],
    )
    guard changees == 1 else { return false }
    try oublierLesAnnexes(inscription)
    try ajouterLesAnnexes(inscription)
    return true
  }

  private func ajouterLesAnnexes(_ inscription: InscriptionBTS) throws {
    let candidat = SQLValue(inscription.id)
    for (epreuve, resultat) in inscription.resultats {
      var (valeur, piece): (SQLValue, SQLValue) = (.null, .null)
      switch resultat {
      case .note(let note): valeur = SQLValue(note.valeur)
      case .absence(let donnee): piece = SQLValue(donnee)
      }
      try connexion.execute(
        """
        INSERT INTO resultat_bts (etablissement, candidat, epreuve, valeur, piece)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """,
        [ici, candidat, .text(epreuve), valeur, piece],
      )
    }
    for (domaine, oral) in inscription.oraux {
      try connexion.execute(
        """
        INSERT INTO oral_bts (etablissement, candidat, domaine, debut, salle, absent, valeur)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """,
        [
          ici, candidat, .text(domaine.rawValue), SQLValue(oral.debut), .text(oral.salle),
          SQLValue(oral.issue == .absence), SQLValue(oral.note.map(\.valeur)),
        ],
      )
    }
    for (rang, offert) in inscription.accompagnements.enumerated() {
      try connexion.execute(
        """
        INSERT INTO accompagnement_bts (etablissement, candidat, rang, nature, jour, texte, suite)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """,
        [
          ici, candidat, SQLValue(rang + 1), .text(offert.nature.rawValue),
          SQLValue(offert.jour), .text(offert.texte), .text(offert.suite.rawValue),
        ],
      )
    }
    try ajouterLesReouvertures(inscription)
  }
}
