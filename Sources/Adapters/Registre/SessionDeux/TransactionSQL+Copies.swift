internal import Actes
internal import SQL
internal import Scolarite

/// How exams of session 2 are marked, their copies and what is read on them.
extension TransactionSQL {
  private static let notees: SQLText = """
    SELECT epreuve, campagne, mode, anonyme, ecart, versees, version FROM copies_d_epreuve
    WHERE etablissement = ?1
    """

  func copies(campagne: Identifiant<Campagne>) throws -> [CopiesDEpreuve] {
    try connexion.rows(
      Self.notees + " AND campagne = ?2 ORDER BY epreuve",
      [ici, SQLValue(campagne)],
      CopiesDEpreuve.init,
    )
  }

  func copies(epreuve: Identifiant<EpreuveDeSession2>) throws -> CopiesDEpreuve? {
    try connexion.first(
      Self.notees + " AND epreuve = ?2",
      [ici, SQLValue(epreuve)],
      CopiesDEpreuve.init,
    )
  }

  func ecrire(_ copies: CopiesDEpreuve, _ ecriture: Ecriture) throws -> Bool {
    let valeurs: [SQLValue] = [
      ici, SQLValue(copies.epreuve), SQLValue(copies.campagne), .text(copies.mode.rawValue),
      SQLValue(copies.estAnonyme), SQLValue(copies.ecartSansMotif),
      SQLValue(copies.versees?.description), .integer(copies.version), .integer(ecriture.numero),
    ]
    guard copies.version > 1 else {
      return try connexion.execute(
        """
        INSERT INTO copies_d_epreuve (etablissement, epreuve, campagne, mode, anonyme, ecart,
          versees, version, entree)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (etablissement, epreuve) DO NOTHING
        """,
        valeurs,
      ) == 1
    }
    return try connexion.execute(
      """
      UPDATE copies_d_epreuve SET campagne = ?3, mode = ?4, anonyme = ?5, ecart = ?6,
        versees = ?7, version = ?8, entree = ?9
      WHERE etablissement = ?1 AND epreuve = ?2 AND version = ?8 - 1
      """,
      valeurs,
    ) == 1
  }

  func copiesUneAUne(_ epreuve: Identifiant<EpreuveDeSession2>) throws -> [Copie] {
    let cle = [ici, SQLValue(epreuve)]
    let lues = try connexion.rows(
      """
      SELECT numero, rang, mot, valeur, bareme, motif, auteur, version FROM lecture_de_copie
      WHERE etablissement = ?1 AND epreuve = ?2 ORDER BY numero, rang
      """,
      cle,
    ) { ligne in (Int(ligne.integer(0)), try LectureDeCopie(ligne)) }
    let lectures = Dictionary(grouping: lues, by: \.0)
    return try connexion.rows(
      """
      SELECT numero, etudiant FROM copie WHERE etablissement = ?1 AND epreuve = ?2
      ORDER BY numero
      """,
      cle,
    ) { ligne in
      let numero = Int(ligne.integer(0))
      return Copie(
        epreuve: epreuve,
        etudiant: try ligne.identifiant(1),
        numero: numero,
        lectures: Dictionary(
          uniqueKeysWithValues: (lectures[numero] ?? []).map { ($0.1.rang, $0.1) }
        ),
      )
    }
  }

  func ajouter(_ copies: [Copie], _ ecriture: Ecriture) throws {
    for copie in copies {
      try connexion.execute(
        """
        INSERT INTO copie (etablissement, epreuve, numero, etudiant, entree)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """,
        [
          ici, SQLValue(copie.epreuve), SQLValue(copie.numero), SQLValue(copie.etudiant),
          .integer(ecriture.numero),
        ],
      )
    }
  }

  func ecrire(_ lecture: LectureDeCopie, de copie: Copie, _ ecriture: Ecriture) throws -> Bool {
    let colonnes = NoteEnColonnes(lecture.entree)
    let valeurs: [SQLValue] = [
      ici, SQLValue(copie.epreuve), SQLValue(copie.numero), SQLValue(lecture.rang.rawValue),
      .text(colonnes.mot), SQLValue(colonnes.valeur), SQLValue(colonnes.bareme),
      SQLValue(lecture.motif), SQLValue(lecture.par), .integer(lecture.version),
      .integer(ecriture.numero),
    ]
    guard lecture.version > 1 else {
      return try connexion.execute(
        """
        INSERT INTO lecture_de_copie (etablissement, epreuve, numero, rang, mot, valeur, bareme,
          motif, auteur, version, entree)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (etablissement, epreuve, numero, rang) DO NOTHING
        """,
        valeurs,
      ) == 1
    }
    return try connexion.execute(
      """
      UPDATE lecture_de_copie SET mot = ?5, valeur = ?6, bareme = ?7, motif = ?8, auteur = ?9,
        version = ?10, entree = ?11
      WHERE etablissement = ?1 AND epreuve = ?2 AND numero = ?3 AND rang = ?4
        AND version = ?10 - 1
      """,
      valeurs,
    ) == 1
  }

  func retirerLAccord(de copie: Copie, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      DELETE FROM lecture_de_copie
      WHERE etablissement = ?1 AND epreuve = ?2 AND numero = ?3 AND rang = 3 AND entree < ?4
      """,
      [ici, SQLValue(copie.epreuve), SQLValue(copie.numero), .integer(ecriture.numero)],
    )
  }
}

/// What juries made known of session 2.
extension TransactionSQL {
  func publicationsDeSession2(_ promotion: Identifiant<Promotion>) throws
    -> [PublicationDeSession2]
  {
    try connexion.rows(
      """
      SELECT jury, promotion, semestre, moment FROM publication_de_session2
      WHERE etablissement = ?1 AND promotion = ?2 ORDER BY entree
      """,
      [ici, SQLValue(promotion)],
    ) { ligne in
      PublicationDeSession2(
        jury: try ligne.identifiant(0),
        promotion: try ligne.identifiant(1),
        semestre: ligne.isNull(2) ? nil : try ligne.semestre(2),
        moment: try ligne.instant(3),
      )
    }
  }

  func publier(
    _ publication: PublicationDeSession2,
    _ notes: [NoteDeSession2],
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      """
      INSERT INTO publication_de_session2 (etablissement, jury, promotion, semestre, moment,
        entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """,
      [
        ici, SQLValue(publication.jury), SQLValue(publication.promotion),
        SQLValue(publication.semestre.map { Int64($0.valeur) }),
        .text(publication.moment.description), .integer(ecriture.numero),
      ],
    )
    for note in notes { try publier(note, publication.jury, ecriture) }
  }

  private func publier(
    _ note: NoteDeSession2,
    _ jury: Identifiant<SessionDeJury>,
    _ ecriture: Ecriture,
  ) throws {
    let colonnes = NoteEnColonnes(note.entree)
    try connexion.execute(
      """
      INSERT INTO note_publiee_de_session2 (etablissement, promotion, etudiant, sorte, code,
        version, mot, valeur, bareme, motif, jury, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
      ON CONFLICT (etablissement, promotion, etudiant, sorte, code) DO UPDATE SET
        version = ?6, mot = ?7, valeur = ?8, bareme = ?9, motif = ?10, jury = ?11, entree = ?12
      """,
      [
        ici, SQLValue(note.promotion), SQLValue(note.etudiant), .text(note.epreuve.sorte),
        .text(note.epreuve.code), .integer(note.version), .text(colonnes.mot),
        SQLValue(colonnes.valeur), SQLValue(colonnes.bareme), SQLValue(colonnes.motif),
        SQLValue(jury), .integer(ecriture.numero),
      ],
    )
  }

  private static let publiee: SQLText = """
    SELECT promotion, etudiant, sorte, code, version, mot, valeur, bareme, motif, jury
    FROM note_publiee_de_session2 WHERE etablissement = ?1 AND promotion = ?2
    """

  func notesPublieesDeSession2(_ promotion: Identifiant<Promotion>) throws
    -> [NotePublieeDeSession2]
  {
    try connexion.rows(
      Self.publiee + " ORDER BY etudiant, sorte, code",
      [ici, SQLValue(promotion)],
      NotePublieeDeSession2.init,
    )
  }

  func notesPublieesDeSession2(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Identifiant<Promotion>,
  ) throws -> [NotePublieeDeSession2] {
    try connexion.rows(
      Self.publiee + " AND etudiant = ?3 ORDER BY sorte, code",
      [ici, SQLValue(promotion), SQLValue(etudiant)],
      NotePublieeDeSession2.init,
    )
  }
}

extension CopiesDEpreuve {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      epreuve: try ligne.identifiant(0),
      campagne: try ligne.identifiant(1),
      mode: try ligne.lu(Mode(rawValue: ligne.text(2))),
      estAnonyme: ligne.verdict(3),
      ecartSansMotif: ligne.isNull(4) ? nil : try ligne.decimale(4),
      versees: try ligne.instant(facultatif: 5),
      version: ligne.integer(6),
    )
  }
}

extension LectureDeCopie {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      rang: try ligne.lu(Rang(rawValue: Int(ligne.integer(1)))),
      entree: try Entree(ligne, aPartirDe: 2),
      motif: ligne.isNull(5) ? nil : ligne.text(5),
      par: try ligne.identifiant(facultatif: 6),
      version: ligne.integer(7),
    )
  }
}

extension NotePublieeDeSession2 {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(note: try NoteDeSession2(ligne), jury: try ligne.identifiant(9))
  }
}
