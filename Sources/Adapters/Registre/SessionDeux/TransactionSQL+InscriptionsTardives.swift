internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let tardive: SQLText = """
    SELECT demande, campagne, etudiant, ues, texte, fichier, depose, etat, jour, motif, version
    FROM inscription_tardive WHERE etablissement = ?1
    """

  func inscriptionsTardives(_ campagne: Identifiant<Campagne>) throws -> [InscriptionTardive] {
    try connexion.rows(
      Self.tardive + " AND campagne = ?2 ORDER BY demande",
      [ici, SQLValue(campagne)],
      InscriptionTardive.init,
    )
  }

  func inscriptionsTardives(etudiant: Identifiant<Etudiant>) throws -> [InscriptionTardive] {
    try connexion.rows(
      Self.tardive + " AND etudiant = ?2 ORDER BY demande",
      [ici, SQLValue(etudiant)],
      InscriptionTardive.init,
    )
  }

  func inscriptionTardive(_ id: Identifiant<InscriptionTardive>) throws -> InscriptionTardive? {
    try connexion.first(
      Self.tardive + " AND demande = ?2",
      [ici, SQLValue(id)],
      InscriptionTardive.init,
    )
  }

  func ajouter(_ demande: InscriptionTardive, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO inscription_tardive (etablissement, demande, etat, jour, motif, entree, campagne,
        etudiant, ues, texte, fichier, depose, version)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 1)
      """,
      valeurs(demande, ecriture) + [
        SQLValue(demande.campagne), SQLValue(demande.etudiant),
        .text(demande.ues.map(\.texte).joined(separator: " ")), .text(demande.texte),
        SQLValue(demande.fichier), SQLValue(demande.depose),
      ],
    )
  }

  func remplacer(_ demande: InscriptionTardive, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      UPDATE inscription_tardive SET etat = ?3, jour = ?4, motif = ?5, entree = ?6,
        version = version + 1
      WHERE etablissement = ?1 AND demande = ?2 AND version = ?7
      """,
      valeurs(demande, ecriture) + [.integer(demande.version)],
    ) == 1
  }

  private func valeurs(_ demande: InscriptionTardive, _ ecriture: Ecriture) -> [SQLValue] {
    let etat: [SQLValue] =
      switch demande.etat {
      case .deposee: ["deposee", nil, nil]
      case .acceptee(let jour, let motif): ["acceptee", SQLValue(jour), .text(motif)]
      case .refusee(let jour, let motif): ["refusee", SQLValue(jour), .text(motif)]
      }
    return [ici, SQLValue(demande.id)] + etat + [.integer(ecriture.numero)]
  }

  // MARK: Arrangements

  func ecartsDAmenagement(_ campagne: Identifiant<Campagne>) throws -> [EcartDAmenagement] {
    try connexion.rows(
      """
      SELECT campagne, etudiant, nature, maintenu, precisions, motif, version
      FROM ecart_d_amenagement WHERE etablissement = ?1 AND campagne = ?2
      ORDER BY etudiant, nature
      """,
      [ici, SQLValue(campagne)],
      EcartDAmenagement.init,
    )
  }

  func ecrire(_ ecart: EcartDAmenagement, _ ecriture: Ecriture) throws -> Bool {
    let valeurs: [SQLValue] = [
      ici, SQLValue(ecart.campagne), SQLValue(ecart.etudiant), .text(ecart.nature.rawValue),
      .integer(ecart.version), SQLValue(ecart.maintenu), .text(ecart.precision),
      .text(ecart.motif), .integer(ecriture.numero),
    ]
    guard ecart.version > 1 else {
      return try connexion.execute(
        """
        INSERT INTO ecart_d_amenagement (etablissement, campagne, etudiant, nature, version,
          maintenu, precisions, motif, entree)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (etablissement, campagne, etudiant, nature) DO NOTHING
        """,
        valeurs,
      ) == 1
    }
    return try connexion.execute(
      """
      UPDATE ecart_d_amenagement SET version = ?5, maintenu = ?6, precisions = ?7, motif = ?8,
        entree = ?9
      WHERE etablissement = ?1 AND campagne = ?2 AND etudiant = ?3 AND nature = ?4
        AND version = ?5 - 1
      """,
      valeurs,
    ) == 1
  }
}

extension InscriptionTardive {
  fileprivate init(_ ligne: any SQLRow) throws {
    let etat: Etat =
      switch ligne.text(7) {
      case "deposee": .deposee
      case "acceptee": .acceptee(le: try ligne.jour(8), motif: ligne.text(9))
      default: .refusee(le: try ligne.jour(8), motif: ligne.text(9))
      }
    self.init(
      id: try ligne.identifiant(0),
      campagne: try ligne.identifiant(1),
      etudiant: try ligne.identifiant(2),
      ues: try ligne.text(3).split(separator: " ").map { try ligne.lu(CodeUE($0)) },
      texte: ligne.text(4),
      fichier: ligne.optionalText(5),
      depose: try ligne.instant(6),
      etat: etat,
      version: ligne.integer(10),
    )
  }
}

extension EcartDAmenagement {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      campagne: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      nature: try ligne.lu(Amenagement.Nature(rawValue: ligne.text(2))),
      maintenu: ligne.verdict(3),
      precision: ligne.text(4),
      motif: ligne.text(5),
      version: ligne.integer(6),
    )
  }
}
